import type { Job, Processor, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq';

/** BullMQ's constructors bound to one datastore; the only place where the two datastores differ. */
export interface Backend {
  name: 'postgres' | 'redis';
  /** Why the queue may forget jobs, when that was accepted. */
  risks: readonly string[];
  queue(name: string, options: Omit<QueueOptions, 'connection'>): AnyQueue;
  worker(name: string, process: Processor, options: Omit<WorkerOptions, 'connection'>): AnyWorker;
  /** Connections that break from now on stay broken; without this, closing waits for a server that is gone. */
  abandon(): void;
}

/** What both backends' queues have in common. */
export type AnyQueue = Pick<Queue, 'addBulk' | 'getWaitingCount' | 'upsertJobScheduler' | 'close'> &
  Listening;
export type AnyWorker = Pick<Worker, 'close' | 'pause'> & Listening;
export type AnyJob = Pick<Job, 'name' | 'data' | 'moveToDelayed'>;

interface Listening {
  on(event: 'error', listener: (error: Error) => void): unknown;
}
