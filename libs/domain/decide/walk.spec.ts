import { describe, expect, test } from '@jest/globals';
import {
  metaOf,
  movesOf,
  newHouse,
  type Place,
  register,
  runningClocks,
  TODAY,
} from '../../../test/support/case-walk.js';
import { handlingOf } from '../charts/index.js';
import { DUTIES, PROCEDURES, type Procedure } from '../vocabulary.js';

const house = newHouse();

const isDuty = (clock: string) => (DUTIES as readonly string[]).includes(clock);

/** Cases are told apart by where they stand, what guards remember and which main clocks run. */
function keyOf({ case: { procedure, state, facts }, deadlines }: Place): string {
  const running = new Set(
    deadlines.filter((deadline) => deadline.state === 'running').map(({ clock }) => clock),
  );
  const open = deadlines.filter(({ state }) => state === 'running' || state === 'paused');
  const extended = open.flatMap(({ ledger }) => ledger).filter(({ type }) => type === 'extended').length;
  return JSON.stringify([
    procedure,
    handlingOf(state),
    state.handling.resolved ? facts.clocks.filter(isDuty).length : null,
    [...running].filter((clock) => !isDuty(clock) && clock !== 'answerUrge').sort(),
    facts.verificationStarted,
    facts.verificationReported,
    facts.dialogueHeld,
    facts.identityKnown,
    facts.complexity,
    facts.receivedOn !== null,
    Object.keys(facts.alarms).length > 0,
    Math.min(facts.refusedAssignments, 2),
    extended,
  ]);
}

/** Gives every command in every place; what follows an end is walked from the first case that comes to it. */
function walk(start: Place, procedure: Procedure): Place[] {
  const seen = new Map([[keyOf(start), start]]);
  const ends = new Set<string>();
  for (const place of seen.values()) {
    if (place.case.state.handling.resolved) {
      const end = `${handlingOf(place.case.state)} ${place.case.facts.clocks}`;
      if (ends.has(end)) continue;
      ends.add(end);
    }
    for (const next of movesOf(house, place, procedure)) {
      if (next.case.facts.urges > 1 || next.case.facts.refusedAssignments > 2) continue;
      const key = keyOf(next);
      if (!seen.has(key)) seen.set(key, next);
    }
  }
  return [...seen.values()];
}

const AFTER_THE_END: readonly string[] = [...DUTIES, 'legalForce', 'answerUrge'];

describe.each(PROCEDURES)('every case of %s that commands and clocks can bring about', (procedure) => {
  test.each([
    ['received before any law in force', '2009-03-02'],
    ['received long ago', '2026-07-06'],
    ['received today', TODAY],
    ['whose received date is missing', null],
  ])(
    '%s: runs a clock of its state while open, and only what is still owed once resolved',
    (_, receivedOn) => {
      const places = walk(register(house, receivedOn), procedure);
      expect(places.length).toBeGreaterThan(3);
      for (const place of places) {
        const { state } = place.case;
        const running = runningClocks(place);
        const isKept = state.handling.resolved
          ? running.every((clock) => AFTER_THE_END.includes(clock))
          : running.some((clock) => metaOf(place)!.clocks.includes(clock as never));
        expect([handlingOf(state), running, isKept]).toEqual([handlingOf(state), running, true]);
      }
    },
  );
});
