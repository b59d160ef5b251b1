/*
 * What a deadline is worth that is a delayed job: this worker fires whatever the queue hands it, as a first version of
 * such a program would. It prints a line when a job fires. Started by clocks.spec.ts, in a wrong time.
 */
import { createPostgresBackend, Worker, withBackend } from 'bullmq';

const url = process.argv[2] ?? '';
const fire = async () => console.log('fired');
if (url.startsWith('redis')) {
  const { hostname, port } = new URL(url);
  new Worker('naive', fire, {
    connection: { host: hostname, port: Number(port), maxRetriesPerRequest: null },
  });
} else {
  const { Worker: PostgresWorker } = withBackend(createPostgresBackend);
  new PostgresWorker('naive', fire, { connection: { connectionString: url, schema: 'naive' } });
}
console.log('started');
