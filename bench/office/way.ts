import { createHash, randomUUID } from 'node:crypto';
import { type Command, legalDateOf } from '#domain';
import { commandCase, type Outcome } from '#petitions';
import { AGENCY, type BenchOffice, type BenchStaff } from './bench-office.js';
import { caseIdAt } from './seed-cases.js';

const today = legalDateOf(new Date().toISOString());

/** One command of the measured way, and who gives it. */
export interface Step {
  by: keyof BenchStaff;
  command: Command;
}

/**
 * The four commands that every measured case goes through, in order. Each moves the case, changes or starts a clock and
 * has somebody told; together they are what most of an office's day consists of.
 */
export const WAY: readonly Step[] = [
  { by: 'desk', command: { type: 'assign', agencyCode: AGENCY, receivedByAgencyOn: today } },
  { by: 'head', command: { type: 'accept', on: today } },
  { by: 'head', command: { type: 'suspend', on: today, reason: 'Chờ kết quả giám định' } },
  { by: 'head', command: { type: 'continue', on: today } },
];

/** Version of a case before the first command of its way: it is registered and classified. */
export const FIRST_VERSION = 2;

/** A command as an API would give it to the door: with the version seen and a key against repetition. */
export async function giveStep(bench: BenchOffice, caseId: string, version: number): Promise<Outcome> {
  const { by, command } = WAY[version - FIRST_VERSION]!;
  const requestHash = createHash('sha256').update(JSON.stringify({ caseId, command })).digest('hex');
  return commandCase(
    bench.office,
    bench.staff[by],
    { caseId, expectedVersion: version, command },
    { key: randomUUID(), requestHash },
  );
}

/** Leads the case at a place of the register through its whole way; `give` gives one command. */
export async function leadThrough(
  place: number,
  give: (caseId: string, version: number) => Promise<unknown>,
): Promise<void> {
  for (const index of WAY.keys()) await give(caseIdAt(place), FIRST_VERSION + index);
}

/** @throws when the door refused what the measurement rests on. */
export function accepted(outcome: Outcome): Extract<Outcome, { ok: true }>['result'] {
  if (outcome.ok) return outcome.result;
  throw new Error(`The door refused a measured command: ${outcome.refusal.code}`);
}
