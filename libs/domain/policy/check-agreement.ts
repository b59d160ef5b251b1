import type { CommandName } from '../commands.js';
import { type Clock, type Limit, PROCEDURES, type Procedure } from '../vocabulary.js';
import { citedSince, rankOf } from './cited-law.js';
import type { ActRow } from './law.js';
import type { LimitRule, Policy } from './policy.js';

type Tables = Pick<Policy, 'limits' | 'acts' | 'laws'>;
type Check = (policy: Tables) => string[];

const COMPLAINTS: readonly Procedure[] = ['complaintFirst', 'complaintSecond'];
const SETTLED: readonly Procedure[] = [...COMPLAINTS, 'denunciation'];
const AT_RECEPTION: readonly Procedure[] = [...SETTLED, 'feedback'];
const SUPERVISED: readonly Procedure[] = [...AT_RECEPTION, 'voterPetition'];

/** Limits that are looked up and run in no case, with the procedures they are looked up for. */
const LOOKED_UP: Readonly<Record<Exclude<Limit, Clock>, readonly Procedure[]>> = {
  postReceptionCalendar: AT_RECEPTION,
  announceOnlineReception: AT_RECEPTION,
  testOnlineLink: AT_RECEPTION,
  connectOnline: AT_RECEPTION,
  forwarderTellsCitizen: SETTLED,
  fileComplaint: ['complaintFirst'],
  fileSecondComplaint: COMPLAINTS,
  fileDisciplineComplaint: COMPLAINTS,
  fileDismissalComplaint: ['complaintSecond'],
  settleDiscipline: COMPLAINTS,
  inviteToDialogue: COMPLAINTS,
  handOverInformation: COMPLAINTS,
  tellFront: COMPLAINTS,
  reportMeasures: ['denunciation'],
  demandReport: ['denunciation'],
  askCooperation: ['voterPetition'],
  cooperate: ['voterPetition'],
  answerNationalVoters: ['voterPetition'],
  answerNationalVotersJointly: ['voterPetition'],
  remindWrongAnswer: ['voterPetition'],
  distributeReport: ['feedback'],
  reportToCommittee: AT_RECEPTION,
  announceHearing: SUPERVISED,
  planSupervision: SUPERVISED,
  sendSupervisionProgramme: SUPERVISED,
  sendDelegatesProgramme: SUPERVISED,
  reportSupervision: SUPERVISED,
  reportPromises: SUPERVISED,
};

/** Limits that are as old as the act they belong to: neither is known without the other. */
const TOGETHER: readonly (readonly [Limit, CommandName])[] = [
  ['answerVisitor', 'answerVisitor'],
  ['accept', 'accept'],
  ['notifyAcceptance', 'accept'],
  ['sendSuspension', 'suspend'],
  ['sendDecision', 'resolve'],
  ['legalForce', 'resolve'],
  ['sendConclusion', 'resolve'],
  ['actOnConclusion', 'resolve'],
  ['fileSecondComplaint', 'recordFurtherStep'],
  ['reviewFurtherDenunciation', 'recordFurtherStep'],
  ['reportToCouncil', 'supervise'],
  ['reportToCommittee', 'supervise'],
  ['answerInterpellation', 'supervise'],
  ['announceHearing', 'supervise'],
  ['planSupervision', 'supervise'],
  ['sendSupervisionProgramme', 'supervise'],
  ['sendDelegatesProgramme', 'supervise'],
  ['reportSupervision', 'supervise'],
  ['reportPromises', 'supervise'],
];

/** A case that can be settled on a day can be received on it: earlier clocks are known at least as long as later ones. */
const BEFORE_SETTLEMENT: readonly Limit[] = ['process', 'review', 'accept'];

const checks: readonly Check[] = [checkLookedUp, checkReach, checkBeginnings, checkReadings, checkLegalForce];

/**
 * Holds the rows of the policy to one another, as a clerk who knows the law would: every limit is there for the
 * procedures it belongs to and as long as its act and its law are, and a decree that changes a number of a law warns
 * of the law's.
 */
export function checkAgreement(policy: Tables): string[] {
  return checks.flatMap((check) => check(policy));
}

function checkLookedUp({ limits }: Tables): string[] {
  return (Object.entries(LOOKED_UP) as [Limit, readonly Procedure[]][]).flatMap(([limit, procedures]) =>
    procedures
      .filter((procedure) => rowsOf(limits, limit, procedure).length === 0)
      .map((procedure) => `limits.json holds no rule for ${limit} of ${procedure}`),
  );
}

