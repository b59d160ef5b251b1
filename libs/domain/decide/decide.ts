import { transition } from 'xstate';
import { legalDateOf } from '../calendar/index.js';
import {
  type ChartEvent,
  type ChartState,
  chartOf,
  handlingOf,
  headlineOf,
  ownerOf,
  supervisionOf,
} from '../charts/index.js';
import type { Command } from '../commands.js';
import type { Deadline } from '../deadlines/index.js';
import { mayCommand, rolesFor } from '../permissions/index.js';
import type { LegalDate, Outcome } from '../vocabulary.js';
import { legalDateOfAct, refuseDate } from './act-date.js';
import { applyEffects, clocksOfKind, type Effect } from './apply-effects.js';
import type { CaseState, Decision, Situation, Verdict } from './case-state.js';
import { explainRefusal } from './explain-refusal.js';
import { legalBasis } from './legal-basis.js';
import { openCase } from './open-case.js';
import { type PassedAlarm, passedAlarm, ringPassed } from './passed-alarm.js';
import type { Refusal } from './refusal.js';

/**
 * The engine's one rule: looks at a case, a command, the time and the policy, and answers "refused,
 * because" or "new state, and these effects". Pure: it reads no clock, no database, no random number.
 */
export function decide(situation: Situation): Verdict {
  const { command } = situation;
  const today = legalDateOf(situation.now);
  const refusal = refuseActor(situation) ?? refuseDate(command, situation.case.facts, today);
  if (refusal) return { ok: false, refusal };
  if (command.type === 'register') return openCase({ ...situation, command }, today);
  const alarm = command.type === 'deadlinePassed' ? passedAlarm(situation, command) : undefined;
  if (alarm === null) return { ok: false, refusal: notDue(command.type) };
  const event = alarm ? alarm.event : (command as ChartEvent);
  return move(situation, event, legalDateOfAct(command, today), alarm);
}

/** Runs one event through the chart and applies what it asks for. */
function move(situation: Situation, event: ChartEvent, legalOn: LegalDate, alarm?: PassedAlarm): Verdict {
  const before = situation.case;
  const chart = chartOf(before.procedure, before.procedureVersion);
  const snapshot = chart.resolveState({ value: before.state as never, context: before.facts });
  if (!snapshot.can(event)) return { ok: false, refusal: explainRefusal(snapshot, event, before) };
  const [next, actions] = transition(chart, snapshot, event);
  const after = afterMove(before, situation.command, next.value as unknown as ChartState, next.context);
  const applied = applyEffects(actions as Effect[], situation, after, legalOn);
  if (applied.refusal) return { ok: false, refusal: applied.refusal };
  const deadlines = followUp(applied.deadlines, situation, after);
  // An import of a hundred thousand rows tells nobody; the clocks it starts do.
  const notices = alarm ? [alarm.notice] : situation.actor.role === 'system' ? [] : applied.notices;
  const effects = { legalOn, deadlines, notices, noted: alarm?.noted ?? {} };
  return { ok: true, decision: toDecision(before, after, situation.command, effects) };
}

function afterMove(
  before: CaseState,
  command: Command,
  state: ChartState,
  facts: CaseState['facts'],
): CaseState {
  const moved = { ...before, state, facts, version: before.version + 1 };
  switch (command.type) {
    case 'assign':
      return { ...moved, agencyCode: command.agencyCode };
    case 'refuseAssignment':
      return { ...moved, agencyCode: null };
    case 'classify':
      return {
        ...moved,
        procedure: command.procedure,
        state: { ...state, handling: { received: 'classified' } },
      };
    default:
      return moved;
  }
}

function toDecision(
  before: CaseState,
  after: CaseState,
  command: Command,
  effects: Pick<Decision, 'legalOn' | 'deadlines' | 'notices' | 'noted'>,
): Decision {
  return {
    case: after,
    handlingFrom: handlingOf(before.state),
    handling: handlingOf(after.state),
    supervision: supervisionOf(after.state),
    headline: headlineOf(after.state),
    ownerRole: ownerOf(after.procedure, after.state),
    ...effects,
    source: legalBasis(command.type, before.procedure),
    ending: endingOf(before, after, command, effects),
  };
}

const ENDINGS: Record<string, Outcome> = {
  guided: 'guided',
  transferred: 'transferred',
  returnedToSender: 'returnedToSender',
  notAccepted: 'notAccepted',
  filedIneligible: 'filedIneligible',
  withdrawn: 'withdrawn',
};

/** How the case ended, with the verdict "in time" frozen under the calendar of that day. */
function endingOf(
  before: CaseState,
  after: CaseState,
  command: Command,
  { legalOn, deadlines }: Pick<Decision, 'legalOn' | 'deadlines'>,
): Decision['ending'] {
  const ended = after.state.handling.resolved;
  if (!ended || before.state.handling.resolved) return null;
  const settle = deadlines.findLast(({ clock }) => clock === 'settle');
  if (command.type === 'resolve') {
    const settledInTime = settle?.metInTime ?? null;
    return { outcome: command.outcome, on: legalOn, summary: command.summary, settledInTime };
  }
  return { outcome: ENDINGS[ended] as Outcome, on: legalOn, summary: null, settledInTime: null };
}

function refuseActor({ actor, command, case: before }: Situation): Refusal | null {
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
    source: legalBasis(command.type, before.procedure),
    whoCan,
  };
}

/** What a command does to clocks beyond its chart: a ring moves the ladder on, a kind has its own clocks. */
function followUp(deadlines: Deadline[], situation: Situation, after: CaseState): Deadline[] {
  const { command } = situation;
  if (command.type === 'classify') return clocksOfKind(deadlines, situation, after);
  return command.type === 'deadlinePassed' ? ringPassed(deadlines, situation, command) : deadlines;
}

function notDue(command: string): Refusal {
  return { code: 'deadline.notDue', kind: 'illegal', params: { command }, source: null, whoCan: [] };
}
