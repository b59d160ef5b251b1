import type { JobHandlers, JobName, JobPayloads } from './jobs.js';

/** An open connection to the queue, whichever backend holds it. */
export interface Queues {
  readonly backend: 'postgres' | 'redis';

  /**
   * Adds jobs in one round trip. A job whose id is waiting or running already is not added again.
   * @throws at once when the queue is unreachable.
   */
  add<Name extends JobName>(job: Name, entries: readonly JobEntry<Name>[]): Promise<void>;

  /** How many jobs of the queue that `job` lives in are waiting to be taken. */
  waiting(job: JobName): Promise<number>;

  /** Rings a job every `seconds`, once for all workers together; a second call changes the pace. */
  ringEvery(job: 'sweepDeadlines' | 'relayOutbox', seconds: number): Promise<void>;

  /** Starts taking jobs. Call it once. */
  work(handlers: JobHandlers): void;

  /** Finishes the jobs in hand, at most for 10 seconds, and lets go of every connection. */
  close(): Promise<void>;
}

export interface JobEntry<Name extends JobName> {
  /** Deterministic id, without `:` and not digits only. */
  id: string;
  payload: JobPayloads[Name];
}

/** The queue is reachable but may forget jobs. */
export class UnsafeQueueError extends Error {
  override readonly name = 'UnsafeQueueError';
}
