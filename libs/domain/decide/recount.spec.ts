import { beforeEach, describe, expect, test } from '@jest/globals';
import { give, type House, newHouse, register, ringsOf } from '../../../test/support/case-walk.js';
import type { Command } from '../commands.js';
import type { Policy } from '../policy/policy.js';
import { type Decision, leadingDeadline } from './index.js';

/** The law under another edition of the calendar, with these days off besides. */
function decreed(policy: Policy, edition: string, ...dates: string[]): Policy {
  const { calendar } = policy;
  const years = calendar.years.map((year) => ({
    ...year,
    daysOff: [
      ...year.daysOff,
      ...dates.filter((date) => date.startsWith(String(year.year))).map((date) => ({ date, name: edition })),
    ],
  }));
  const next = { ...calendar, edition, years };
  return { ...policy, calendar: next, editions: [...policy.editions, next] };
}

let house: House;
beforeEach(() => {
  house = newHouse();
});

/** Gives the commands in turn; each must be accepted. */
function play(start: Decision, ...commands: Command[]): Decision {
  return commands.reduce((place, command) => {
    const next = give(house, place, command);
    if (!next) throw new Error(`${command.type}: ${[...house.refusals.keys()].at(-1)}`);
    return next;
  }, start);
}

const dueOf = (place: Decision, clock: string) => place.deadlines.find((each) => each.clock === clock)?.due;

/** A first complaint received by its agency on Friday 2026-11-13: 7 working days end on Tuesday 24/11, a day off, so on Wednesday 25/11. */
const assigned = () =>
  play(
    register(house, '2026-11-13'),
    { type: 'classify', procedure: 'complaintFirst' },
    { type: 'assign', agencyCode: 'sample', receivedByAgencyOn: '2026-11-13' },
  );

describe('a decree on the calendar', () => {
  test('moves the open clocks once, and a second time nothing', () => {
    const place = assigned();
    expect(dueOf(place, 'accept')).toBe('2026-11-25');
    const { edition } = house.policy.calendar;
    expect(give(house, place, { type: 'calendarChanged', edition })).toBeUndefined();
    expect(house.refusals.has('calendar.nothingMoves')).toBe(true);
    house.policy = decreed(house.policy, 'decree-1', '2026-11-25');
    const moved = play(place, { type: 'calendarChanged', edition: 'decree-1' });
    expect(dueOf(moved, 'accept')).toBe('2026-11-26');
    expect(moved.noted).toEqual({
      moved: [
        { clock: 'answerVisitor', was: '2026-11-30', is: '2026-12-01' },
        { clock: 'accept', was: '2026-11-25', is: '2026-11-26' },
      ],
    });
    expect(give(house, moved, { type: 'calendarChanged', edition: 'decree-1' })).toBeUndefined();
    expect(give(house, moved, { type: 'calendarChanged', edition: 'decree-0' })).toBeUndefined();
    expect(house.refusals.has('calendar.notInForce')).toBe(true);
  });

  test('silences what rang too early, and leaves an escalation to a person', () => {
    house.now = '2026-11-26T00:10:00+07:00';
    const place = assigned();
    const ring = ringsOf(place).find((command) => 'clock' in command && command.clock === 'accept')!;
    const late = play(place, ring);
    expect(late).toMatchObject({
      supervision: 'overdue',
      case: { facts: { alarms: { accept: 'overdue' } } },
    });
    house.policy = decreed(house.policy, 'decree-1', '2026-11-25', '2026-11-26');
    const calm = play(late, { type: 'calendarChanged', edition: 'decree-1' });
    expect(calm).toMatchObject({ supervision: 'none', case: { facts: { alarms: {} } } });
    const escalated = play(late, { type: 'escalate', on: '2026-11-26', reason: 'sample' });
    const still = play(escalated, { type: 'calendarChanged', edition: 'decree-1' });
    expect(still).toMatchObject({ supervision: 'escalated', case: { facts: { alarms: {}, level: 1 } } });
  });

  test('never touches a clock that had its verdict', () => {
    const accepted = play(assigned(), { type: 'accept', on: '2026-11-20' });
    house.policy = decreed(house.policy, 'decree-1', '2026-11-25', '2026-12-21');
    const after = play(accepted, { type: 'calendarChanged', edition: 'decree-1' });
    const closed = (place: Decision) => place.deadlines.filter(({ clock }) => clock === 'accept');
    expect(closed(after)).toEqual(closed(accepted));
    expect([dueOf(accepted, 'settle'), dueOf(after, 'settle')]).toEqual(['2026-12-21', '2026-12-22']);
  });
});

