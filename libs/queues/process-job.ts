import { DelayedError, type Processor } from 'bullmq';
import type { AnyJob } from './backend.js';
import { type JobHandlers, type JobName, KNOWN_VERSIONS } from './jobs.js';

/** A job of a version that is not known here lies so long until a worker looks at it again. */
const PUT_BACK_MS = 2_000;

/**
 * Takes one job at a time from BullMQ to its handler. A job of a newer version is put back: it has not failed, and a
 * newer worker will take it.
 * @param inHand holds the jobs whose handlers run.
 */
export function processorOf(
  handlers: JobHandlers,
  inHand: Set<Promise<void>>,
  onTrouble: (error: Error) => void,
): Processor {
  return async (job, token) => {
    if (!isKnown(job)) return putBack(job, token);
    const handle = handlers[job.name as JobName] as (payload: unknown) => Promise<void>;
    const done = handle(job.data);
    inHand.add(done);
    try {
      await done;
    } catch (error) {
      onTrouble(new Error(`job ${job.name} failed: ${(error as Error).message}`, { cause: error }));
      throw error;
    } finally {
      inHand.delete(done);
    }
  };
}

function isKnown({ name, data }: AnyJob): boolean {
  return KNOWN_VERSIONS[name as JobName]?.includes((data as { v?: number } | null)?.v ?? 0) ?? false;
}

async function putBack(job: AnyJob, token: string | undefined): Promise<never> {
  await job.moveToDelayed(Date.now() + PUT_BACK_MS, token);
  throw new DelayedError();
}
