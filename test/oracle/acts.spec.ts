import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changeCalendar,
  correctDeadline,
  type Deadline,
  type LedgerEntry,
  meetDeadline,
  type Policy,
} from '#domain';
import { deskOf } from './clerk-reading.js';
import { lastLegalDay } from './day-by-day.js';
import { correctedBy, policies, stories, tell } from './office-acts.js';
import { dayNumber, dayText } from './wall-calendar.js';

const RUNS = { numRuns: 4_000 };

/** The desk has every edition of every policy: they share them. */
const desk = deskOf(policies[0] ?? { limits: [], editions: [] });

/** What the clerk reads in the ledger of a clock once more was entered. */
function lastDayOf({ ledger, procedure }: Deadline, ...more: LedgerEntry[]): string | null {
  return lastLegalDay([...ledger, ...more], procedure, desk);
}

/** What the clerk reads when the calendar in force was entered too. */
function clerkUnder({ calendar }: Policy, deadline: Deadline, ...more: LedgerEntry[]): string | null {
  const on = deadline.ledger.at(-1)?.on ?? '';
  return lastDayOf(deadline, { type: 'calendarChanged', on, calendarEdition: calendar.edition }, ...more);
}

describe('the acts of an office on a clock', () => {
  test('leave the last day that the clerk reads, under the calendar of the day of the act', () => {
    const tally = { running: 0, paused: 0, met: 0, cancelled: 0 };
    fc.assert(
      fc.property(stories, (story) => {
        tell(story, (deadline, { policy }, isRecounted) => {
          tally[deadline.state] += 1;
          const clerk = isRecounted ? clerkUnder(policy, deadline) : lastDayOf(deadline);
          if (deadline.state === 'running') expect(deadline.due).toBe(clerk);
          if (deadline.state === 'paused') expect(deadline.due).toBe(null);
        });
      }),
      RUNS,
    );
    expect(Math.min(tally.running, tally.paused, tally.cancelled)).toBeGreaterThan(RUNS.numRuns / 10);
  });

  test('freeze the verdict of the clerk when the limit is met, whatever is decreed afterwards', () => {
    fc.assert(
      fc.property(stories, fc.nat(60), (story, after) => {
        tell(story, (deadline, { on, policy }) => {
          if (deadline.state !== 'running' && deadline.state !== 'paused') return;
          const day = dayText(dayNumber(on) + after);
          const end = deadline.state === 'paused' ? goneOn(day) : [];
          const met = meetDeadline(deadline, day, policy);
          expect(met.metInTime).toBe(day <= (clerkUnder(policy, deadline, ...end) ?? ''));
          for (const later of policies) expect(changeCalendar(met, day, later)).toBe(met);
        });
      }),
      RUNS,
    );
  });

  test('corrected and corrected back, or recounted and recounted back, restore the date', () => {
    let restored = 0;
    fc.assert(
      fc.property(stories, fc.nat(59), fc.nat(40), (story, choice, shift) => {
        tell(story, (told, { on, policy }) => {
          if (told.state !== 'running') return;
          const deadline = changeCalendar(told, on, policy);
          const moment = { on, policy, choice, shift };
          const there = correctedBy(deadline, moment);
          const last = there?.ledger.at(-1);
          if (there && last?.type === 'corrected') {
            const { type } = deadline.ledger[last.entry] as LedgerEntry;
            const back = { on, type, was: last.is, is: last.was, reason: 'Ghi đúng từ đầu' };
            expect(correctDeadline(there, back, policy)?.due).toBe(deadline.due);
            restored += 1;
          }
          const other = policies[choice % policies.length] ?? policy;
          expect(changeCalendar(changeCalendar(deadline, on, other), on, policy).due).toBe(deadline.due);
        });
      }),
      RUNS,
    );
    expect(restored).toBeGreaterThan(RUNS.numRuns / 10);
  });
});

/** A clock that stood still when its work was done is judged as if whatever held it had ended that day. */
const goneOn = (on: string): LedgerEntry[] => [
  { type: 'continued', on },
  { type: 'expertiseReturned', on },
];
