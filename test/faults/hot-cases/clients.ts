import { randomUUID } from 'node:crypto';
import { bodyOf, registration } from './bodies.js';
import { type Call, type Person, send } from './calls.js';
import { COMMANDS, endsCase, mayFollow, rolesOf, type Standing, UNREGISTERED } from './model.js';
import { type Random, randomOf } from './random.js';

/** One of the hot cases, as the screens last showed it. */
interface Slot {
  caseId: string;
  version: number;
  standing: Standing;
  agencyCode: string | null;
}

export interface Rush {
  seed: number;
  clients: number;
  hotCases: number;
  /** Commands sent, repeats included; what people read comes on top. */
  commands: number;
  /** The API processes. */
  urls: readonly string[];
  people: readonly Person[];
  /** Legal date that the acts carry. */
  today: string;
}

/** A case that has come so far makes room for a new one: nobody's case has hundreds of acts. */
const LONG_CASE = 60;

/**
 * Many clients at once on a few cases: most act on what they last saw, many on what is stale by then, some read, some
 * click twice, some repeat what they have sent.
 * @returns every call of all of them.
 */
export async function rush(plan: Rush): Promise<Call[]> {
  const calls: Call[] = [];
  const slots: Slot[] = [];
  let left = plan.commands;
  const record = (call: Call) => {
    calls.push(call);
    if (call.name !== 'read') left -= 1;
  };
  const opener = new Client(plan, randomOf(plan.seed), slots, record);
  for (let slot = 0; slot < plan.hotCases; slot += 1) await opener.open(slot);
  const clients = Array.from(
    { length: plan.clients },
    (_, index) => new Client(plan, randomOf(plan.seed * 1_000 + index), slots, record),
  );
  await Promise.all(
    clients.map(async (client) => {
      while (left > 0) await client.act();
    }),
  );
  return calls;
}

class Client {
  constructor(
    private readonly plan: Rush,
    private readonly random: Random,
    private readonly slots: Slot[],
    private readonly record: (call: Call) => void,
  ) {}

  /** Registers a new case in the place of an old one; the desk clicks twice now and then. */
  async open(place: number): Promise<void> {
    const { random, plan } = this;
    const desk = random.pick(plan.people.filter(({ role }) => role === 'deskOfficer'));
    const mark = randomUUID();
    const body = registration({ today: plan.today, mark, random });
    const acts = 1 + ['procedure', 'agencyCode'].filter((field) => field in body).length;
    const about = { name: 'register', caseId: '', person: desk, mark, acts, seen: null, key: randomUUID() };
    const [call] = await this.once(about, '/api/v1/cases', body, random.chance(0.3) ? 2 : 1);
    if (call?.status !== 201) return;
    const { caseId, version } = JSON.parse(call.text);
    const opened = body as { procedure?: string; agencyCode?: string };
    this.slots[place] = {
      caseId,
      version,
      standing: { ...UNREGISTERED, procedure: opened.procedure ?? 'unclassified', at: 'received' },
      agencyCode: opened.agencyCode ?? null,
    };
  }

  /** One thing that a person does. */
  async act(): Promise<void> {
    const { random, plan } = this;
    const place = random.below(plan.hotCases);
    const slot = this.slots[place];
    const isOver = slot && (slot.version > LONG_CASE || slot.standing.at.startsWith('resolved.'));
    if (!slot || (isOver && random.chance(0.3))) return this.open(place);
    if (random.chance(0.1)) await this.read(slot);
    await this.command(slot);
  }

  private async read(slot: Slot): Promise<void> {
    const { caseId } = slot;
    const person = this.random.pick(this.plan.people.filter(({ role }) => role === 'coordinationOffice'));
    const call = await this.send(
      { name: 'read', caseId, person, mark: '', acts: 0, seen: null, key: null },
      `/api/v1/cases/${caseId}`,
    );
    this.look(slot, call);
  }

