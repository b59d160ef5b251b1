import { type Env, readEnv } from '#config/env';
import { demandDurability } from '#database';
import { endOnFault, measureProcess, startTraces } from '#telemetry';
import { startWorker } from './start-worker.js';

/** Whoever stops the process does not wait for ever for work that does not end. */
const STOP_WITHIN_MS = 25_000;

endOnFault();
try {
  await start(readEnv());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function start(env: Env): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector } = env;
  const traces = collector ? await startTraces(collector, 'worker') : null;
  measureProcess();
  const worker = await startWorker(env, async ({ database }) => {
    const warnings = await demandDurability(database, env.DATABASE_UNSAFE === 'accept');
    for (const warning of warnings) console.warn(warning);
  });
  const stop = async () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await worker.close();
    await traces?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}
