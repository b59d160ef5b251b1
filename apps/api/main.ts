import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Env, readEnv } from '#config/env';
import { openOffice } from '#petitions';
import type { ApiSettings } from './office.js';
import { startApi } from './start-api.js';

const STOP_WITHIN_MS = 10_000;

try {
  await start(readEnv());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function start(env: Env): Promise<void> {
  const office = await openOffice(env);
  // A build whose law does not fit the record's must not begin to serve.
  await office.policies.current(office.database.pool);
  const api = await startApi(office, settingsFrom(env));
  const stop = async () => {
    // Whoever stops the process does not wait for ever for a request that does not end.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await api.stop();
    await office.database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}

function settingsFrom({ HOST, PORT, DEMO, DEMO_PASSWORD, DATA_DIR, LOG_LEVEL }: Env): ApiSettings {
  const built = fileURLToPath(new URL('../../web', import.meta.url));
  return {
    host: HOST,
    port: PORT,
    demo: DEMO === 'on' ? { password: DEMO_PASSWORD, dataDirectory: DATA_DIR } : null,
    webDirectory: existsSync(built) ? built : null,
    logLevel: LOG_LEVEL,
  };
}
