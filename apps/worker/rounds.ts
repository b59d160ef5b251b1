import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import type { JobHandlers } from '#queues';
import { AlarmTimer } from './alarm-timer.js';
import type { Duties } from './duties.js';
import { Pulse } from './pulse.js';
import type { QueueLine } from './queue-line.js';
import { Watch } from './watch.js';
import { watchLoop } from './watch-loop.js';

export interface RoundsSettings {
  sweepSeconds: number;
  /** How long the bell may be silent before the worker goes round by itself. */
  silenceSeconds: number;
}

/** The duties that the bell rings for. */
type Duty = 'sweepDeadlines' | 'relayOutbox';

/**
 * Does the duties when the queue rings. Deadlines are swept by the worker's own timer as well, at their instant and
 * every `sweepSeconds`. A duty that has not been rung, or not been done, for `silenceSeconds` is done without the
 * queue until it rings again: a queue that is slow, emptied or dead delays a letter and never loses one.
 */
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly watches: Record<Duty, Watch>;
  private readonly pulse: Pulse;
  private readonly alarm: AlarmTimer;
  private timer: NodeJS.Timeout | undefined;
  private renewedAt = performance.now();
  private endWatch = async () => {};

  constructor(
    private readonly duties: Duties,
    private readonly line: QueueLine,
    private readonly settings: RoundsSettings,
    private readonly log: LoggerService,
  ) {
    this.watches = {
      sweepDeadlines: new Watch(async () => void (await this.sweep())),
      relayOutbox: new Watch(() => duties.relayByHand()),
    };
    this.pulse = new Pulse(() => this.look());
    const sweepNow = () => void this.sweep().catch((error: Error) => this.failed('sweepDeadlines', error));
    this.alarm = new AlarmTimer(() => duties.nextAlarmIn(), settings.sweepSeconds * 1_000, sweepNow);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { sweepSeconds, silenceSeconds } = this.settings;
    this.endWatch = watchLoop();
    await this.line.start(this.handlers());
    const everySeconds = Math.min(sweepSeconds, silenceSeconds / 4);
    this.timer = setInterval(() => void this.listen(), everySeconds * 1_000);
    this.pulse.start();
    await this.alarm.set();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.alarm.stop();
    await Promise.all([this.pulse.stop(), this.duties.stop()]);
    await this.line.stop();
    await Promise.all(Object.values(this.watches).map((watch) => watch.underWay));
    await this.endWatch();
  }

  private handlers(): JobHandlers {
    return {
      sweepDeadlines: async () => {
        const fired = await this.sweep();
        this.heard('sweepDeadlines');
        if (fired > 0) this.pulse.quicken();
      },
      relayOutbox: async () => {
        await this.relay();
        this.heard('relayOutbox');
      },
      deliverNotice: async (delivery) => {
        await this.duties.deliver(delivery);
        this.mail();
      },
    };
  }

  /** Dates move before they are fired. A decree that cannot go on keeps no deadline waiting, nor does a tidying. */
  private async sweep(): Promise<number> {
    await this.duties.recount().catch((error: Error) => this.failed('counting under a decree', error));
    try {
      return await this.duties.sweep();
    } finally {
      await this.duties.tidy().catch((error: Error) => this.failed('tidying', error));
      await this.alarm.set();
    }
  }

  private relay(): Promise<number> {
    return this.duties.relay(
      (rung) => this.line.ring(rung),
      () => this.line.hasRoom(),
    );
  }

  /** Of its own accord, between two bells. A queue that is away is the business of the watch. */
  private async look(): Promise<boolean> {
    this.mail();
    if (!this.line.isOpen) return false;
    return this.relay().then(
      (rung) => rung > 0,
      () => false,
    );
  }

  /** Mail takes its own time; nothing waits for it. */
  private mail(): void {
    this.duties.mail().catch((error: Error) => this.failed('mail', error));
  }

  private failed(what: string, error: Error): void {
    this.log.error(`${what} failed: ${error.message}`);
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
      watch.goRound((error) => this.failed(duty, error));
    }
    const isSilent = Object.values(this.watches).some((watch) => watch.isSilent);
    if (isSilent && performance.now() - this.renewedAt >= silenceMs) {
      this.renewedAt = performance.now();
      await this.line.renew();
    }
  }
}
