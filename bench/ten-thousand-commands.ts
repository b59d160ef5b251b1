import { cpus } from 'node:os';
import { legalDateOf } from '#domain';
import { AGENCY, type BenchOffice, openBenchOffice, type Person } from './bench-office.js';

const COMMANDS = 10_000;
const IN_FLIGHT = 32;
const today = legalDateOf(new Date().toISOString());

/** One step of a case's way: who gives which command. */
interface Step {
  by: 'desk' | 'officer' | 'head';
  command: string;
  body: object;
}

const assign: Step = {
  by: 'desk',
  command: 'assign',
  body: { agencyCode: AGENCY, receivedByAgencyOn: today },
};
const startVerification: Step = { by: 'officer', command: 'start-verification', body: { on: today } };
const classify = (procedure: string): Step => ({ by: 'desk', command: 'classify', body: { procedure } });
const resolve = (outcome: string): Step => ({
  by: 'head',
  command: 'resolve',
  body: { on: today, outcome, summary: 'Đã giải quyết.' },
});

/** The two ways most petitions go, after they are registered. */
const WAYS: readonly Step[][] = [
  [
    classify('complaintFirst'),
    assign,
    { by: 'officer', command: 'propose-acceptance', body: {} },
    { by: 'head', command: 'accept', body: { on: today } },
    startVerification,
    {
      by: 'head',
      command: 'record-complexity',
      body: { on: today, criteria: ['severalPlaces'], remote: false },
    },
    resolve('decidedPartlyRight'),
  ],
  [classify('feedback'), assign, startVerification, resolve('answeredResolved')],
];

/** What was measured: milliseconds of each answer, and what went wrong, by its status and code. */
interface Tally {
  sent: number;
  milliseconds: number[];
  errors: Map<string, number>;
}

/** `npm run bench`: 10,000 commands through one API process, 32 in flight; prints one line of JSON. */
const office = await openBenchOffice();
const tally: Tally = { sent: 0, milliseconds: [], errors: new Map() };
const startedAt = performance.now();
await Promise.all(Array.from({ length: IN_FLIGHT }, (_, lane) => work(office, tally, lane)));
const seconds = (performance.now() - startedAt) / 1_000;
await office.stop();
report(tally, seconds);

/** Leads one case after another through its whole way until enough commands are sent. */
async function work(office: BenchOffice, tally: Tally, lane: number): Promise<void> {
  for (let turn = lane; tally.sent < COMMANDS; turn += 1) {
    let held = await send(tally, office.desk, '/api/v1/cases', {
      subject: `Đơn thử tải số ${turn}`,
      channel: 'inPerson',
      receivedOn: today,
      petitioner: { fullName: 'Người mẫu A' },
    });
    for (const { by, command, body } of WAYS[turn % WAYS.length] ?? []) {
      if (held === null || tally.sent >= COMMANDS) break;
      held = await send(tally, office[by], `/api/v1/cases/${held.caseId}/${command}`, body, held.version);
    }
  }
}

async function send(tally: Tally, person: Person, path: string, body: object, version?: number) {
  tally.sent += 1;
  const startedAt = performance.now();
  const answer = await person(path, body, version);
  const content = (await answer.json()) as { caseId: string; version: number; code?: string };
  tally.milliseconds.push(performance.now() - startedAt);
  if (answer.ok) return content;
  const error = `${answer.status} ${content.code}`;
  tally.errors.set(error, (tally.errors.get(error) ?? 0) + 1);
  return null;
}

function report({ milliseconds, errors }: Tally, seconds: number): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const percentile = (share: number) =>
    Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1));
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    JSON.stringify({
      commands: sorted.length,
      errors: failed,
      errorKinds: Object.fromEntries(errors),
      inFlight: IN_FLIGHT,
      cores: cpus().length,
      seconds: Number(seconds.toFixed(1)),
      perSecond: Math.round(sorted.length / seconds),
      p50Ms: percentile(0.5),
      p99Ms: percentile(0.99),
    }),
  );
  process.exitCode = failed === 0 ? 0 : 1;
}
