import {
  type Actor,
  addCalendarDays,
  type CaseRecord,
  type CaseState,
  type Command,
  type CommandName,
  type Deadline,
  type Decision,
  decide,
  type InstantText,
  leadingDeadline,
  NO_FACTS,
  type Policy,
  REGISTERED,
  type RecordedStep,
  rolesFor,
  type Standing,
} from '#domain';
import { randomCommand } from './random-commands.js';
import { COURSE, ENDS, Place } from './walk-places.js';

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A policy and the day from which it is in force. */
export interface PolicyFrom {
  policy: Policy;
  from: string;
}

const CLOCK: Actor = { id: 'clock', role: 'system', agencyCode: null };
const DESK = 'desk';
/** Date of effect of the law that cases of the year may move to. */
const LAW = '2026-07-01';

/**
 * Walks cases through the engine as an office would: registered, then acts of every kind at random, several in one
 * transaction or weeks apart, a sweep that sometimes stands still, policies that change on the way. What it returns is
 * what the door would have stored, read back.
 */
export function randomHistories(count: number, policies: readonly PolicyFrom[]): CaseRecord[] {
  const places = new Map<string, Place>();
  return Array.from({ length: count }, (_, seed) => new Walk(randomOf(seed + 1), policies, places).record());
}

/** The same under one policy, with every alarm rung at the very moment it is reached, up to `until`. */
export function punctualHistories(
  count: number,
  policy: Policy,
): { record: CaseRecord; until: InstantText }[] {
  const places = new Map<string, Place>();
  const policies = [{ policy, from: '2026-01-01' }];
  return Array.from({ length: count }, (_, seed) => {
    const walk = new Walk(randomOf(seed + 1), policies, places, true);
    const record = walk.record();
    return { record, until: walk.now };
  });
}

class Walk {
  #case: CaseState;
  #deadlines: Deadline[] = [];
  readonly #steps: RecordedStep[] = [];
  readonly #decisions: Decision[] = [];
  #day: string;
  #second = 0;
  /** The moment of an alarm that rings between two acts. */
  #alarm: InstantText | null = null;

