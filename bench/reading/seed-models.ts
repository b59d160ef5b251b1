import { randomUUIDv7 } from 'node:crypto';
import { type Actor, addCalendarDays, type Command, type LegalDate } from '#domain';
import { type CommandRequest, type Office, runCommands } from '#petitions';
import { registerOpenCases } from '../open-cases.js';

/** Where the models are made. */
export interface ModelOffice {
  desk: string;
  agency: string;
  today: LegalDate;
}

/**
 * Leads a few cases through the door into each standing, so that what is copied from them is what the engine wrote:
 * open ones of every kind, settled ones, and settled ones that still owe a duty.
 */
export async function seedModels(office: Office, at: ModelOffice): Promise<void> {
  await registerOpenCases(office, { count: 14, agencies: [at.agency], desk: at.desk, today: at.today });
  const on = (days: number) => addCalendarDays(at.today, -days);
  const answered: Command[] = [
    { type: 'startVerification', on: on(20) },
    { type: 'resolve', on: on(15), outcome: 'answeredResolved', summary: 'Đã trả lời.' },
  ];
  const decided: Command[] = [
    { type: 'accept', on: on(25) },
    { type: 'startVerification', on: on(20) },
    { type: 'reportVerification', on: on(16) },
    { type: 'resolve', on: on(15), outcome: 'decidedWrong', summary: 'Giữ nguyên quyết định.' },
  ];
  const duties: Command[] = [
    { type: 'fulfil', duty: 'sendDecision', on: on(10) },
    { type: 'fulfil', duty: 'publish', on: on(10) },
  ];
  await lead(office, at, 'feedback', answered);
  await lead(office, at, 'complaintFirst', decided);
  await lead(office, at, 'complaintFirst', [...decided, ...duties]);
}

/** One case, entered from the register and settled by its head. */
async function lead(
  office: Office,
  at: ModelOffice,
  procedure: 'feedback' | 'complaintFirst',
  acts: readonly Command[],
): Promise<void> {
  const caseId = randomUUIDv7();
  const receivedOn = addCalendarDays(at.today, -30);
  const { desk: deskAgencyCode, agency: agencyCode } = at;
  const importer: Actor = { id: 'bench', role: 'system', agencyCode: null };
  const head: Actor = { id: 'bench', role: 'agencyHead', agencyCode };
  const opening: Command[] = [
    {
      type: 'register',
      receivedOn,
      channel: 'post',
      declaredKind: null,
      deskAgencyCode,
      backdatingReason: 'Nhập sổ',
    },
    { type: 'classify', procedure },
    { type: 'assign', agencyCode, receivedByAgencyOn: receivedOn },
  ];
  await give(office, {
    actor: importer,
    caseId,
    expectedVersion: null,
    commands: opening,
    registration: PAPER,
  });
  await give(office, { actor: head, caseId, expectedVersion: null, commands: acts });
}

const PAPER: NonNullable<CommandRequest['registration']> = {
  subject: 'Đơn mẫu',
  content: 'Nội dung đơn. '.repeat(30),
  topic: null,
  placeText: null,
  placeCode: null,
  agencyNamed: null,
  petitioner: null,
  source: null,
  attention: [],
};

async function give(office: Office, request: CommandRequest): Promise<void> {
  const [outcome] = await runCommands(office, [request]);
  if (!outcome?.ok) throw new Error(`A model was refused a command: ${outcome?.refusal.code}`);
}
