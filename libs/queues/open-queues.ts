import type { Processor, Queue, Telemetry } from 'bullmq';
import type { AnyQueue, AnyWorker, Backend } from './backend.js';
import { JOBS, type JobName, QUEUES, type QueueName } from './jobs.js';
import { openPostgresBackend } from './postgres-backend.js';
import { processorOf } from './process-job.js';
import type { Queues } from './queues.js';
import { openRedisBackend } from './redis-backend.js';
import { within } from './within.js';

/** A finished job leaves no trace, so that its id can be rung again: the ledger, not the queue, is the proof. */
const TRACELESS = { removeOnComplete: true, removeOnFail: true };

/** A job whose worker died is taken up by another after some 10 seconds; one taken up too early does no harm. */
const PACE = { lockDuration: 10_000, stalledInterval: 5_000, runRetryDelay: 2_000 };

const CLOSING_MS = 10_000;
const ANSWER_MS = 2_000;

export interface QueueSettings {
  /** `postgres://` or `redis://` address; decides the backend. */
  url: string;
  /** True to use a Redis that may forget jobs. */
  acceptUnsafe: boolean;
  /** Hears of connections that break and jobs that fail; both are made good later. */
  onTrouble: (error: Error) => void;
  /** Carries traces from whoever adds a job to whoever takes it. */
  telemetry?: Telemetry;
}

/**
 * Opens the queue. Nothing but this function knows which backend it is.
 * @throws UnsafeQueueError for a Redis that may lose jobs, another Error when the queue is unreachable.
 */
export async function openQueues(settings: QueueSettings): Promise<Queues> {
  const { url, acceptUnsafe, onTrouble } = settings;
  const traced = settings.telemetry ? { telemetry: settings.telemetry } : {};
  const backend = await (url.startsWith('redis')
    ? openRedisBackend(url, acceptUnsafe)
    : openPostgresBackend(url));
  const queues = Object.fromEntries(
    Object.keys(QUEUES).map((name) => [name, openQueue(backend, name, traced, onTrouble)]),
  ) as Record<QueueName, AnyQueue>;
  const workers: AnyWorker[] = [];
  const inHand = new Set<Promise<void>>();
  const queueOf = (job: JobName) => queues[JOBS[job].queue];

  return {
    backend: backend.name,
    risks: backend.risks,
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
      const process = processorOf(handlers, inHand, onTrouble);
      workers.push(...startWorkers(backend, process, traced, onTrouble));
    },
    boards: () => Object.values(queues) as unknown as Queue[],
    async close() {
      backend.abandon();
      const answers = await within(ANSWER_MS, queues.bell.getWaitingCount());
      await (answers ? Promise.all(workers.map(finish)) : letGo(workers, inHand));
      await within(CLOSING_MS, Promise.all(Object.values(queues).map((queue) => queue.close())));
    },
  };
}

type Traced = Pick<QueueSettings, 'telemetry'>;
type OnTrouble = QueueSettings['onTrouble'];

function openQueue(backend: Backend, name: string, traced: Traced, onTrouble: OnTrouble): AnyQueue {
  const queue = backend.queue(name, traced);
  queue.on('error', onTrouble);
  return queue;
}

function startWorkers(
  backend: Backend,
  process: Processor,
  traced: Traced,
  onTrouble: OnTrouble,
): AnyWorker[] {
  return Object.entries(QUEUES).map(([name, { concurrency }]) => {
    const worker = backend.worker(name, process, { concurrency, ...PACE, ...traced });
    worker.on('error', onTrouble);
    return worker;
  });
}

async function finish(worker: AnyWorker): Promise<void> {
  await within(CLOSING_MS, worker.close());
}

/**
 * Closes workers whose queue is gone. Asked politely, BullMQ would wait for it to come back; so only the jobs
 * in hand are waited for, and whatever of them the queue does not hear about is rung again.
 */
async function letGo(workers: readonly AnyWorker[], inHand: ReadonlySet<Promise<void>>): Promise<void> {
  await Promise.all(workers.map((worker) => worker.pause(true)));
  await within(CLOSING_MS, Promise.allSettled(inHand));
  await within(CLOSING_MS, Promise.all(workers.map((worker) => worker.close(true))));
}