  constructor(
    private readonly random: () => number,
    private readonly policies: readonly PolicyFrom[],
    private readonly places: Map<string, Place>,
    private readonly isPunctual = false,
  ) {
    this.#day = addCalendarDays('2026-01-05', Math.floor(random() * 300));
    this.#case = {
      id: 'case',
      number: 'CM-2026-000001-1',
      procedure: 'unclassified',
      procedureVersion: 1,
      state: REGISTERED,
      facts: NO_FACTS,
      version: 0,
      deskAgencyCode: '',
      agencyCode: null,
    };
  }

  record(): CaseRecord {
    this.#register();
    const length = 6 + Math.floor(this.random() * 14);
    for (let step = 0; step < length; step += 1) {
      if (this.random() < 0.75) this.#goOn();
      if (this.random() < 0.9) this.#sweep();
      this.#act();
    }
    this.#goOn();
    return {
      case: this.#case,
      deadlines: this.#deadlines,
      steps: this.#steps,
      standing: standingOf(this.#case, this.#decisions),
    };
  }

  #register(): void {
    const receivedOn = this.#pick([this.#day, this.#day, addCalendarDays(this.#day, -20), null]);
    const channel = this.#pick(['inPerson', 'post', 'press', 'forwarded'] as const);
    const actor: Actor = { id: 'desk-1', role: 'deskOfficer', agencyCode: DESK };
    this.#give(
      {
        type: 'register',
        receivedOn,
        channel,
        declaredKind: null,
        deskAgencyCode: DESK,
        backdatingReason: 'x',
      },
      actor,
    );
  }

  /** Time passes, and the record is read back from storage. */
  #goOn(): void {
    const days = this.random() < 0.5 ? 0 : Math.floor(this.random() ** 2 * 30);
    this.#day = addCalendarDays(this.#day, days);
    this.#second += 1;
    this.#store();
    if (this.isPunctual) this.#ringInTime();
  }

  #ringInTime(): void {
    const end = Date.parse(this.now);
    const latest = this.#steps.at(-1)?.at ?? this.now;
    const momentOf = ({ nextAlarmAt }: Deadline) =>
      Math.max(Date.parse(nextAlarmAt ?? this.now), Date.parse(latest));
    const isReached = (deadline: Deadline) => deadline.nextAlarmAt !== null && momentOf(deadline) < end;
    const [next] = this.#deadlines
      .filter((deadline) => deadline.state === 'running' && isReached(deadline))
      .sort((a, b) => Date.parse(a.nextAlarmAt as string) - Date.parse(b.nextAlarmAt as string));
    if (!next) return;
    const { id, clock, nextStep } = next;
    this.#alarm = new Date(momentOf(next)).toISOString();
    const isRung = this.#give({ type: 'deadlinePassed', clock, deadlineId: id, step: nextStep ?? 0 }, CLOCK);
    this.#alarm = null;
    this.#store();
    if (isRung) this.#ringInTime();
  }

  #store(): void {
    const read = JSON.parse(JSON.stringify([this.#case, this.#deadlines])) as [CaseState, Deadline[]];
    this.#case = read[0];
    this.#deadlines = read[1].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #sweep(): void {
    const { policy } = this.#policy();
    this.#give({ type: 'calendarChanged', edition: policy.calendar.edition }, CLOCK);
    if (this.#day > LAW && this.random() < 0.1) this.#give({ type: 'lawChanged', version: LAW }, CLOCK);
    if (this.isPunctual) return;
    const now = Date.parse(this.now);
    const due = this.#deadlines.filter(
      ({ state, nextAlarmAt }) =>
        state === 'running' && nextAlarmAt !== null && Date.parse(nextAlarmAt) <= now,
    );
    for (const { id, clock, nextStep } of due) {
      this.#give({ type: 'deadlinePassed', clock, deadlineId: id, step: nextStep ?? 0 }, CLOCK);
    }
  }

  /** Tries commands until one is accepted; a case that is over may take none. */
  #act(): void {
    const { procedure, state } = this.#case;
    const name = `${procedure} ${JSON.stringify(state)}`;
    const place = this.places.get(name) ?? new Place();
    this.places.set(name, place);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const hopeful = place.hopeful();
      if (hopeful.length === 0) return;
      const onward = hopeful.filter((each) => COURSE.includes(each));
      const isOnward = procedure !== 'unclassified' && onward.length > 0 && this.random() < 0.5;
      const chosen = this.#pick(isOnward ? onward : hopeful);
      if (ENDS.test(chosen) && this.random() < 0.7) continue;
      const command = randomCommand(chosen, this.#case, this.#deadlines, this.#day, this.random);
      const isAccepted = this.#give(command, this.#actorFor(chosen));
      place.learn(chosen, isAccepted);
      if (isAccepted) return;
    }
  }

  #actorFor(name: CommandName): Actor {
    const role = this.#pick(rolesFor(name));
    const agencyCode = role === 'deskOfficer' ? DESK : (this.#case.agencyCode ?? DESK);
    return { id: `${role}-1`, role, agencyCode };
  }

  #give(command: Command, actor: Actor): boolean {
    const { policy } = this.#policy();
    const now = this.#alarm ?? this.now;
    const situation = { case: this.#case, deadlines: this.#deadlines, command, actor, now, policy };
    const verdict = decide({ ...situation, newId: () => this.#newId() });
    if (!verdict.ok) return false;
    const { decision } = verdict;
    this.#case = decision.case;
    this.#deadlines = decision.deadlines;
    this.#decisions.push(decision);
    this.#steps.push({
      seq: decision.case.version,
      command: JSON.parse(JSON.stringify({ ...command, ...decision.noted })),
      actor,
      at: now,
      legalOn: decision.legalOn,
      handlingFrom: decision.handlingFrom,
      handlingTo: decision.handling,
      headline: decision.headline,
      policyVersion: policy.version,
    });
    return true;
  }

  #policy(): PolicyFrom {
    return this.policies.findLast(({ from }) => from <= this.#day) ?? (this.policies[0] as PolicyFrom);
  }

  /** Within one instant the ids come in no order, as those of a real machine do. */
  #newId(): string {
    const moment = Date.parse(this.#alarm ?? this.now)
      .toString(16)
      .padStart(12, '0');
    const rest = Math.floor(this.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest}0000`;
  }

  get now(): InstantText {
    return `${this.#day}T08:${String(this.#second % 60).padStart(2, '0')}:00.000000Z`;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item;
  }
}

function standingOf(after: CaseState, decisions: readonly Decision[]): Standing {
  const last = decisions.at(-1) as Decision;
  const leading = leadingDeadline(last.deadlines, last.handling);
  const ending =
    last.headline === 'resolved' ? decisions.findLast((each) => each.ending !== null)?.ending : null;
  return {
    handling: last.handling,
    supervision: last.supervision,
    headline: last.headline,
    level: after.facts.level,
    ownerRole: last.ownerRole,
    receivedOn: after.facts.receivedOn,
    due: leading?.due ?? null,
    dueClock: leading?.clock ?? null,
    outcome: ending?.outcome ?? null,
    resolvedOn: ending?.on ?? null,
    settledInTime: ending?.settledInTime ?? null,
  };
}
