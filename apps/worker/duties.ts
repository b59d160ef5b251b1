import { gather } from '#gather';
import { countLostTries, deliverNotices, type Mailer, type Rung, relayOutbox, sendMails } from '#notices';
import { foldBoard, goOnWithDecree, nextAlarmIn, type Office, sweepDeadlines } from '#petitions';
import type { JobPayloads } from '#queues';
import { withinSeconds } from './within-seconds.js';

const SWEEP_LANES = 2;
/** The first batch of a sweep is small, so that the first deadlines of a full night ring at once. */
const FIRST_SWEEP_BATCH = 50;
const SWEEP_BATCH = 1_000;
const RELAY_BATCH = 1_000;
/** A decree goes on in pieces, so that the deadlines between them are not kept waiting. */
const DECREE_PATIENCE_MS = 5_000;
/** A delivery that takes longer is left behind: it frees its lane, and its messages are rung again, each alone. */
const DELIVERY_SECONDS = 60;

/** Says, before deadlines are fired, whether PostgreSQL's clock can be believed. */
export interface Clock {
  look(): Promise<{ mayFire: boolean }>;
  /** Hears that nothing is due any more. */
  sweptAll(): Promise<void>;
}

/** What the worker does when the bell rings, and of its own accord when the bell is silent. */
export class Duties {
  private readonly together = gather((outboxIds: string[]) => this.write(outboxIds).then(() => outboxIds), {
    lanes: 3,
    most: 500,
  });
  private readonly alone = gather((outboxIds: string[]) => this.write(outboxIds).then(() => outboxIds), {
    lanes: 1,
    most: 1,
  });
  private isSweeping = false;
  private isStopping = false;
  private mailing: Promise<void> | null = null;
  private look: ReturnType<Clock['look']> | null = null;

  constructor(
    private readonly office: Office,
    private readonly mailer: Mailer | null,
    /** Without a clock to ask, PostgreSQL's is believed. */
    private readonly watched: { clock?: Clock } = {},
  ) {}

  /**
   * Fires every deadline that is due, in two lanes which skip each other's cases. While a sweep runs, another call
   * returns at once: the running one will come to whatever is due.
   * @returns how many fired; none while the clock is in doubt.
   */
  async sweep(): Promise<number> {
    if (this.isSweeping) return 0;
    this.isSweeping = true;
    try {
      if (!(await this.mayFire())) return 0;
      const fired = await Promise.all(Array.from({ length: SWEEP_LANES }, () => this.sweepLane()));
      await this.watched.clock?.sweptAll();
      return fired.reduce((total, each) => total + each, 0);
    } finally {
      this.isSweeping = false;
    }
  }

  /** Milliseconds until the next deadline is due, null when none is armed. */
  nextAlarmIn(): Promise<number | null> {
    return nextAlarmIn(this.office);
  }

  /** Counts what dead workers left in hand, and folds the latest changes into the figures of the board. */
  async tidy(): Promise<void> {
    await countLostTries(this.office.database);
    await foldBoard(this.office.database);
  }

  /** Goes on with a decree that is being applied or retracted; harmless when there is none. */
  async recount(): Promise<void> {
    await goOnWithDecree(this.office, DECREE_PATIENCE_MS);
  }

  /**
   * Hands every message that is due to `ring`, batch by batch, as long as there is room for more.
   * @returns how many were handed over.
   */
  async relay(ring: (rung: Rung) => Promise<void>, hasRoom: () => Promise<boolean>): Promise<number> {
    let total = 0;
    while (!this.isStopping && (await hasRoom())) {
      const rung = await relayOutbox(this.office.database, ring, RELAY_BATCH);
      total += rung;
      if (rung < RELAY_BATCH) break;
    }
    return total;
  }

  /** Delivers every message that is due without the queue. */
  async relayByHand(): Promise<void> {
    let due: Rung = { together: [], alone: [] };
    const take = async (rung: Rung) => {
      due = rung;
    };
    for (;;) {
      const rung = await relayOutbox(this.office.database, take, RELAY_BATCH);
      if (rung > 0) await Promise.all([this.write(due.together), ...due.alone.map((id) => this.alone(id))]);
      if (rung < RELAY_BATCH || this.isStopping) return;
    }
  }

  /** Tells people in the application; messages of several jobs that come together are written together. */
  async deliver(delivery: JobPayloads['deliverNotice']): Promise<void> {
    const outboxIds = delivery.v === 1 ? [delivery.outboxId] : delivery.outboxIds;
    const write = delivery.v === 2 && delivery.alone ? this.alone : this.together;
    await Promise.all(outboxIds.map((outboxId) => write(outboxId)));
  }

  /** Sends the mails that are due; while some are being sent, another call waits for the same. */
  async mail(): Promise<void> {
    if (!this.mailer || this.isStopping) return;
    this.mailing ??= sendMails(this.office, this.mailer, { goesOn: () => !this.isStopping }).finally(() => {
      this.mailing = null;
    });
    await this.mailing;
  }

  /** Begins nothing new; waits for the mails in hand. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.mailing?.catch(() => {});
  }

  private async sweepLane(): Promise<number> {
    let total = 0;
    for (let size = FIRST_SWEEP_BATCH; ; size = SWEEP_BATCH) {
      const { fired, mayHaveMore } = await sweepDeadlines(this.office, size);
      total += fired;
      if (!mayHaveMore || this.isStopping || !(await this.mayFire())) return total;
    }
  }

  /** Lanes that ask at the same time hear the same answer. */
  private async mayFire(): Promise<boolean> {
    const { clock } = this.watched;
    if (!clock) return true;
    this.look ??= clock.look().finally(() => {
      this.look = null;
    });
    return (await this.look).mayFire;
  }

  private async write(outboxIds: readonly string[]): Promise<void> {
    await withinSeconds(DELIVERY_SECONDS, deliverNotices(this.office, null, outboxIds));
  }
}
