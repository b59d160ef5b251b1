import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Queue } from 'bullmq';

/** The application's own building blocks, from where it was built. */
const library = (name) => import(pathToFileURL(join(process.cwd(), `dist/libs/${name}/index.js`)).href);

export const QUEUE = 'naive';

export const connectionOf = ({ QUEUE_URL }) => {
  const { hostname: host, port } = new URL(QUEUE_URL);
  return { host, port: Number(port), maxRetriesPerRequest: null };
};

/**
 * The engine as somebody would build it who trusts the queue: state and history are in the record, but what must
 * still happen is known to the queue alone. A timer is a delayed job, a message is a job added after the commit.
 */
export async function openNaiveOffice() {
  const [petitions, notices, { readEnv }] = await Promise.all([
    library('petitions'),
    library('notices'),
    import(pathToFileURL(join(process.cwd(), 'dist/config/env.js')).href),
  ]);
  const env = readEnv();
  return { env, office: await petitions.openOffice(env), ...petitions, ...notices };
}

/** Puts into the queue what a case has to be told and rung: every open clock, every message not yet sent. */
export function openTimers(env, { database }) {
  const queue = new Queue(QUEUE, { connection: connectionOf(env) });
  queue.on('error', () => {});
  return async (caseId) => {
    const clocks = await database.rows(
      `select id, clock, next_step as step, greatest(0, extract(epoch from next_alarm_at - now()) * 1000)::float8 as delay
       from deadline where case_id = $1 and state = 'running' and next_alarm_at is not null`,
      [caseId],
    );
    const messages = await database.rows('select id from outbox where case_id = $1 and rung_at is null', [
      caseId,
    ]);
    await queue.addBulk([
      ...clocks.map(({ id, clock, step, delay }) => ({
        name: 'alarm',
        data: { caseId, clock, deadlineId: id, step },
        opts: { jobId: `alarm-${id}-${step}`, delay: Math.round(delay), removeOnComplete: true },
      })),
      ...messages.map(({ id }) => ({
        name: 'message',
        data: { caseId, outboxId: id },
        opts: { jobId: `message-${id}`, removeOnComplete: true },
      })),
    ]);
  };
}
