import { readFileSync } from 'node:fs';
import type { Database } from '#database';

/**
 * Milliseconds that the server's process behind the only connection, and this one, have worked so far: on a machine
 * that others use, the clock on the wall shows their work too. Linux tells it of its own processes; elsewhere null.
 */
export async function workingTime(database: Database): Promise<(() => number) | null> {
  const [row] = await database.rows<{ pid: number }>('select pg_backend_pid() as pid');
  const read = () => Number(readFileSync(`/proc/${row!.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  try {
    read();
  } catch {
    return null;
  }
  return () => {
    const { user, system } = process.cpuUsage();
    return read() + (user + system) / 1_000;
  };
}
