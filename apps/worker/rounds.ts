import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { JOB_VERSION, type JobHandlers } from '#queues';
import type { Duties } from './duties.js';
import type { QueueLine } from './queue-line.js';

export interface RoundsSettings {
  sweepSeconds: number;
  /** How long the bell may be silent before the worker goes round by itself. */
  silenceSeconds: number;
}

/** The duties that the bell rings for. */
type Duty = 'sweepDeadlines' | 'relayOutbox';

/**
 * Does the duties when the queue rings. A duty that has not been rung, or not been done, for
 * `silenceSeconds` is done without the queue until it rings again: a queue that is slow, emptied or dead
 * delays a letter and never loses one.
 */
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly watches: Record<Duty, Watch>;
  private timer: NodeJS.Timeout | undefined;
  private renewedAt = performance.now();

  constructor(
    private readonly duties: Duties,
    private readonly line: QueueLine,
    private readonly settings: RoundsSettings,
    private readonly log: LoggerService,
  ) {
    this.watches = {
      sweepDeadlines: new Watch(async () => {
        await this.recount();
        await duties.sweep();
      }),
      relayOutbox: new Watch(() => duties.relayByHand()),
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    const { sweepSeconds, silenceSeconds } = this.settings;
    await this.line.start(this.handlers());
    const everySeconds = Math.min(sweepSeconds, silenceSeconds / 4);
    this.timer = setInterval(() => void this.listen(), everySeconds * 1_000);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.line.stop();
    await Promise.all(Object.values(this.watches).map((watch) => watch.underWay));
  }

  private handlers(): JobHandlers {
    return {
      sweepDeadlines: async () => {
        await this.recount();
        const fired = await this.duties.sweep();
        this.heard('sweepDeadlines');
        if (fired > 0) await this.relay();
      },
      relayOutbox: () => this.relay(),
      deliverNotice: async ({ v, outboxId }) => {
        // A newer worker's job: its message stays open and is rung again, until one of them takes it.
        if (v === JOB_VERSION) await this.duties.deliver(outboxId);
      },
    };
  }

  /** Dates move before they are fired. A decree that cannot go on keeps no deadline waiting. */
  private async recount(): Promise<void> {
    await this.duties
      .recount()
      .catch((error: Error) => this.log.error(`Counting under a decree failed: ${error.message}`));
  }

  private async relay(): Promise<void> {
    await this.duties.relay(
      (outboxIds) => this.line.ring(outboxIds),
      () => this.line.hasRoom(),
    );
    this.heard('relayOutbox');
  }

  private heard(duty: Duty): void {
    if (this.watches[duty].hear()) this.log.log(`The queue rings for ${duty} again.`);
  }

  private async listen(): Promise<void> {
    const silenceMs = this.settings.silenceSeconds * 1_000;
    for (const [duty, watch] of Object.entries(this.watches)) {
      if (watch.silentMs() < silenceMs) continue;
      if (watch.fallSilent()) {
        this.log.warn(
          `No ring for ${duty} in ${this.settings.silenceSeconds} s: this worker does it without the queue.`,
        );
      }
      watch.goRound((error) => this.log.error(`${duty} failed: ${error.message}`));
    }
    const isSilent = Object.values(this.watches).some((watch) => watch.isSilent);
    if (isSilent && performance.now() - this.renewedAt >= silenceMs) {
      this.renewedAt = performance.now();
      await this.line.renew();
    }
  }
}

/** One duty: when it was last rung for and done, and whether it is being done by hand. */
class Watch {
  isSilent = false;
  underWay: Promise<void> | null = null;
  private heardAt = performance.now();

  constructor(private readonly duty: () => Promise<void>) {}

  silentMs(): number {
    return performance.now() - this.heardAt;
  }

  /** @returns true when the bell had been silent. */
  hear(): boolean {
    const wasSilent = this.isSilent;
    this.heardAt = performance.now();
    this.isSilent = false;
    return wasSilent;
  }

  /** @returns true the first time. */
  fallSilent(): boolean {
    const isNew = !this.isSilent;
    this.isSilent = true;
    return isNew;
  }

  /** Does the duty, unless it is being done. */
  goRound(onFailure: (error: Error) => void): void {
    this.underWay ??= this.duty()
      .catch(onFailure)
      .finally(() => {
        this.underWay = null;
      });
  }
}
