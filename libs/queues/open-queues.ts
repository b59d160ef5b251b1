import type { Processor } from 'bullmq';
import type { AnyQueue, AnyWorker, Backend } from './backend.js';
import { JOBS, type JobHandlers, type JobName, QUEUES, type QueueName } from './jobs.js';
import { openPostgresBackend } from './postgres-backend.js';
import type { Queues } from './queues.js';
import { openRedisBackend } from './redis-backend.js';

/** A finished job leaves no trace, so that its id can be rung again: the ledger, not the queue, is the proof. */
const TRACELESS = { removeOnComplete: true, removeOnFail: true };

const CLOSING_MILLISECONDS = 10_000;

export interface QueueSettings {
  /** `postgres://` or `redis://` address; decides the backend. */
  url: string;
  /** True to use a Redis that may forget jobs. */
  acceptUnsafe: boolean;
  /** Hears of connections that break and jobs that fail; both are made good later. */
  onTrouble: (error: Error) => void;
}

/**
 * Opens the queue. Nothing but this function knows which backend it is.
 * @throws UnsafeQueueError for a Redis that may lose jobs, another Error when the queue is unreachable.
 */
export async function openQueues(settings: QueueSettings): Promise<Queues> {
  const { url, acceptUnsafe, onTrouble } = settings;
  const backend = await (url.startsWith('redis')
    ? openRedisBackend(url, acceptUnsafe)
    : openPostgresBackend(url));
  const queues = Object.fromEntries(
    Object.keys(QUEUES).map((name) => [name, openQueue(backend, name, onTrouble)]),
  ) as Record<QueueName, AnyQueue>;
  const workers: AnyWorker[] = [];
  const queueOf = (job: JobName) => queues[JOBS[job].queue];

  return {
    backend: backend.name,
    async add(job, entries) {
      if (entries.length === 0) return;
      await queueOf(job).addBulk(
        entries.map(({ id, payload }) => ({ name: job, data: payload, opts: { jobId: id, ...TRACELESS } })),
      );
    },
    waiting: (job) => queueOf(job).getWaitingCount(),
    async ringEvery(job, seconds) {
      const template = { name: job, data: { v: 1 }, opts: TRACELESS };
      await queueOf(job).upsertJobScheduler(job, { every: Math.round(seconds * 1000) }, template);
    },
    work(handlers) {
      workers.push(...startWorkers(backend, handlers, onTrouble));
    },
    async close() {
      await withinTime(Promise.all(workers.map((worker) => worker.close())));
      await withinTime(Promise.all(Object.values(queues).map((queue) => queue.close())));
    },
  };
}

function openQueue(backend: Backend, name: string, onTrouble: (error: Error) => void): AnyQueue {
  const queue = backend.queue(name, {});
  queue.on('error', onTrouble);
  return queue;
}

function startWorkers(
  backend: Backend,
  handlers: JobHandlers,
  onTrouble: (error: Error) => void,
): AnyWorker[] {
  const process: Processor = async (job) => {
    const handle = handlers[job.name as JobName] as ((payload: unknown) => Promise<void>) | undefined;
    try {
      if (!handle) throw new Error(`This worker does not know the job ${job.name}.`);
      await handle(job.data);
    } catch (error) {
      onTrouble(new Error(`job ${job.name} failed: ${(error as Error).message}`, { cause: error }));
      throw error;
    }
  };
  return Object.entries(QUEUES).map(([name, { concurrency }]) => {
    const worker = backend.worker(name, process, { concurrency, runRetryDelay: 2_000 });
    worker.on('error', onTrouble);
    return worker;
  });
}

/** A queue that is gone must not keep the process from stopping; a job cut short is rung again. */
async function withinTime(closing: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, CLOSING_MILLISECONDS);
  });
  await Promise.race([closing.catch(() => {}), timeout]);
  clearTimeout(timer);
}
