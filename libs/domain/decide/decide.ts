import { legalDateOf } from '../calendar/index.js';
import {
  type CaseFacts,
  type ChartEvent,
  type ChartState,
  chartOf,
  handlingOf,
  headlineOf,
  NO_FACTS,
  ownerOf,
  standIn,
  step,
  supervisionOf,
  wholeState,
} from '../charts/index.js';
import { type Deadline, isStoppedLate } from '../deadlines/index.js';
import { mayCommand, rolesFor } from '../permissions/index.js';
import type { LegalDate } from '../vocabulary.js';
import { legalDateOfAct, refuseDate } from './act-date.js';
import { afterMove } from './after-move.js';
import { applyEffects, type Effect } from './apply-effects.js';
import type { CaseState, Decision, Noted, Situation, Verdict } from './case-state.js';
import { isOpen } from './clock-acts.js';
import { endingOf } from './ending.js';
import { explainRefusal } from './explain-refusal.js';
import { legalBasis, refuseUnknownAct } from './legal-basis.js';
import { openCase } from './open-case.js';
import { type PassedAlarm, passedAlarm, ringPassed } from './passed-alarm.js';
import { clocksUnknownTo } from './reception-clocks.js';
import { movedDates, recount } from './recount.js';
import type { Refusal } from './refusal.js';

/**
 * The engine's one rule: looks at a case, a command, the time and the policy, and answers "refused,
 * because" or "new state, and these effects". Pure: it reads no clock, no database, no random number.
 */
export function decide(situation: Situation): Verdict {
  const { command } = situation;
  const today = legalDateOf(situation.now);
  const refusal =
    refuseActor(situation, today) ??
    refuseDate(command, situation.case.facts, today) ??
    refuseUnknownAct(situation, legalDateOfAct(command, today));
  if (refusal) return { ok: false, refusal };
  switch (command.type) {
    case 'register':
      return openCase({ ...situation, command }, today);
    case 'deadlinePassed': {
      const alarm = passedAlarm(situation, command);
      if (alarm === null) return { ok: false, refusal: notDue(command.type) };
      return move(situation, alarm.event, alarm.reachedOn ?? today, alarm);
    }
    case 'calendarChanged':
    case 'lawChanged':
    case 'correctDate': {
      const recounted = recount(situation, command, today);
      if ('refusal' in recounted) return { ok: false, refusal: recounted.refusal };
      const { deadlines, calmed } = recounted;
      const noted = { moved: movedDates(situation.deadlines, deadlines) };
      return move({ ...situation, deadlines }, { ...command, calmed }, today, undefined, noted);
    }
    case 'classify': {
      const on = situation.case.facts.receivedOn;
      const calmed = on === null ? [] : clocksUnknownTo(command.procedure, on, situation.policy);
      return move(situation, { ...command, calmed }, today);
    }
    default:
      return move(situation, command, legalDateOfAct(command, today));
  }
}

/** Runs one event through the chart and applies what it asks for. */
function move(
  situation: Situation,
  event: ChartEvent,
  legalOn: LegalDate,
  alarm?: PassedAlarm,
  noted: Noted = alarm?.noted ?? {},
): Verdict {
  const before = wholeCase(situation);
  const chart = chartOf(before.procedure, before.procedureVersion);
  const snapshot = standIn(chart, before.state, before.facts);
  if (!snapshot.can(event)) return { ok: false, refusal: explainRefusal(snapshot, event, before) };
  const [next, actions] = step(chart, snapshot, event);
  const moved = afterMove(before, situation.command, next.value as unknown as ChartState, next.context);
  const effects = [...(actions as Effect[]), ...effectsOfKind(situation)];
  const applied = applyEffects(effects, situation, moved, legalOn);
  if (applied.refusal) return { ok: false, refusal: applied.refusal };
  const { command } = situation;
  const deadlines =
    command.type === 'deadlinePassed' ? ringPassed(applied.deadlines, situation, command) : applied.deadlines;
  const after = { ...moved, facts: withClocks(moved.facts, deadlines, situation.policy) };
  // An import of a hundred thousand rows tells nobody; the clocks it starts do.
  const notices = alarm ? [alarm.notice] : situation.actor.role === 'system' ? [] : applied.notices;
  const results = { legalOn, deadlines, notices, noted };
  return { ok: true, decision: toDecision(before, after, situation, results) };
}

/** The case with every region and fact that charts know today, and its open clocks as the ledgers have them. */
function wholeCase({ case: stored, deadlines, policy }: Situation): CaseState {
  const facts = withClocks({ ...NO_FACTS, ...stored.facts }, deadlines, policy);
  return { ...stored, state: wholeState(stored.procedure, stored.state), facts };
}

/** What the ledgers say of the clocks now. */
function withClocks(
  facts: CaseFacts,
  deadlines: readonly Deadline[],
  policy: Situation['policy'],
): CaseFacts {
  return {
    ...facts,
    clocks: [...new Set(deadlines.filter(isOpen).map(({ clock }) => clock))],
    stoppedLate: deadlines.some((deadline) => isStoppedLate(deadline, policy)),
  };
}

/** A kind just decided has clocks of its own, which the chart the case leaves cannot know. */
function effectsOfKind({ command }: Situation): Effect[] {
  return command.type === 'classify' ? [{ type: 'startReception', params: undefined }] : [];
}

function toDecision(
  before: CaseState,
  after: CaseState,
  situation: Situation,
  results: Pick<Decision, 'legalOn' | 'deadlines' | 'notices' | 'noted'>,
): Decision {
  const { command, policy } = situation;
  return {
    case: after,
    handlingFrom: handlingOf(before.state),
    handling: handlingOf(after.state),
    supervision: supervisionOf(after.state),
    headline: headlineOf(after.state),
    ownerRole: ownerOf(after.procedure, after.state),
    ...results,
    source: legalBasis({ command, case: before, policy }, results.legalOn),
    ending: endingOf(situation, before, after, results),
  };
}

function refuseActor(situation: Situation, today: LegalDate): Refusal | null {
  const { actor, command, case: before } = situation;
  const isDesksTurn = ownerOf(before.procedure, before.state) !== 'coordinationOffice';
  const offices =
    command.type === 'register' ? { deskAgencyCode: command.deskAgencyCode, agencyCode: null } : before;
  const isAllowed = mayCommand(actor, command.type, offices) && (isDesksTurn || actor.role !== 'deskOfficer');
  if (isAllowed) return null;
  const whoCan = rolesFor(command.type).filter((role) => isDesksTurn || role !== 'deskOfficer');
  return {
    code: 'actor.mayNot',
    kind: 'forbidden',
    params: { command: command.type },
    source: legalBasis(situation, legalDateOfAct(command, today)),
    whoCan,
  };
}

function notDue(command: string): Refusal {
  return { code: 'deadline.notDue', kind: 'illegal', params: { command }, source: null, whoCan: [] };
}
