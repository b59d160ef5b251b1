import { keepTrace } from '#telemetry';
import type { CommandRequest, Outcome } from '../command-request.js';
import type { Office } from '../office.js';
import { isAboutOneRequest, runCommands } from './run-commands.js';

/** Batches in flight at once: while PostgreSQL stores one, the next is judged. */
const LANES = 2;
/** Largest batch of requests that came one by one. */
const MOST = 256;

interface Call {
  request: CommandRequest;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

const doors = new WeakMap<Office, GatheringDoor>();

/** Gives one request to the door of this process, where it shares a batch with those that come at the same time. */
export function giveCommand(office: Office, request: CommandRequest): Promise<Outcome> {
  const door = doors.get(office) ?? new GatheringDoor(office);
  doors.set(office, door);
  return door.give(request);
}

/**
 * Requests that arrive while every lane is busy share the next batch: a quiet hour has no delay, a busy one no queue of
 * round trips. Requests for one case, or under one key, are never in flight together and keep their order.
 */
class GatheringDoor {
  private waiting: Call[] = [];
  private readonly inFlight = new Set<string>();
  private busyLanes = 0;

  constructor(private readonly office: Office) {}

  give(request: CommandRequest): Promise<Outcome> {
    keepTrace(request);
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      // Requests of the same turn of the event loop travel together.
      if (this.busyLanes < LANES) queueMicrotask(() => void this.runLane());
    });
  }

  private async runLane(): Promise<void> {
    if (this.busyLanes >= LANES) return;
    this.busyLanes += 1;
    for (let batch = this.take(); batch.length > 0; batch = this.take()) {
      const held = batch.flatMap(({ request }) => holdsOf(request));
      for (const hold of held) this.inFlight.add(hold);
      await this.run(batch);
      for (const hold of held) this.inFlight.delete(hold);
    }
    this.busyLanes -= 1;
  }

  /** The requests that may go now, oldest first; registrations, which wait for their numbers, go by themselves. */
  private take(): Call[] {
    const held = new Set(this.inFlight);
    const batch: Call[] = [];
    const later: Call[] = [];
    for (const call of this.waiting) {
      const { request } = call;
      const holds = holdsOf(request);
      const isFree = !holds.some((hold) => held.has(hold));
      const isAlike = !batch[0] || isRegistration(batch[0]) === isRegistration(call);
      if (isFree && isAlike && batch.length < MOST) batch.push(call);
      else later.push(call);
      for (const hold of holds) held.add(hold);
    }
    this.waiting = later;
    return batch;
  }

  private async run(batch: Call[]): Promise<void> {
    try {
      const outcomes = await runCommands(
        this.office,
        batch.map(({ request }) => request),
      );
      batch.forEach(({ resolve }, index) => {
        resolve(outcomes[index]!);
      });
    } catch (error) {
      if (batch.length > 1 && isAboutOneRequest(error)) {
        for (const call of batch) await this.run([call]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}

const isRegistration = ({ request }: Call) => request.registration !== undefined;

function holdsOf({ actor, caseId, idempotency }: CommandRequest): string[] {
  return idempotency ? [caseId, `${actor.id} ${idempotency.key}`] : [caseId];
}
