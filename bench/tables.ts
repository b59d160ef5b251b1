import type { Report } from './bench.js';

/** The report as the tables of docs/performance.md. */
export function tablesOf({ at, machine, commands, notices, herd, idle, ratios }: Report): string {
  const { cores, processor, memoryGb, node, postgres, redis } = machine;
  return [
    `${at.slice(0, 16).replace('T', ' ')} UTC, ${cores} cores (${processor}), ${memoryGb} GB, Node ${node}, ` +
      `PostgreSQL ${postgres}, Redis ${redis ?? 'none'}.`,
    ...(commands ? [speeds('Commands per second', commands.inFlight)] : []),
    ...(notices ? [speeds('Commands with their notice per second', notices.inFlight)] : []),
    ...(herd ? [herdTable(herd)] : []),
    ...(idle ? [idleTable(idle)] : []),
    table(
      ['Figure', 'Measured', 'Goal', 'Met'],
      ratios.map(({ name, value, goal, isMet }) => [name, value, goalText(goal), isMet ? 'yes' : 'no']),
    ),
  ].join('\n\n');
}

type Ways = Record<string, { perSecond: number; p99Ms?: number }>;

function speeds(title: string, inFlight: Record<string, Ways>): string {
  const columns = Object.keys(inFlight);
  const names = Object.keys(Object.values(inFlight)[0] ?? {});
  return table(
    [title, ...columns.map((column) => `${column} in flight`)],
    names.map((name) => [name, ...columns.map((column) => speed(inFlight[column]?.[name]))]),
  );
}

function speed(way: Ways[string] | undefined): string {
  if (!way) return '';
  return way.p99Ms === undefined ? `${way.perSecond}` : `${way.perSecond} (p99 ${way.p99Ms} ms)`;
}

function herdTable({ perSecond, great }: NonNullable<Report['herd']>): string {
  const { count, firstMs, lastMs, toldMs, early, twice, apiP99Ms } = great;
  const second = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  return table(
    ['Herd', ''],
    [
      ...Object.entries(perSecond).map(([way, each]) => [
        `${way}, deadlines per second`,
        each ?? 'not measured',
      ]),
      [`of ${count}: first, last ring, last notice`, [firstMs, lastMs, toldMs].map(second).join(', ')],
      ['early, twice', `${early}, ${twice}`],
      ['p99 of the API before and during', `${apiP99Ms.normal} ms, ${apiP99Ms.during} ms`],
    ],
  );
}

function idleTable({ cases, armed, cpuPercent, residentMb }: NonNullable<Report['idle']>): string {
  return table(
    ['Idle', ''],
    [
      ['cases, armed deadlines', `${cases}, ${armed}`],
      ['CPU of API and worker', `${cpuPercent.api} %, ${cpuPercent.worker} %`],
      [
        'resident: API, worker, together',
        `${residentMb.api}, ${residentMb.worker}, ${residentMb.together} MB`,
      ],
    ],
  );
}

function goalText(goal: Report['ratios'][number]['goal']): string {
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
