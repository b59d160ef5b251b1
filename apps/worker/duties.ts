import { deliverNotices, type Mailer, relayOutbox } from '#notices';
import { goOnWithDecree, type Office, sweepDeadlines } from '#petitions';
import { gather } from './gather.js';

const SWEEP_BATCH = 500;
const RELAY_BATCH = 500;
/** A decree goes on in pieces, so that the deadlines between them are not kept waiting. */
const DECREE_PATIENCE_MS = 5_000;

/** What the worker does when the bell rings, and of its own accord when the bell is silent. */
export class Duties {
  /** Delivers one message; messages that come together are delivered together. */
  readonly deliver = gather((outboxIds: string[]) => this.deliverAll(outboxIds), { lanes: 4, most: 50 });
  private isSweeping = false;

  constructor(
    private readonly office: Office,
    private readonly mailer: Mailer | null,
  ) {}

  /**
   * Fires every deadline that is due. While a sweep runs, another call returns at once: the running one
   * will come to whatever is due.
   * @returns how many fired.
   */
  async sweep(): Promise<number> {
    if (this.isSweeping) return 0;
    this.isSweeping = true;
    try {
      let total = 0;
      for (;;) {
        const { fired } = await sweepDeadlines(this.office, SWEEP_BATCH);
        total += fired;
        if (fired < SWEEP_BATCH) return total;
      }
    } finally {
      this.isSweeping = false;
    }
  }

  /** Goes on with a decree that is being applied or retracted; harmless when there is none. */
  async recount(): Promise<void> {
    await goOnWithDecree(this.office, DECREE_PATIENCE_MS);
  }

  /** Hands every message that is due to `ring`, batch by batch, as long as there is room for more. */
  async relay(ring: (outboxIds: string[]) => Promise<void>, hasRoom: () => Promise<boolean>): Promise<void> {
    while (await hasRoom()) {
      const rung = await relayOutbox(this.office.database, ring, RELAY_BATCH);
      if (rung < RELAY_BATCH) return;
    }
  }

  /** Delivers every message that is due without the queue. */
  async relayByHand(): Promise<void> {
    for (;;) {
      const due: string[] = [];
      await relayOutbox(this.office.database, async (outboxIds) => void due.push(...outboxIds), RELAY_BATCH);
      await this.deliverAll(due);
      if (due.length < RELAY_BATCH) return;
    }
  }

  private async deliverAll(outboxIds: string[]): Promise<void> {
    if (outboxIds.length > 0) await deliverNotices(this.office, this.mailer, outboxIds);
  }
}