  private async command(slot: Slot): Promise<void> {
    const { random, plan } = this;
    const possible = COMMANDS.filter((name) => name !== 'register' && mayFollow(slot.standing, name));
    const name = this.choose(possible);
    const seen = Math.max(1, slot.version + this.mistake());
    const person = this.personFor(name, slot);
    const key = random.chance(0.5) ? randomUUID() : null;
    const mark = randomUUID();
    const { caseId, standing } = slot;
    const body = bodyOf(name, { today: plan.today, procedure: standing.procedure, mark, random });
    const path = `/api/v1/cases/${caseId}/${kebab(name)}`;
    const about = { name, caseId, person, mark, acts: 1, seen, key };
    const together = key !== null && random.chance(0.2) ? 2 + random.below(4) : 1;
    const answers = await this.once(about, path, body, together);
    if (key !== null && random.chance(0.2)) answers.push(...(await this.once(about, path, body, 1)));
    for (const call of answers) {
      if (call.status === 200) this.look(slot, call, body);
      else if (call.status === 412 && slot.caseId === caseId) {
        slot.version = Math.max(slot.version, JSON.parse(call.text).currentVersion);
      }
    }
    if (answers.some(({ status }) => status === 412) && random.chance(0.2)) await this.read(slot);
  }

  /** Mostly something that fits; what ends a case comes last in most of them. */
  private choose(possible: readonly string[]): string {
    const { random } = this;
    if (possible.length === 0 || random.chance(0.15)) return random.pick(COMMANDS.slice(1));
    const name = random.pick(possible);
    return endsCase(name) && random.chance(0.8) ? random.pick(possible) : name;
  }

  /** Most people act on what they see; some on what was there before, few on what will be. */
  private mistake(): number {
    if (this.random.chance(0.65)) return 0;
    return this.random.chance(0.9) ? -1 - this.random.below(3) : 1;
  }

  private personFor(name: string, { agencyCode }: Slot): Person {
    const { random, plan } = this;
    const isHere = (person: Person) => !person.role.startsWith('agency') || person.agencyCode === agencyCode;
    const fit = plan.people.filter((person) => rolesOf(name).includes(person.role) && isHere(person));
    return random.pick(random.chance(0.95) && fit.length > 0 ? fit : plan.people);
  }

  /** The same request `times` at once, spread over the processes. */
  private once(about: About, path: string, body: object, times: number): Promise<Call[]> {
    return Promise.all(Array.from({ length: times }, () => this.send(about, path, body)));
  }

  private async send({ person, ...about }: About, path: string, body?: object): Promise<Call> {
    const headers = {
      ...(about.seen === null ? {} : { 'if-match': `"${about.seen}"` }),
      ...(about.key === null ? {} : { 'idempotency-key': about.key }),
    };
    const method = body === undefined ? 'GET' : 'POST';
    const sentAt = performance.now();
    const answer = await send(this.random.pick(this.plan.urls) + path, person, { method, headers, body });
    const call = {
      ...about,
      actorId: person.id,
      role: person.role,
      sentAt,
      answeredAt: performance.now(),
      ...answer,
    };
    if (about.name === 'register' && answer.status === 201) call.caseId = JSON.parse(answer.text).caseId;
    this.record(call);
    return call;
  }

  /** Keeps the newest picture of a case for everybody. */
  private look(
    slot: Slot,
    { status, text }: Call,
    body: { procedure?: string; agencyCode?: string } = {},
  ): void {
    if (status !== 200) return;
    const view = JSON.parse(text);
    if ((view.caseId ?? view.id) !== slot.caseId || view.version < slot.version) return;
    slot.version = view.version;
    const { standing } = slot;
    slot.standing = {
      ...standing,
      at: view.handling,
      procedure: view.procedure ?? body.procedure ?? standing.procedure,
      isEscalated: view.headline === 'escalated',
      // What a screen does not tell is tried: the engine must say no by itself.
      urgeIsOpen: true,
      isIdentityKnown: true,
    };
    const holder = view.agencyCode ?? body.agencyCode ?? slot.agencyCode;
    slot.agencyCode = slot.standing.at.startsWith('received') ? null : holder;
  }
}

interface About {
  name: string;
  caseId: string;
  person: Person;
  mark: string;
  acts: number;
  seen: number | null;
  key: string | null;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
