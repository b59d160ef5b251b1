import type { Policy } from '../policy/policy.js';
import type { Clock, InstantText, LegalDate } from '../vocabulary.js';
import type { CaseRecord } from './case-record.js';
import type { ClockStanding } from './clock-standing.js';
import { type Fate, fateOf, recordedFate } from './fate.js';
import { type RefusedAct, type Simulation, simulateCase } from './simulate-case.js';

/** What a period is replayed under, and what really held. */
export interface Supposition {
  supposed: Policy;
  /** The policy in force, unchanged. */
  current: Policy;
  policyAt: (version: string) => Policy;
  /** End of the period: nothing after it counts. */
  until: InstantText;
  /** False for a case that the changes cannot touch. */
  concerns: (record: CaseRecord) => boolean;
}

/** A clock whose last day or lateness would have been another; `was` or `would` is null when it would not have run. */
export interface ChangedClock {
  clock: Clock;
  startedOn: LegalDate;
  was: ClockStanding | null;
  would: ClockStanding | null;
}

/** A figure as it was and as it would have been. */
export interface WasWould<Value> {
  was: Value;
  would: Value;
}

/** How a case stood at the end of the period, and how it would have stood. */
export interface CaseWhatIf {
  /** Who holds the case in the record: the desk, when nobody does. */
  agencyCode: string;
  late: WasWould<boolean>;
  /** Highest level of escalation. */
  level: WasWould<number>;
  /** Offices of which some clock is or would be late. */
  lateAgencies: WasWould<string[]>;
  clocks: ChangedClock[];
  refused: RefusedAct[];
  /** Anything above differs. */
  differs: boolean;
}

/**
 * Holds what the record says of a case at the end of a period against what it would have come to under supposed rules.
 * A difference that the rules in force would make as well (a sweep that stood still, a decree that came later) is not
 * laid to the supposition.
 */
export function whatIf(record: CaseRecord, supposition: Supposition): CaseWhatIf {
  const { supposed, current, until } = supposition;
  const { course, fate: was } = recordedFate(record, supposition);
  const agencyCode = course.case.agencyCode ?? course.case.deskAgencyCode;
  if (!supposition.concerns(record)) return asItWas(agencyCode, was);
  const run = simulateCase(record, supposed, until);
  const would = fateOf(run, { at: until, policy: supposed });
  if (isAlike(was, would) && run.refused.length === 0) return asItWas(agencyCode, was);
  const unchanged = simulateCase(record, current, until);
  const base = fateOf(unchanged, { at: until, policy: current });
  const owed = new Set(changedKeys(base, would));
  const clocks = changedKeys(was, would).filter((key) => owed.has(key));
  const refused = newlyRefused(run, unchanged);
  const climbs = base.level !== would.level && was.level !== would.level;
  if (clocks.length === 0 && refused.length === 0 && !climbs) return asItWas(agencyCode, was);
  return {
    agencyCode,
    late: { was: was.late.length > 0, would: would.late.length > 0 },
    level: { was: was.level, would: would.level },
    lateAgencies: { was: was.late, would: would.late },
    clocks: clocks.map((key) => changedClock(was.clocks.get(key), would.clocks.get(key))),
    refused,
    differs: true,
  };
}

function asItWas(agencyCode: string, { late, level }: Fate): CaseWhatIf {
  return {
    agencyCode,
    late: { was: late.length > 0, would: late.length > 0 },
    level: { was: level, would: level },
    lateAgencies: { was: late, would: late },
    clocks: [],
    refused: [],
    differs: false,
  };
}

function isAlike(one: Fate, other: Fate): boolean {
  return one.level === other.level && changedKeys(one, other).length === 0;
}

function changedKeys(one: Fate, other: Fate): string[] {
  const keys = new Set([...one.clocks.keys(), ...other.clocks.keys()]);
  return [...keys].filter((key) => {
    const [before, after] = [one.clocks.get(key), other.clocks.get(key)];
    return before?.due !== after?.due || before?.isLate !== after?.isLate;
  });
}

function changedClock(was: ClockStanding | undefined, would: ClockStanding | undefined): ChangedClock {
  const { clock, startedOn } = (was ?? would) as ClockStanding;
  return { clock, startedOn, was: was ?? null, would: would ?? null };
}

function newlyRefused(run: Simulation, unchanged: Simulation): RefusedAct[] {
  const before = new Set(unchanged.refused.map(({ step }) => step.seq));
  return run.refused.filter(({ step }) => !before.has(step.seq));
}