function checkReach({ limits, acts, laws }: Tables): string[] {
  const oldest = laws[0]?.version ?? '';
  return PROCEDURES.flatMap((procedure) => {
    const known = (limit: Limit) => beginning(rowsOf(limits, limit, procedure));
    const done = (act: CommandName) =>
      beginning(acts.filter(({ command, procedures }) => command === act && procedures.includes(procedure)));
    const settled = known('settle') ?? oldest;
    const late = BEFORE_SETTLEMENT.filter((limit) => (known(limit) ?? '') > settled);
    const apart = TOGETHER.filter(([limit, act]) => known(limit) !== undefined && known(limit) !== done(act));
    const isSplit = done('escalate') !== done('supervise');
    return [
      ...(isSplit ? [`acts.json: escalating a ${procedure} is not as old as supervising it`] : []),
      ...late.map((limit) => `limits.json: ${limit} of ${procedure} is known later than its settlement`),
      ...apart.map(([limit, act]) => `${limit} of ${procedure} is not known as long as the act ${act}`),
    ];
  });
}

/** The first row of a limit or an act begins with the law it cites, a setting with the oldest law or with a year. */
function checkBeginnings({ limits, acts, laws }: Tables): string[] {
  const oldest = laws[0]?.version;
  const firstRows = PROCEDURES.flatMap((procedure) => [
    ...[...Map.groupBy(limits, ({ clock }) => clock).values()].flatMap((rows) => firstOf(rows, procedure)),
    ...[...Map.groupBy(acts, ({ command }) => command).values()].flatMap((rows) => firstOf(rows, procedure)),
  ]);
  return [...new Set(firstRows)].flatMap((row) => {
    const isSetting = row.certainty === 'setting';
    const since = isSetting ? oldest : citedSince(row, laws);
    const isAdded = 'newAct' in row && row.newAct === true;
    if (since === row.effectiveFrom || (isAdded && since !== null)) return [];
    if (isSetting && row.effectiveFrom.endsWith('-01-01')) return [];
    return [`${nameOf(row)} does not begin with what it cites (${since ?? 'a law of no version'})`];
  });
}

/** A decree cannot take the number of a law away: until that is sure, the law's own is warned about. */
function checkReadings({ limits }: Tables): string[] {
  return limits.flatMap((rule) => {
    const before = limits.find(
      ({ id, effectiveTo }) => id === rule.id && effectiveTo !== null && effectiveTo < rule.effectiveFrom,
    );
    if (!before || before.certainty === 'setting' || rankOf(rule.article) >= rankOf(before.article))
      return [];
    if (rule.certainty === 'setting') return [];
    const { days, dayKind, article } = rule.warnEarlier ?? {};
    const isLaws = days === before.days.base && dayKind === before.dayKind && article === before.article;
    return isLaws ? [] : [`${nameOf(rule)} does not warn of the limit of the law that it changes`];
  });
}

/** A decision takes legal force when the time to go on is over: the two are one limit (KN art. 33 and 44). */
function checkLegalForce({ limits }: Tables): string[] {
  const days = (limit: Limit, procedure: Procedure) =>
    JSON.stringify(rowsOf(limits, limit, procedure).map((row) => Object.entries(row.days).sort()));
  return (['complaintFirst', 'complaintSecond'] as const)
    .filter((procedure) => days('legalForce', procedure) !== days('fileSecondComplaint', procedure))
    .map((procedure) => `limits.json: legal force of ${procedure} is not the time to go on`);
}

function rowsOf(limits: readonly LimitRule[], limit: Limit, procedure: Procedure): LimitRule[] {
  return limits.filter(({ clock, procedures }) => clock === limit && procedures.includes(procedure));
}

function firstOf<Row extends LimitRule | ActRow>(rows: readonly Row[], procedure: Procedure): Row[] {
  const own = rows.filter(({ procedures }) => procedures.includes(procedure));
  return own.filter(({ effectiveFrom }) => effectiveFrom === beginning(own));
}

function beginning(rows: readonly { effectiveFrom: string }[]): string | undefined {
  return rows.map(({ effectiveFrom }) => effectiveFrom).sort()[0];
}

function nameOf(row: LimitRule | ActRow): string {
  return 'command' in row
    ? `acts.json: ${row.command} (${row.effectiveFrom})`
    : `limits.json: ${row.id} (${row.effectiveFrom})`;
}
