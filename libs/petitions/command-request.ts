import type { CommandResult } from '#contract';
import type { Actor, Attention, Command, Refusal } from '#domain';
import type { Petitioner } from '#identity';

/** A repeated request answers the same again; the same key with another request is refused. */
export interface Idempotency {
  key: string;
  /** SHA-256 of the request, hexadecimal. */
  requestHash: string;
}

/** The code of an agency in a request, and the field that it stands in. */
export interface NamedAgency {
  pointer: string;
  code: string;
  /** True when the agency is to hold the case: one that was merged or dissolved cannot. */
  isToHold: boolean;
}

/** What a registration writes beside the state of the case. */
export interface Registration {
  subject: string;
  content: string | null;
  topic: string | null;
  placeText: string | null;
  placeCode: string | null;
  /** Agency in the words of an imported register. */
  agencyNamed: string | null;
  petitioner: Petitioner | null;
  /** Key of the row in the register it was imported from, and what it held. */
  source: { key: string; hash: string; url: string | null } | null;
  attention: readonly {
    kind: Attention;
    column: string | null;
    value: string | null;
    candidates: string[];
  }[];
}

/**
 * Commands on one case that stand or fall together: a click is one command, the desk's form up to three.
 * A request that registers begins with `register`, and `caseId` is the id the new case is to have.
 */
export interface CommandRequest {
  actor: Actor;
  caseId: string;
  commands: readonly Command[];
  /** Version the person saw; null skips the check (the clocks, the import). */
  expectedVersion: number | null;
  registration?: Registration;
  /** Agencies that the commands name; one that nobody knows refuses the request. */
  agencies?: readonly NamedAgency[];
  idempotency?: Idempotency | undefined;
}

export type Outcome = { ok: true; result: CommandResult } | { ok: false; refusal: Refusal };
