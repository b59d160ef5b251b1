import type { Queue } from 'bullmq';
import type { JobEntry, JobHandlers, JobName } from './jobs.js';

/** An open connection to the queue, whichever backend holds it. */
export interface Queues {
  readonly backend: 'postgres' | 'redis';

  /** Why this queue may forget jobs; empty for one that keeps them, else accepted with `QUEUE_UNSAFE=accept`. */
  readonly risks: readonly string[];

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

  /** The queues themselves, for a board to show; they are closed with this line. */
  boards(): readonly Queue[];

  /** Finishes the jobs in hand, at most for 10 seconds, and lets go of every connection. */
  close(): Promise<void>;
}

/** The queue is reachable but may forget jobs. */
export class UnsafeQueueError extends Error {
  override readonly name = 'UnsafeQueueError';
}
