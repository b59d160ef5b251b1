import { Gauge } from 'prom-client';
import type { Disk } from '../disk.js';
import type { RecordFacts } from '../readiness.js';
import { PREFIX, registry } from './registry.js';

/** What stands at this moment. */
interface StateFigures {
  /** null when the database does not answer. */
  record: RecordFacts | null;
  open: { unsent: number; mails: Record<string, number> } | null;
  /** Connections of this process: all, idle ones, and calls that wait for one. */
  pool: { totalCount: number; idleCount: number; waitingCount: number };
  disks: readonly Disk[];
  /** Jobs that wait in the queue; null when the queue is away or this process has none. */
  queueWaiting: number | null;
}

const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
  new Gauge({ name: `${PREFIX}${name}`, help, labelNames, registers: [registry] });

const databaseUp = gauge('database_up', '1 while PostgreSQL answers, else 0.');
const unsent = gauge(
  'outbox_waiting',
  'Messages of the outbox neither settled nor parked (counted up to 100,000).',
);
const oldestUnsent = gauge('outbox_oldest_seconds', 'Age of the oldest message neither settled nor parked.');
const parked = gauge('outbox_parked', 'Messages that wait for a person (counted up to 100,000).');
const openMails = gauge('mails_open', 'E-mails that wait or are being sent.', ['state']);
const overdue = gauge(
  'alarm_oldest_seconds',
  'How long the oldest due alarm of a deadline has not been fired.',
);
const sweepLate = gauge(
  'sweep_late_seconds',
  'The same, at most since the last sweep that left nothing due.',
);
const skew = gauge('clock_skew_seconds', 'Clock of this process minus clock of PostgreSQL.');
const paused = gauge('sweeping_paused', '1 while a jump of the clock waits for a person, else 0.');
const connections = gauge(
  'database_pool',
  'Connections of this process to PostgreSQL, and calls that wait for one.',
  ['state'],
);
const disk = gauge('disk_used_ratio', 'Used share of a volume, 0 to 1.', ['volume']);
const waiting = gauge('queue_waiting', 'Jobs that wait in the queue.');

/** Sets the figures of the moment; called when they are asked for. What cannot be known now is left out. */
export function showState({ record, open, pool, disks, queueWaiting }: StateFigures): void {
  show(databaseUp, record ? 1 : 0);
  show(oldestUnsent, record && (record.oldestUnsentSeconds ?? 0));
  show(parked, record?.parkedMessages);
  show(overdue, record && (record.oldestOverdueAlarmSeconds ?? 0));
  show(sweepLate, record?.sweepLateSeconds);
  show(skew, record?.clockSkewSeconds);
  show(paused, record && (record.clockDoubt === null ? 0 : 1));
  show(unsent, open?.unsent);
  show(waiting, queueWaiting);
  openMails.reset();
  for (const [state, count] of Object.entries(open?.mails ?? {})) openMails.set({ state }, count);
  connections.set({ state: 'total' }, pool.totalCount);
  connections.set({ state: 'idle' }, pool.idleCount);
  connections.set({ state: 'waiting' }, pool.waitingCount);
  for (const { volume, usedRatio } of disks) disk.set({ volume }, usedRatio);
}

function show(figure: Gauge, value: number | null | undefined): void {
  if (value === null || value === undefined) figure.remove();
  else figure.set(value);
}
