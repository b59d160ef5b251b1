import type { TrackingView } from '#contract';
import {
  type Actor,
  type CaseCommandName,
  type Deadline,
  explainSteps,
  leadingDeadline,
  type Policy,
  replay,
} from '#domain';
import type { Office } from '../office.js';
import { normaliseTrackingCode, trackingHash } from '../tracking-code.js';
import { readCase } from './read-case.js';

/** Whoever holds the code on the receipt; the question shows steps and dates, never people. */
const CODE_HOLDER: Actor = { id: 'code', role: 'system', agencyCode: null };

/**
 * Steps that the holder of a code does not see: inner ones of the office, and those that tell of secrecy, protection
 * or investigators, for a receipt may be lost.
 */
const HIDDEN_STEPS: readonly CaseCommandName[] = [
  'proposeAcceptance',
  'setPlace',
  'reportVerification',
  'reportRisk',
  'confirmIdentity',
  'liftSeal',
  'requestProtection',
  'decideProtection',
  'endProtection',
  'passCrimeSigns',
];

/** The case behind a code; null when no case has it. */
export async function trackCase(office: Office, typedCode: string): Promise<TrackingView | null> {
  const code = normaliseTrackingCode(typedCode);
  if (!code) return null;
  const [found] = await office.database.rows<{ id: string }>(
    'select id from cases where tracking_hash = $1',
    [trackingHash(code)],
  );
  const record = found && (await readCase(office, CODE_HOLDER, found.id));
  if (!record) return null;
  const leading = leadingDeadline(record.deadlines, record.handling);
  return {
    number: record.number,
    procedure: record.procedure,
    headline: record.headline,
    handling: record.handling,
    receivedOn: record.receivedOn,
    agencyName: record.agencyName,
    due: record.due,
    dueClock: record.dueClock,
    dueCertainty: record.dueCertainty,
    dueProvisional: record.dueProvisional,
    isLate: record.isLate,
    explanation: explained(leading, await office.policies.current(office.database.pool)),
    outcome: record.outcome,
    steps: await stepsOf(office, found.id),
  };
}

function explained(leading: Deadline | null, policy: Policy): TrackingView['explanation'] {
  if (!leading) return { vi: [], en: [] };
  const derivation = replay(leading.ledger, policy, leading.procedure);
  return { vi: explainSteps(derivation, 'vi'), en: explainSteps(derivation, 'en') };
}

type Step = TrackingView['steps'][number];

async function stepsOf(office: Office, caseId: string): Promise<Step[]> {
  const rows = await office.database.rows<Step & { isWarning: boolean }>(
    `select command, coalesce(legal_on, (at at time zone 'Asia/Ho_Chi_Minh')::date) as "on", headline,
       agency.name as "agencyName", coalesce(payload ->> 'kind' = 'warn', false) as "isWarning",
       case when command = 'deadlinePassed' then jsonb_build_object('clock', payload -> 'clock',
         'kind', payload -> 'kind', 'level', payload -> 'level') end as alarm,
       case when command = 'fulfil' then payload ->> 'duty' end as duty
     from history
     left join agency on agency.code = coalesce(payload ->> 'agencyCode', history.agency_code)
     where case_id = $1 and command <> all($2) order by seq`,
    [caseId, HIDDEN_STEPS],
  );
  return rows.filter(({ isWarning }) => !isWarning).map(({ isWarning: _, ...step }) => step);
}
