import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Office } from '#petitions';
import { freePort } from '../apps/command-line/ports.js';
import { startPostgres } from '../apps/command-line/postgres-server.js';
import { measure, tableOf } from './reading/measure.js';
import { fillRegister, openReadingOffice } from './reading/office.js';
import { questionsOf } from './reading/questions.js';
import { readSamples } from './reading/samples.js';
import { workingTime } from './reading/working-time.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '60' }, database: { type: 'string' } },
});
const CASES = Number(positionals[0] ?? 1_000_000);

/**
 * `node dist/bench/reading.js [cases] [--rounds 60] [--database URL]`: fills a register, puts every question of the
 * screens to it as every kind of reader, and prints one line of JSON and a table. Without `--database` it starts a
 * PostgreSQL of its own and removes it afterwards; an empty database that is named is filled, and kept.
 */
if (values.database) await bench(values.database);
else await withOwnPostgres(bench);

async function bench(url: string): Promise<void> {
  await fillRegister(url, CASES);
  // One connection, so that the work of one process of the server is all the work there is.
  const office = await openReadingOffice(url, 1);
  try {
    await report(office);
  } finally {
    await office.database.close();
  }
}

async function report(office: Office): Promise<void> {
  const [held] = await office.database.rows<{ cases: number }>('select count(*)::int as cases from cases');
  const questions = questionsOf(office, await readSamples(office));
  const measured = await measure(questions, Number(values.rounds), await workingTime(office.database));
  console.log(
    JSON.stringify({ ...held, rounds: Number(values.rounds), cores: cpus().length, questions: measured }),
  );
  console.log(tableOf(measured));
}

async function withOwnPostgres(work: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-reading-'));
  const postgres = await startPostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
    logFile: join(folder, 'postgres.log'),
    settings: ['shared_buffers=1GB', 'maintenance_work_mem=256MB', 'max_wal_size=8GB'],
  });
  try {
    await work(postgres.url);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
