import { readFile } from 'node:fs/promises';

/** What a process has used since it began, and what it holds now. */
export interface Usage {
  cpuSeconds: number;
  residentMb: number;
}

/** Linux counts the time of processes in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Reads /proc; null on a system without it. */
export async function usageOf(pid: number): Promise<Usage | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the process may hold spaces; fields are counted from the bracket that closes it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
    return { cpuSeconds: ticks / TICKS_PER_SECOND, residentMb: Math.round(kilobytes / 1_024) };
  } catch {
    return null;
  }
}
