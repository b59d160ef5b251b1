import { randomUUID } from 'node:crypto';
import {
  type Actor,
  addCalendarDays,
  CHANNELS,
  COMPLEXITY_CRITERIA,
  type Command,
  type LegalDate,
  type Procedure,
} from '#domain';
import { type CommandRequest, type Office, runCommands } from '#petitions';
import { randomOf } from './random-histories.js';

const BATCH = 500;
const KINDS = ['complaintFirst', 'complaintSecond', 'denunciation', 'feedback', 'voterPetition'] as const;

/** Whom the cases are given to, and by whom they are taken in. */
export interface ManyCases {
  count: number;
  /** Received on a random day from then to `to`. */
  from: LegalDate;
  to: LegalDate;
  desk: Actor;
  heads: readonly Actor[];
  seed: number;
}

/**
 * Takes in many cases of all kinds through the door and lets their agencies act on them at random: accepted, found
 * complex, suspended, continued, extended, decided. Acts that the engine refuses are left out.
 * @returns the ids of the cases.
 */
export async function takeInMany(office: Office, many: ManyCases): Promise<string[]> {
  const random = randomOf(many.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const days = Math.round((Date.parse(many.to) - Date.parse(many.from)) / 86_400_000);
  const later = (day: LegalDate, most: number) => {
    const next = addCalendarDays(day, Math.floor(random() * most));
    return next < many.to ? next : many.to;
  };
  const plans = Array.from({ length: many.count }, () => {
    const receivedOn = addCalendarDays(many.from, Math.floor(random() * (days + 1)));
    return { id: randomUUID(), receivedOn, procedure: pick(KINDS), head: pick(many.heads) };
  });
  await give(
    office,
    plans.map((plan) => registration(plan, many.desk, pick(CHANNELS), random() < 0.9)),
  );
  await give(
    office,
    plans.flatMap(({ id, receivedOn, procedure, head }) => {
      let day = later(receivedOn, 6);
      return acts(procedure).flatMap(([share, act]) => {
        if (random() > share) return [];
        day = later(day, 20);
        return [{ actor: head, caseId: id, commands: [act(day)], expectedVersion: null }];
      });
    }),
  );
  return plans.map(({ id }) => id);
}

/** What an agency may do, in the order in which it would, each with how often it happens. */
function acts(procedure: Procedure): readonly (readonly [share: number, act: (on: LegalDate) => Command])[] {
  const criteria = COMPLEXITY_CRITERIA.slice(0, procedure === 'denunciation' ? 2 : 1);
  return [
    [0.9, (on) => ({ type: 'confirmIdentity', on, known: true })],
    [0.85, (on) => ({ type: 'accept', on })],
    [0.7, (on) => ({ type: 'startVerification', on, noConflict: true })],
    [0.3, (on) => ({ type: 'recordComplexity', on, criteria, remote: on.endsWith('5') })],
    [0.25, (on) => ({ type: 'suspend', on, reason: 'Chờ kết quả của cơ quan khác' })],
    [0.7, (on) => ({ type: 'continue', on })],
    [0.3, (on) => ({ type: 'extend', on, reason: 'Vụ việc phức tạp' })],
    [0.2, (on) => ({ type: 'requestExpertise', on })],
    [0.6, (on) => ({ type: 'receiveExpertise', on })],
    [0.3, (on) => ({ type: 'reportVerification', on })],
  ];
}

function registration(
  {
    id,
    receivedOn,
    procedure,
    head,
  }: { id: string; receivedOn: LegalDate; procedure: (typeof KINDS)[number]; head: Actor },
  desk: Actor,
  channel: (typeof CHANNELS)[number],
  isAssigned: boolean,
): CommandRequest {
  const agencyCode = head.agencyCode as string;
  const assign: Command = { type: 'assign', agencyCode, receivedByAgencyOn: receivedOn };
  return {
    actor: desk,
    caseId: id,
    commands: [
      {
        type: 'register',
        receivedOn,
        channel,
        declaredKind: null,
        deskAgencyCode: desk.agencyCode as string,
        backdatingReason: 'Nhập từ sổ',
      },
      { type: 'classify', procedure },
      ...(isAssigned ? [assign] : []),
    ],
    expectedVersion: null,
    registration: {
      subject: 'Đơn mẫu',
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

async function give(office: Office, requests: readonly CommandRequest[]): Promise<void> {
  for (let start = 0; start < requests.length; start += BATCH) {
    await runCommands(office, requests.slice(start, start + BATCH));
  }
}
