/**
 * Loaded before the API and the worker (`node --import`): when the launcher is gone, however it
 * ended, the process stops as if it had been asked to, and by force when that takes too long.
 */
const GRACE_MS = 15_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Waiting for the launcher must not keep a process alive that has nothing left to do.
process.channel?.unref();
