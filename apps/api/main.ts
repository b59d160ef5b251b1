import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Env, readEnv } from '#config/env';
import { API_PATIENCE, demandDurability } from '#database';
import { openOffice } from '#petitions';
import { endOnFault, measureProcess, startTraces } from '#telemetry';
import type { ApiSettings } from './office.js';
import { startApi } from './start-api.js';

const STOP_WITHIN_MS = 10_000;
/** Connections to PostgreSQL; a request that waits longer than `API_PATIENCE` for one is told to come again. */
const POOL_SIZE = 10;

endOnFault();
try {
  await start(readEnv());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function start(env: Env): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector } = env;
  const traces = collector ? await startTraces(collector, 'api') : null;
  measureProcess();
  const office = await openOffice(env, env.DATABASE_URL, POOL_SIZE, API_PATIENCE);
  const warnings = await demandDurability(office.database, env.DATABASE_UNSAFE === 'accept');
  for (const warning of warnings) console.warn(warning);
  // A build whose law does not fit the record's must not begin to serve.
  await office.policies.current(office.database.pool);
  const api = await startApi(office, settingsFrom(env));
  const stop = async () => {
    // Whoever stops the process does not wait for ever for a request that does not end.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await api.stop();
    await traces?.stop();
    await office.database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}

function settingsFrom(env: Env): ApiSettings {
  const { HOST, PORT, DEMO, DEMO_PASSWORD, DATA_DIR, LOG_LEVEL, METRICS_TOKEN } = env;
  const built = fileURLToPath(new URL('../../web', import.meta.url));
  return {
    host: HOST,
    port: PORT,
    demo: DEMO === 'on' ? { password: DEMO_PASSWORD, dataDirectory: DATA_DIR } : null,
    webDirectory: existsSync(built) ? built : null,
    logLevel: LOG_LEVEL,
    dataDirectory: DATA_DIR,
    ...(METRICS_TOKEN && { metricsToken: METRICS_TOKEN }),
  };
}
