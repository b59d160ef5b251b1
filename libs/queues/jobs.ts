import { createHash } from 'node:crypto';

/**
 * What each job carries: pointers to rows, never a fact. `v` is the version of the shape, so that old and
 * new workers can share a queue during a deployment.
 */
export interface JobPayloads {
  sweepDeadlines: { v: 1 };
  relayOutbox: { v: 1 };
  deliverNotice: Delivery;
}

/** Messages to deliver: one (version 1), or many, or one that must travel alone (version 2). */
export type Delivery = { v: 1; outboxId: string } | { v: 2; outboxIds: readonly string[]; alone: boolean };

export type JobName = keyof JobPayloads;

/** The queues, and how many jobs of each one process takes at once. */
export const QUEUES = {
  bell: { concurrency: 2 },
  notices: { concurrency: 16 },
} as const;

export type QueueName = keyof typeof QUEUES;

/** The queue each job lives in. */
export const JOBS = {
  sweepDeadlines: { queue: 'bell' },
  relayOutbox: { queue: 'bell' },
  deliverNotice: { queue: 'notices' },
} as const satisfies Record<JobName, { queue: QueueName }>;

/** The versions of each payload that this build understands; any other is put back for a newer worker. */
export const KNOWN_VERSIONS: Record<JobName, readonly number[]> = {
  sweepDeadlines: [1],
  relayOutbox: [1],
  deliverNotice: [1, 2],
};

/** A job in the making. */
export interface JobEntry<Name extends JobName> {
  /** Deterministic id, without `:` and not digits only. */
  id: string;
  payload: JobPayloads[Name];
}

/** One job for many messages; the same messages always make the same job. */
export function deliveryOf(outboxIds: readonly string[], alone = false): JobEntry<'deliverNotice'> {
  const digest = createHash('sha256').update(outboxIds.join()).digest('hex');
  return { id: `outbox-${digest.slice(0, 32)}`, payload: { v: 2, outboxIds, alone } };
}

/** One function per job; a missing one does not compile. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };
