import { randomUUIDv7 } from 'node:crypto';
import { type Actor, addCalendarDays, type LegalDate, legalDateOf, type Role } from '#domain';
import { type CommandRequest, type Office, refusalView, runCommands } from '#petitions';
import { SAMPLE_CASES, type SampleCase } from './sample-cases.js';

/** Finds the demo's person of a role, in the agency that holds the case where the role belongs to one. */
export type FindActor = (role: Role, agencyCode: string | null) => Actor;

/**
 * Files the sample cases that are not there yet and takes each through its steps, by the same door and
 * under the same rules as everybody, with dates relative to today.
 */
export async function fileSamples(office: Office, findActor: FindActor): Promise<void> {
  const present = await presentSamples(office);
  const missing = SAMPLE_CASES.map((sample, index) => ({ sample, index, caseId: randomUUIDv7() })).filter(
    ({ sample }) => !present.has(keyOf(sample)),
  );
  const today = legalDateOf(new Date().toISOString());
  const registrations = missing.map((entry) => registration(entry, findActor, today));
  await runAll(office, registrations);
  const steps = missing.flatMap(({ sample, caseId }) =>
    sample.steps.map(({ by, daysAgo, command }) => ({
      actor: findActor(by, sample.agencyCode),
      caseId,
      commands: [command(addCalendarDays(today, -daysAgo))],
      expectedVersion: null,
    })),
  );
  await runAll(office, steps);
}

/** True when every sample case is on file. */
export async function hasSamples(office: Office): Promise<boolean> {
  const present = await presentSamples(office);
  return SAMPLE_CASES.every((sample) => present.has(keyOf(sample)));
}

async function presentSamples({ database }: Office): Promise<Set<string>> {
  const rows = await database.rows<{ key: string }>(
    'select source_key as key from petition where source_key = any($1)',
    [SAMPLE_CASES.map(keyOf)],
  );
  return new Set(rows.map(({ key }) => key));
}

const keyOf = ({ key }: SampleCase) => `demo:${key}`;

function registration(
  { sample, index, caseId }: { sample: SampleCase; index: number; caseId: string },
  findActor: FindActor,
  today: LegalDate,
): CommandRequest {
  const actor = findActor('deskOfficer', null);
  const { kind, channel, subject, topic, placeText, placeCode, receivedDaysAgo } = sample;
  return {
    actor,
    caseId,
    expectedVersion: null,
    commands: [
      {
        type: 'register',
        receivedOn: addCalendarDays(today, -receivedDaysAgo),
        channel,
        declaredKind: kind,
        deskAgencyCode: actor.agencyCode!,
        backdatingReason: 'Dữ liệu mẫu / sample data',
      },
    ],
    registration: {
      subject: `[Mẫu] ${subject}`,
      content: `${subject}. Đây là dữ liệu mẫu, không phải đơn của người nào có thật. / Sample data, the petition of no real person.`,
      topic,
      placeText,
      placeCode,
      agencyNamed: null,
      petitioner: samplePetitioner(index),
      source: { key: keyOf(sample), hash: sample.key, url: null },
      attention: [],
    },
  };
}

function samplePetitioner(index: number) {
  const letter = String.fromCharCode('A'.charCodeAt(0) + index);
  return {
    fullName: `Người mẫu ${letter} (dữ liệu mẫu)`,
    address: null,
    phone: null,
    idNumber: null,
    isSample: true,
  };
}

/** @throws Error when the engine refuses a step: then the samples no longer fit the rules. */
async function runAll(office: Office, requests: readonly CommandRequest[]): Promise<void> {
  const outcomes = await runCommands(office, requests);
  outcomes.forEach((outcome, index) => {
    if (outcome.ok) return;
    const [command] = requests[index]!.commands;
    throw new Error(`Sample case: ${command?.type} was refused: ${refusalView(outcome.refusal).message.en}`);
  });
}
