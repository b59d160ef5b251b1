import { randomUUIDv7 } from 'node:crypto';
import { type Actor, addCalendarDays, type Command, type LegalDate, type Procedure } from '#domain';
import { type CommandRequest, type Office, runCommands } from '#petitions';

const IMPORTER: Actor = { id: 'bench', role: 'system', agencyCode: null };

/** Petitions come in over so many days before today. */
const DAYS = 90;

/** Where a case of the register stands: its procedure, and what was done after it was assigned. */
interface Way {
  procedure: Exclude<Procedure, 'unclassified'>;
  acts: readonly ('confirmIdentity' | 'accept' | 'suspend')[];
}

const WAYS: readonly Way[] = [
  { procedure: 'complaintFirst', acts: [] },
  { procedure: 'complaintFirst', acts: ['accept'] },
  { procedure: 'denunciation', acts: ['confirmIdentity', 'accept'] },
  { procedure: 'feedback', acts: [] },
  { procedure: 'voterPetition', acts: [] },
  { procedure: 'complaintSecond', acts: ['accept'] },
  { procedure: 'complaintFirst', acts: ['accept', 'suspend'] },
];

/** A register to fill: how many open cases, by turns of these agencies, taken in by that desk. */
export interface Register {
  count: number;
  agencies: readonly string[];
  desk: string;
  today: LegalDate;
}

/** Fills an office with open cases through the door: every clock and ledger is one that the engine made. */
export async function registerOpenCases(office: Office, register: Register): Promise<void> {
  const batch = 1_000;
  for (let first = 0; first < register.count; first += batch) {
    const size = Math.min(batch, register.count - first);
    const cases = Array.from({ length: size }, (_, index) => plan(register, first + index));
    await give(
      office,
      cases.map(({ opening }) => opening),
    );
    await give(
      office,
      cases.flatMap(({ acts }) => acts),
    );
  }
}

function plan(register: Register, place: number): { opening: CommandRequest; acts: CommandRequest[] } {
  const way = WAYS[place % WAYS.length]!;
  const agencyCode = register.agencies[place % register.agencies.length]!;
  const receivedOn = addCalendarDays(register.today, -((place * 7) % DAYS));
  const caseId = randomUUIDv7();
  const head: Actor = { id: 'bench-head', role: 'agencyHead', agencyCode };
  const acts = way.acts.map((act, index): Command => {
    const on = [addCalendarDays(receivedOn, 2 + 3 * index), register.today].sort()[0]!;
    if (act === 'confirmIdentity') return { type: act, on, known: true };
    return act === 'accept' ? { type: act, on } : { type: act, on, reason: 'Bất khả kháng' };
  });
  return {
    opening: openingOf(register, { caseId, receivedOn, agencyCode, procedure: way.procedure }),
    acts: acts.length === 0 ? [] : [{ actor: head, caseId, commands: acts, expectedVersion: null }],
  };
}

function openingOf(
  { desk }: Register,
  of: { caseId: string; receivedOn: LegalDate; agencyCode: string; procedure: Way['procedure'] },
): CommandRequest {
  const { caseId, receivedOn, agencyCode, procedure } = of;
  return {
    actor: IMPORTER,
    caseId,
    expectedVersion: null,
    commands: [
      {
        type: 'register',
        receivedOn,
        channel: 'post',
        declaredKind: null,
        deskAgencyCode: desk,
        backdatingReason: 'Nhập sổ',
      },
      { type: 'classify', procedure },
      { type: 'assign', agencyCode, receivedByAgencyOn: receivedOn },
    ],
    registration: {
      subject: 'Đơn thử tải',
      content: null,
      topic: null,
      placeText: null,
      placeCode: null,
      agencyNamed: null,
      petitioner: null,
      source: null,
      attention: [],
    },
  };
}

async function give(office: Office, requests: CommandRequest[]): Promise<void> {
  if (requests.length === 0) return;
  for (const outcome of await runCommands(office, requests)) {
    if (!outcome.ok) throw new Error(`The register was refused a command: ${outcome.refusal.code}`);
  }
}
