import { NO_FACTS } from '../charts/index.js';
import type { Actor, Command } from '../commands.js';
import type { Deadline } from '../deadlines/index.js';
import { type CaseState, type Decision, decide, REGISTERED, type Refusal } from '../decide/index.js';
import type { Policy } from '../policy/policy.js';
import type { InstantText } from '../vocabulary.js';
import type { CaseRecord } from './case-record.js';

/** Where a case stands on its way through a replay. */
export interface Course {
  case: CaseState;
  deadlines: Deadline[];
}

/** A command with who gives it, when and under which policy. */
export interface Move {
  command: Command;
  actor: Actor;
  now: InstantText;
  policy: Policy;
}

/** A move that was made, refused, or that the engine could not read at all (`failure`). */
export type Made = { decision: Decision } | { refusal: Refusal } | { failure: string };

/** The case of a record before its first command, as the door hands it to `register`. */
export function beforeRegistration({ case: { id, number, procedureVersion } }: CaseRecord): Course {
  const blank: CaseState = {
    id,
    number,
    procedure: 'unclassified',
    procedureVersion,
    state: REGISTERED,
    facts: NO_FACTS,
    version: 0,
    deskAgencyCode: '',
    agencyCode: null,
  };
  return { case: blank, deadlines: [] };
}

/** Lets the engine decide a move again. A record that makes no sense is a finding, never an exception. */
export function make(course: Course, move: () => Move, newId: () => string): Made {
  try {
    const verdict = decide({ ...course, ...move(), newId });
    return verdict.ok ? { decision: verdict.decision } : { refusal: verdict.refusal };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Names for clocks that have none yet, unlike any in the record. */
export function draftIds(): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    return `draft-${drawn}`;
  };
}
