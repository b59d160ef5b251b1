import { readEnv } from '#config/env';
import { startWorker } from './start-worker.js';

try {
  const worker = await startWorker(readEnv());
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT']);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
