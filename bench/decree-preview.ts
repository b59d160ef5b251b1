import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '#config/policy/load-policy';
import type { DecreeBody } from '#contract';
import { Database } from '#database';
import { type Actor, legalDateOf, workingCalendar } from '#domain';
import {
  applyDecree,
  type DecreeOutcome,
  draftDecree,
  goOnWithDecree,
  type Office,
  Policies,
  previewDecree,
  retractDecree,
} from '#petitions';
import { freePort } from '../apps/command-line/ports.js';
import { startPostgres } from '../apps/command-line/postgres-server.js';
import { registerOpenCases } from './open-cases.js';

/** A preview over the whole register may take this long on two cores. */
const FLOOR_SECONDS = 10;
const CASES = Number(process.argv[2] ?? 200_000);
const AGENCIES = Array.from({ length: 40 }, (_, index) => `so-bench-${index + 1}`);
const DESK = 'tru-so-tcd';
const ADMINISTRATOR: Actor = { id: 'bench', role: 'administrator', agencyCode: null };
const today = legalDateOf(new Date().toISOString());

/**
 * `node dist/bench/decree-preview.js [cases]`: previews, applies and retracts decrees over a register of open cases in a
 * PostgreSQL of its own, and prints a line of JSON for each: seconds, and whether the clocks that moved are exactly
 * those of the preview, moved once, and came back.
 */
const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-bench-'));
const postgres = await startPostgres({
  directory: join(folder, 'postgres'),
  port: await freePort(),
  password: 'bench',
  logFile: join(folder, 'postgres.log'),
});
const office = await openOffice(postgres.url);
try {
  await seed(office);
  for (const [name, body] of Object.entries(decrees(office))) await measure(office, name, body);
} finally {
  await office.database.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function openOffice(url: string): Promise<Office> {
  const database = await Database.connect(url, 5);
  await database.migrate();
  await database.rows(
    `insert into agency (code, name, kind) select code, code, 'department' from unnest($1::text[]) as code`,
    [[DESK, ...AGENCIES]],
  );
  return {
    database,
    policies: new Policies(loadPolicy()),
    registerCode: 'BN',
    coordinationAgency: DESK,
    secretKey: 'a-secret-key-that-only-the-bench-uses',
    publicUrl: 'http://localhost:3000',
  };
}

async function seed(office: Office): Promise<void> {
  const startedAt = performance.now();
  await registerOpenCases(office, { count: CASES, agencies: AGENCIES, desk: DESK, today });
  await office.database.rows('vacuum analyze');
  const [row] = await office.database.rows<{ open: number; clocks: number }>(
    `select (select count(*)::int from cases where headline <> 'resolved') as open,
       (select count(*)::int from deadline where state in ('running', 'paused')) as clocks`,
  );
  console.log(JSON.stringify({ seeded: row, seconds: secondsSince(startedAt), cores: cpus().length }));
}

/** One day off soon, which moves much of the register; and the schedule of a whole year. */
function decrees(office: Office): Record<string, DecreeBody> {
  const calendar = workingCalendar(office.policies.built.calendar);
  const day = calendar.addWorkingDays(today, 3);
  const paper = { signedOn: today, title: 'Bench', source: 'Bench', workingDays: [], takenOut: [] };
  return {
    oneDay: {
      ...paper,
      number: 'BENCH-1',
      daysOff: [{ date: day, name: 'Bench', swapped: false }],
      officialYears: [],
      validThrough: null,
    },
    wholeYear: {
      ...paper,
      number: 'BENCH-2',
      daysOff: [7, 22, 40].map((n) => ({
        date: calendar.addWorkingDays(today, n),
        name: 'Bench',
        swapped: false,
      })),
      officialYears: [2027],
      validThrough: '2027-12-31',
    },
  };
}

async function measure(office: Office, decree: string, body: DecreeBody): Promise<void> {
  const { id } = done(await draftDecree(office, ADMINISTRATOR, body));
  const before = await dates(office);
  const [previewSeconds, previewed] = await timed(() => previewDecree(office, id));
  const [applySeconds] = await timed(() => toTheEnd(office, () => applyDecree(office, ADMINISTRATOR, id)));
  const applied = await dates(office);
  const isExact = isSame(await previewedDates(office, id, before), applied);
  await toTheEnd(office, () => applyDecree(office, ADMINISTRATOR, id));
  const isIdempotent = isSame(applied, await dates(office));
  const [retractSeconds] = await timed(() =>
    toTheEnd(office, () => retractDecree(office, ADMINISTRATOR, id)),
  );
  const isRestored = isSame(before, await dates(office));
  const { totals } = done(previewed).preview!;
  const seconds = { previewSeconds, applySeconds, retractSeconds };
  console.log(JSON.stringify({ decree, ...seconds, isExact, isIdempotent, isRestored, ...totals }));
  if (!(isExact && isIdempotent && isRestored && previewSeconds <= FLOOR_SECONDS)) process.exitCode = 1;
}

/** As a request and the worker's rounds do together. */
async function toTheEnd(office: Office, act: () => Promise<DecreeOutcome>): Promise<void> {
  done(await act());
  while (await goOnWithDecree(office, 60_000));
}

/** Every clock with its due date. */
async function dates(office: Office): Promise<Map<string, string | null>> {
  const rows = await office.database.rows<{ id: string; due: string | null }>('select id, due from deadline');
  return new Map(rows.map(({ id, due }) => [id, due]));
}

/** Every clock with the due date that the preview foretold: its own, where the preview does not name it. */
async function previewedDates(office: Office, decreeId: string, before: Map<string, string | null>) {
  const rows = await office.database.rows<{ id: string; due: string | null }>(
    'select deadline_id as id, new_due as due from decree_move where decree_id = $1',
    [decreeId],
  );
  return new Map([...before, ...rows.map(({ id, due }): [string, string | null] => [id, due])]);
}

function isSame(one: Map<string, string | null>, other: Map<string, string | null>): boolean {
  return one.size === other.size && [...one].every(([id, due]) => other.get(id) === due);
}

function done(outcome: DecreeOutcome) {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.decree;
}

async function timed<Result>(act: () => Promise<Result>): Promise<[seconds: number, result: Result]> {
  const startedAt = performance.now();
  const result = await act();
  return [secondsSince(startedAt), result];
}

function secondsSince(startedAt: number): number {
  return Number(((performance.now() - startedAt) / 1_000).toFixed(1));
}
