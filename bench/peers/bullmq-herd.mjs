import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue, Worker } from 'bullmq';
import { connectionTo } from './bullmq.mjs';
import { openPool } from './pool.mjs';

const QUEUE = 'deadline';
const CONCURRENCY = 32;
const BATCH = 1_000;
/** The clocks of the cases are due by then; PostgreSQL would refuse to ring them earlier. */
const LEAD_MS = 12_000;

/**
 * `node bullmq-herd.mjs SETTINGS`: one delayed job per deadline, all due at one instant, each ringing its clock with the
 * same database work; prints milliseconds after the instant. With `worker` as a second argument, the worker.
 */
const settings = JSON.parse(process.argv[2]);
await (process.argv[3] === 'worker' ? work(settings) : measure(settings));

async function measure({ databaseUrl, redisUrl, range: [from, to] }) {
  const pool = openPool(databaseUrl, 2);
  const { rows } = await pool.query(`select extract(epoch from max(next_alarm_at)) * 1000 as due from deadline
    where case_id = ('01980000-0000-7000-8000-' || lpad(to_hex(${from}), 12, '0'))::uuid and state = 'running'`);
  const queue = new Queue(QUEUE, { connection: connectionTo(redisUrl) });
  await queue.obliterate({ force: true });
  const dueAt = Math.max(Number(rows[0].due), Date.now() + LEAD_MS);
  for (let first = from; first < to; first += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, to - first) }, (_, index) => first + index);
    await queue.addBulk(
      places.map((place) => ({
        name: 'deadline',
        data: { place },
        opts: { delay: dueAt - Date.now(), removeOnComplete: true },
      })),
    );
  }
  const late = Date.now() - dueAt;
  if (late > 0) throw new Error(`Adding the jobs took ${late} ms longer than there was.`);
  const worker = fork(fileURLToPath(import.meta.url), [process.argv[2], 'worker']);
  await once(worker, 'message');
  const seen = { count: 0, firstMs: 0 };
  worker.on('message', ({ count, at }) => {
    seen.firstMs ||= at - dueAt;
    seen.count = count;
  });
  while (seen.count < to - from) await sleep(2);
  console.log(JSON.stringify({ firstMs: seen.firstMs, lastMs: Date.now() - dueAt }));
  worker.kill();
  process.exit();
}

async function work({ databaseUrl, redisUrl }) {
  const pool = openPool(databaseUrl, 12);
  let count = 0;
  const worker = new Worker(
    QUEUE,
    async ({ data: { place } }) => {
      await pool.query({ name: 'ring', text: 'select bench_ring($1)', values: [place] });
      count += 1;
      if (count === 1) process.send({ count, at: Date.now() });
    },
    { connection: connectionTo(redisUrl), concurrency: CONCURRENCY },
  );
  await worker.waitUntilReady();
  process.send({ count: 0 });
  setInterval(() => count > 0 && process.send({ count, at: Date.now() }), 5);
}
