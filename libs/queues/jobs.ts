/**
 * What each job carries: pointers to rows, never a fact. `v` is the version of the shape, so that old and
 * new workers can share a queue during a deployment.
 */
export interface JobPayloads {
  sweepDeadlines: { v: 1 };
  relayOutbox: { v: 1 };
  deliverNotice: { v: 1; outboxId: string };
}

export type JobName = keyof JobPayloads;

/** The queues, and how many jobs of each one process takes at once. */
export const QUEUES = {
  bell: { concurrency: 2 },
  notices: { concurrency: 100 },
} as const;

export type QueueName = keyof typeof QUEUES;

/** The queue each job lives in. */
export const JOBS = {
  sweepDeadlines: { queue: 'bell' },
  relayOutbox: { queue: 'bell' },
  deliverNotice: { queue: 'notices' },
} as const satisfies Record<JobName, { queue: QueueName }>;

/** The version of job payloads that this build writes and understands. */
export const JOB_VERSION = 1;

/** One function per job; a missing one does not compile. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };
