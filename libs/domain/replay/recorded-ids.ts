import type { Deadline } from '../deadlines/index.js';
import { written } from './written.js';

/**
 * Finds the names that the clocks of a replay have in the record. Ids drawn in one millisecond tell nothing of their
 * order, and one may be drawn for a clock that no law knows: so a clock is recognised by what it is and how its ledger
 * begins; of several the earliest is meant. Twins of one millisecond are told apart later: by the ring that names one
 * of them, else by how they ended.
 */
export class RecordedIds {
  readonly #free: Map<string, Deadline>;
  /** Recorded name of a clock, by the name it has in the replay. */
  readonly #names = new Map<string, string>();
  readonly #seen = new Set<string>();

  constructor(recorded: readonly Deadline[]) {
    this.#free = new Map(recorded.map((deadline) => [deadline.id, deadline]));
  }

  /** Recognises the clocks that were started just now, as far as there is no doubt. */
  meet(deadlines: readonly Deadline[]): void {
    for (const started of deadlines) {
      if (this.#seen.has(started.id)) continue;
      this.#seen.add(started.id);
      const [first, second] = this.#candidates(started);
      if (first && !(second && areTwins(first, second))) this.#claim(started, first);
    }
  }

  /** Name in the replay of the clock that a recorded ring means; the recorded name when there is no such clock. */
  meantBy(recordedId: string, deadlines: readonly Deadline[]): string {
    const known = deadlines.find(({ id }) => this.#names.get(id) === recordedId);
    if (known) return known.id;
    const likely = deadlines.find(
      (deadline) =>
        deadline.state === 'running' &&
        !this.#names.has(deadline.id) &&
        this.#candidates(deadline).some(({ id }) => id === recordedId),
    );
    const recorded = this.#free.get(recordedId);
    if (likely && recorded) this.#claim(likely, recorded);
    return likely?.id ?? recordedId;
  }

  /** The clocks in the order in which the record reads them back. */
  inOrder(deadlines: readonly Deadline[]): Deadline[] {
    const nameOf = (deadline: Deadline) =>
      this.#names.get(deadline.id) ?? this.#candidates(deadline)[0]?.id ?? deadline.id;
    return [...deadlines].sort((a, b) => (nameOf(a) <= nameOf(b) ? -1 : 1));
  }

  /** Recorded names of the clocks at the end; a clock that the record does not hold keeps its own. */
  settle(deadlines: readonly Deadline[]): (id: string) => string {
    const doubtful = deadlines.filter(({ id }) => !this.#names.has(id));
    for (const isSure of [true, false]) {
      for (const deadline of doubtful) {
        const found = this.#candidates(deadline).find((each) => !isSure || endsAlike(each, deadline));
        if (found && !this.#names.has(deadline.id)) this.#claim(deadline, found);
      }
    }
    return (id) => this.#names.get(id) ?? id;
  }

  #claim(started: Deadline, recorded: Deadline): void {
    this.#names.set(started.id, recorded.id);
    this.#free.delete(recorded.id);
  }

  /** Recorded clocks that this one may be, the most alike only, in the order of their ids. */
  #candidates(started: Deadline): Deadline[] {
    const alike = [...this.#free.values()].filter(({ clock }) => clock === started.clock);
    const most = Math.max(0, ...alike.map((each) => likeness(each, started)));
    return alike.filter((each) => likeness(each, started) === most).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function likeness(recorded: Deadline, started: Deadline): number {
  const [was, is] = [recorded.ledger[0], started.ledger[0]];
  const isOfSameKind = recorded.procedure === started.procedure;
  return Number(isOfSameKind) + 2 * Number(was?.on === is?.on) + Number(written(was) === written(is));
}

/** Length of the time in an id: two that share it were drawn in the same millisecond, and in no order. */
const MILLISECOND = 13;

function areTwins(one: Deadline, other: Deadline): boolean {
  return one.id.slice(0, MILLISECOND) === other.id.slice(0, MILLISECOND);
}

function endsAlike(recorded: Deadline, replayed: Deadline): boolean {
  return recorded.state === replayed.state && written(recorded.ledger) === written(replayed.ledger);
}
