import type { Disk } from './disk.js';

/** What the record answers about itself. */
export interface RecordFacts {
  /** Migrations of this build that the database has not seen; those of a newer build do no harm. */
  missingMigrations: number;
  isReadOnly: boolean;
  oldestUnsentSeconds: number | null;
  parkedMessages: number;
  /** How long the oldest due alarm of a deadline has not been fired. */
  oldestOverdueAlarmSeconds: number | null;
  /** The same, reckoned at most from the last sweep that left nothing due: an alarm may be born overdue. */
  sweepLateSeconds: number;
  /** Clock of this process minus clock of PostgreSQL. */
  clockSkewSeconds: number;
  /** Why sweeping is paused, in one sentence; null when it is not. */
  clockDoubt: string | null;
}

/** The queue as the worker sees it. */
export interface QueueFacts {
  isOpen: boolean;
  /** It may forget jobs, and the operator has accepted that. */
  isUnsafe: boolean;
  waiting: number | null;
}

/** The limits of readiness, in seconds and in used shares of a disk. */
const LIMITS = {
  sweepLateSeconds: 60,
  unsentSeconds: 60,
  skewSeconds: 2,
  diskWarning: 0.85,
  diskFull: 0.92,
  /** A large volume at 92 % still holds years of petitions: with so much room it only warns. */
  roomBytes: 10 * 1024 ** 3,
} as const;

/** What `GET /health/ready` answers, of the API and of the worker. It names no person and no case. */
export interface ReadyAnswer {
  status: 'ready' | 'unavailable';
  /** Why the process cannot serve; null when it can. */
  reason: string | null;
  /** What somebody should look at while it serves. */
  warnings: string[];
  oldestUnsentSeconds: number | null;
  parkedMessages: number;
  oldestOverdueAlarmSeconds: number | null;
  sweepLateSeconds: number;
  clockSkewSeconds: number;
  isSweepingPaused: boolean;
  /** Used share of each volume in percent. */
  disks: { volume: Disk['volume']; usedPercent: number }[];
  queue: QueueFacts | null;
}

/**
 * Judges what was measured: against what speaks a process cannot serve, and what it only warns of.
 * @param record null when the database does not answer.
 * @param queue null for a process that does not use the queue.
 */
export function answerReadiness(
  record: RecordFacts | null,
  disks: readonly Disk[],
  queue: QueueFacts | null,
): ReadyAnswer {
  const judgements = [
    ...(record ? [judgeRecord(record), judgeClock(record)] : [AWAY]),
    ...disks.map(judgeDisk),
    ...(queue ? [judgeQueue(queue)] : []),
  ];
  const reasons = judgements.flatMap(({ against }) => against);
  return {
    status: reasons.length === 0 ? 'ready' : 'unavailable',
    reason: reasons.join(' ') || null,
    warnings: judgements.flatMap(({ warnings }) => warnings),
    oldestUnsentSeconds: record?.oldestUnsentSeconds ?? null,
    parkedMessages: record?.parkedMessages ?? 0,
    oldestOverdueAlarmSeconds: record?.oldestOverdueAlarmSeconds ?? null,
    sweepLateSeconds: record?.sweepLateSeconds ?? 0,
    clockSkewSeconds: record?.clockSkewSeconds ?? 0,
    isSweepingPaused: typeof record?.clockDoubt === 'string',
    disks: disks.map(({ volume, usedRatio }) => ({ volume, usedPercent: Math.floor(usedRatio * 100) })),
    queue,
  };
}

interface Judgement {
  against: string[];
  warnings: string[];
}

const AWAY: Judgement = { against: ['The database does not answer.'], warnings: [] };

const when = (holds: boolean, sentence: string) => (holds ? [sentence] : []);
const seconds = (value: number) => `${Math.round(value)} s`;

function judgeRecord(record: RecordFacts): Judgement {
  const { missingMigrations, sweepLateSeconds, oldestUnsentSeconds, parkedMessages } = record;
  const oldest = record.oldestOverdueAlarmSeconds ?? 0;
  const isLate = sweepLateSeconds > LIMITS.sweepLateSeconds;
  return {
    against: [
      ...when(missingMigrations > 0, `The schema is not current: ${missingMigrations} migrations wait.`),
      ...when(
        isLate,
        `Deadlines are not fired: the oldest due alarm waits for ${seconds(sweepLateSeconds)}.`,
      ),
    ],
    warnings: [
      // Reading goes on: a proxy that took every process out would end it.
      ...when(record.isReadOnly, 'The record is read-only: commands are refused for now.'),
      ...when(
        !isLate && oldest > LIMITS.sweepLateSeconds,
        `An alarm that was due ${seconds(oldest)} ago is not fired yet.`,
      ),
      ...when(
        (oldestUnsentSeconds ?? 0) > LIMITS.unsentSeconds,
        `The oldest unsent message waits for ${seconds(oldestUnsentSeconds ?? 0)}.`,
      ),
      ...when(parkedMessages > 0, `Parked messages wait for a person: ${parkedMessages}.`),
    ],
  };
}

function judgeClock({ clockSkewSeconds, clockDoubt }: RecordFacts): Judgement {
  const isApart = Math.abs(clockSkewSeconds) > LIMITS.skewSeconds;
  return {
    against: [
      ...when(isApart, `The clock of this machine and PostgreSQL's are ${seconds(clockSkewSeconds)} apart.`),
      ...when(clockDoubt !== null, `Sweeping is paused: ${clockDoubt}`),
    ],
    warnings: [],
  };
}

function judgeDisk({ volume, usedRatio, freeBytes }: Disk): Judgement {
  const isFull = usedRatio > LIMITS.diskFull && freeBytes < LIMITS.roomBytes;
  const sentence = `The disk of the ${volume} is ${Math.floor(usedRatio * 100)} % full.`;
  return {
    against: when(isFull, sentence),
    warnings: when(!isFull && usedRatio > LIMITS.diskWarning, sentence),
  };
}

function judgeQueue({ isOpen, isUnsafe }: QueueFacts): Judgement {
  return {
    against: [],
    warnings: [
      ...when(!isOpen, 'The queue is away: the worker does without it.'),
      ...when(isUnsafe, 'The queue may forget jobs (QUEUE_UNSAFE=accept).'),
    ],
  };
}