describe('a new law', () => {
  test('is noted as the one the case runs under', () => {
    const accepted = play(assigned(), { type: 'accept', on: '2026-11-20' });
    expect(assigned().case.facts.law).toBe('2026-11-13');
    expect(accepted.case.facts.law).toBe('2026-11-20');
    const changed = play(accepted, { type: 'lawChanged', version: '2026-07-01' });
    expect(changed.case.facts.law).toBe('2026-07-01');
    expect(changed.deadlines).toEqual(accepted.deadlines);
  });
});

describe('a date put right', () => {
  const correct = (act: 'receipt' | 'acceptance' | 'suspension', was: string, is: string): Command => ({
    type: 'correctDate',
    act,
    was,
    is,
    reason: 'sample',
  });

  test('moves every clock that counts from it, and what the case remembers of it', () => {
    const accepted = play(assigned(), { type: 'accept', on: '2026-11-16' });
    const right = play(accepted, correct('acceptance', '2026-11-16', '2026-11-18'));
    expect(right.case.facts).toMatchObject({ acceptedOn: '2026-11-18', law: '2026-11-18' });
    expect(dueOf(right, 'settle')).toBe('2026-12-18');
    expect(right.notices).toMatchObject([
      { template: 'dateCorrected', audience: ['supervisor', 'coordinationOffice'] },
    ]);
  });

  test('may not turn the order of the acts round', () => {
    const suspended = play(
      assigned(),
      { type: 'accept', on: '2026-11-16' },
      { type: 'suspend', on: '2026-11-18', reason: 'sample' },
    );
    expect(give(house, suspended, correct('acceptance', '2026-11-16', '2026-11-20'))).toBeUndefined();
    expect([...house.refusals.keys()]).toContain('correction.outOfOrder');
    const right = play(suspended, correct('suspension', '2026-11-18', '2026-11-19'));
    const starts = (clock: string) => right.deadlines.find((each) => each.clock === clock)?.ledger.at(-1);
    for (const clock of ['settle', 'review', 'sendSuspension']) {
      expect(starts(clock)).toMatchObject({ type: 'corrected', was: '2026-11-18', is: '2026-11-19' });
    }
  });

  test('before the petition came in is refused, except for the receipt itself', () => {
    const place = assigned();
    expect(play(place, correct('receipt', '2026-11-13', '2026-11-12')).case.facts.receivedOn).toBe(
      '2026-11-12',
    );
    expect(give(house, place, correct('receipt', '2026-11-12', '2026-11-11'))).toBeUndefined();
    expect([...house.refusals.keys()]).toContain('correction.nothingToCorrect');
  });
});

describe('duties', () => {
  test('are fulfilled one paper at a time, the oldest first', () => {
    const twice = play(
      assigned(),
      { type: 'accept', on: '2026-11-16' },
      { type: 'suspend', on: '2026-11-17', reason: 'sample' },
      { type: 'continue', on: '2026-11-20' },
    );
    const papers = (place: Decision) =>
      place.deadlines.filter(({ clock }) => clock === 'sendSuspension').map(({ state }) => state);
    expect(papers(twice)).toEqual(['running', 'running']);
    const one = play(twice, { type: 'fulfil', duty: 'sendSuspension', on: '2026-11-18' });
    expect(papers(one)).toEqual(['met', 'running']);
    expect(one.case.facts.clocks).toContain('sendSuspension');
  });

  test('lead the lists once the case has ended, and legal force never does', () => {
    const ended = play(
      assigned(),
      { type: 'accept', on: '2026-11-16' },
      { type: 'startVerification', on: '2026-11-17' },
      { type: 'reportVerification', on: '2026-11-18' },
      { type: 'resolve', on: '2026-11-19', outcome: 'decidedRight', summary: 'sample' },
    );
    const leading = (place: Decision) => leadingDeadline(place.deadlines, place.handling)?.clock ?? null;
    expect(leading(ended)).toBe('sendDecision');
    const sent = play(ended, { type: 'fulfil', duty: 'sendDecision', on: '2026-11-19' });
    expect(leading(sent)).toBe('publish');
    const published = play(sent, { type: 'fulfil', duty: 'publish', on: '2026-11-20' });
    expect([leading(published), published.case.facts.clocks]).toEqual([null, ['legalForce']]);
  });
});

test('a case stored before secrecy and protection were kept goes on, and one that had ended is no longer watched', () => {
  const place = assigned();
  const { handling } = place.case.state;
  const { receivedOn, acceptedOn, complexity, remote, alarms, level } = place.case.facts;
  const facts = { receivedOn, acceptedOn, complexity, remote, alarms, level } as never;
  const old = {
    ...place,
    case: { ...place.case, facts, state: { handling, supervision: 'ended' } as never },
  };
  const next = give(house, old, { type: 'accept', on: '2026-11-16' });
  expect(next?.case.state).toEqual({
    handling: { assigned: 'accepted' },
    supervision: 'none',
    confidentiality: 'open',
    protection: 'none',
  });
});
