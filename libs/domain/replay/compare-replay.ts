import { wallClockOf } from '../calendar/instants.js';
import { NO_FACTS, wholeState } from '../charts/index.js';
import type { Deadline } from '../deadlines/index.js';
import { type CaseState, type Decision, leadingDeadline } from '../decide/index.js';
import type { Clock, LegalDate } from '../vocabulary.js';
import type { CaseRecord, Standing } from './case-record.js';
import type { Replay, ReplayedStep } from './replay-case.js';
import { written } from './written.js';

/** What may differ: something of the case, a fact of its chart, one of its clocks, a step of its history. */
export type Subject = 'case' | 'fact' | 'clock' | 'step';

/** One thing that the record holds and a replay does not bring about, or the other way round. */
export interface Difference {
  subject: Subject;
  /** Name of the column, the fact or the property, such as `due`. */
  field: string;
  /** The clock it concerns, and the day that clock started. */
  clock: Clock | null;
  startedOn: LegalDate | null;
  /** The step it concerns, and the command given there. */
  seq: number | null;
  command: string | null;
  recorded: string | null;
  replayed: string | null;
}

type Where = Pick<Difference, 'subject'> & Partial<Difference>;
type Values = Record<string, unknown>;

const NOWHERE = { clock: null, startedOn: null, seq: null, command: null };

/**
 * Everything in which a record and its replay differ: state, facts, what is derived of them, the ledgers, due dates,
 * alarms and verdicts of every clock, and what each step is said to have come to. Empty when the record is reproduced.
 */
export function compareReplay(record: CaseRecord, replay: Replay): Difference[] {
  return [
    ...differing({ subject: 'case' }, plain(record.case), plain(replay.case)),
    ...differing({ subject: 'case' }, { ...record.standing }, { ...standingOf(replay) }),
    ...differing({ subject: 'fact' }, known(record.case), known(replay.case)),
    ...compareClocks(record.deadlines, replay.deadlines),
    ...replay.steps.flatMap(compareStep),
  ];
}

/** A case without its names and facts; a row of an earlier chart has the regions of today. */
function plain({ id: _, number: __, facts: ___, state, ...columns }: CaseState): Values {
  return { ...columns, state: wholeState(columns.procedure, state) };
}

/** Facts of a case; which clocks run is a set, and a row of an earlier chart has the facts of today. */
function known({ facts }: CaseState): Values {
  return { ...NO_FACTS, ...facts, clocks: [...(facts.clocks ?? [])].sort() };
}

/** What the record would derive from a replayed case. */
function standingOf({ case: { state: _, facts }, deadlines, steps }: Replay): Standing | undefined {
  const decisions = steps.flatMap(({ made }) => ('decision' in made ? [made.decision] : []));
  const last = decisions.at(-1);
  if (!last) return undefined;
  const leading = leadingDeadline(deadlines, last.handling);
  const { handling, supervision, headline, ownerRole } = last;
  return {
    handling,
    supervision,
    headline,
    level: facts.level,
    ownerRole,
    receivedOn: facts.receivedOn,
    due: leading?.due ?? null,
    dueClock: leading?.clock ?? null,
    ...endingOf(decisions),
  };
}

/** How the case ended, as long as it stands resolved. */
function endingOf(
  decisions: readonly Decision[],
): Pick<Standing, 'outcome' | 'resolvedOn' | 'settledInTime'> {
  const isResolved = decisions.at(-1)?.headline === 'resolved';
  const ending = isResolved ? decisions.findLast((decision) => decision.ending !== null)?.ending : null;
  return {
    outcome: ending?.outcome ?? null,
    resolvedOn: ending?.on ?? null,
    settledInTime: ending?.settledInTime ?? null,
  };
}

function compareClocks(recorded: readonly Deadline[], replayed: readonly Deadline[]): Difference[] {
  const again = new Map(replayed.map((deadline) => [deadline.id, deadline]));
  const known = new Set(recorded.map(({ id }) => id));
  return [
    ...recorded.flatMap((deadline) => {
      const other = again.get(deadline.id);
      if (!other) return [difference(whereIs(deadline), 'started', 'yes', null)];
      return [
        ...differing(whereIs(deadline), comparable(deadline), comparable(other)),
        ...compareLedgers(deadline, other),
      ];
    }),
    ...replayed
      .filter(({ id }) => !known.has(id))
      .map((deadline) => difference(whereIs(deadline), 'started', null, 'yes')),
  ];
}

function whereIs({ clock, ledger }: Deadline): Where {
  return { subject: 'clock', clock, startedOn: ledger[0]?.on ?? null };
}

/** A clock as two of them can be held against each other; an instant is the same however it is written. */
function comparable({ id: _, ledger: __, nextAlarmAt, ...rest }: Deadline): Values {
  return { ...rest, nextAlarmAt: nextAlarmAt && wallClockOf(nextAlarmAt) };
}

/** Ledgers differ in anything they hold; what is told of them is the acts and their days, never the words of a reason. */
function compareLedgers(recorded: Deadline, replayed: Deadline): Difference[] {
  if (written(recorded.ledger) === written(replayed.ledger)) return [];
  return [difference(whereIs(recorded), 'ledger', told(recorded), told(replayed))];
}

function told({ ledger }: Deadline): string {
  return ledger
    .map((entry) => {
      const { type, on, reason: _, ...rest } = entry as typeof entry & { reason?: string };
      return [type, on, ...Object.values(rest)].join(' ');
    })
    .join(', ');
}

function compareStep({ recorded, made }: ReplayedStep): Difference[] {
  const { seq, command, legalOn, handlingFrom, handlingTo, headline } = recorded;
  const where: Where = { subject: 'step', seq, command: command.type };
  if ('failure' in made) return [difference(where, 'failure', null, made.failure)];
  if ('refusal' in made) return [difference(where, 'refused', null, made.refusal.code)];
  const { decision } = made;
  const noted = Object.keys(decision.noted);
  const carried = command as unknown as Values;
  return differing(
    where,
    { seq, legalOn, handlingFrom, handlingTo, headline, ...only(carried, noted) },
    {
      seq: decision.case.version,
      legalOn: decision.legalOn,
      handlingFrom: decision.handlingFrom,
      handlingTo: decision.handling,
      headline: decision.headline,
      ...decision.noted,
    },
  );
}

function only(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

function differing(where: Where, recorded: Values, replayed: Values): Difference[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
  return [...names].flatMap((name) => {
    const [was, is] = [written(recorded[name]), written(replayed[name])];
    return was === is ? [] : [difference(where, name, was, is)];
  });
}

function difference(
  where: Where,
  field: string,
  recorded: string | null,
  replayed: string | null,
): Difference {
  return { ...NOWHERE, ...where, field, recorded, replayed };
}
