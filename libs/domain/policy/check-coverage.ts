import { type Clock, LIMITS, PROCEDURES, type Procedure } from '../vocabulary.js';
import { listOf } from './claims.js';
import type { LimitRule } from './policy.js';

const COMPLAINTS: readonly Procedure[] = ['complaintFirst', 'complaintSecond'];
const DECIDED: readonly Procedure[] = [...COMPLAINTS, 'denunciation'];
const DENUNCIATION: readonly Procedure[] = ['denunciation'];

/**
 * The clocks that the charts start, by procedure: a clock without a number would never ring. Voters' petitions come
 * from meetings of delegates, so nobody at a desk waits for an answer.
 */
export const CLOCKS_IN_USE: Record<Clock, readonly Procedure[]> = {
  answerVisitor: ['unclassified', ...DECIDED, 'feedback'],
  process: PROCEDURES,
  accept: DECIDED,
  settle: [...DECIDED, 'feedback', 'voterPetition'],
  answerUrge: PROCEDURES,
  review: PROCEDURES,
  transfer: ['denunciation', 'feedback'],
  answerForwarder: DENUNCIATION,
  refuseVisit: ['unclassified', ...DECIDED, 'feedback'],
  notifyAcceptance: DENUNCIATION,
  sendSuspension: DECIDED,
  sendDecision: COMPLAINTS,
  sendConclusion: DENUNCIATION,
  actOnConclusion: DENUNCIATION,
  publish: DECIDED,
  reportToForwarder: DECIDED,
  legalForce: COMPLAINTS,
  reviewFurtherDenunciation: DENUNCIATION,
  reportOverdue: DENUNCIATION,
  reportToCouncil: [...DECIDED, 'feedback'],
  answerInterpellation: [...DECIDED, 'feedback', 'voterPetition'],
};

/** Problems of what is missing: each limit of the vocabulary has a rule, each clock one for every procedure it runs in. */
export function checkCoverage(limits: readonly LimitRule[]): string[] {
  const rules = listOf(limits);
  const holds = (limit: string, procedure?: Procedure) =>
    rules.some(
      ({ clock, procedures }) =>
        clock === limit && (procedure === undefined || listOf(procedures).includes(procedure)),
    );
  const clocks = Object.entries(CLOCKS_IN_USE).flatMap(([clock, procedures]) =>
    procedures.filter((procedure) => !holds(clock, procedure)).map((procedure) => `${clock} of ${procedure}`),
  );
  const others = LIMITS.filter((limit) => !Object.hasOwn(CLOCKS_IN_USE, limit) && !holds(limit));
  return [...clocks, ...others].map((missing) => `limits.json holds no rule for ${missing}`);
}
