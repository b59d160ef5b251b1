import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import type { Rung } from '#notices';
import {
  deliveryOf,
  type JobHandlers,
  openQueues,
  type QueueSettings,
  type Queues,
  UnsafeQueueError,
} from '#queues';

export interface QueueLineSettings {
  url: string;
  acceptUnsafe: boolean;
  sweepSeconds: number;
  /** Carries traces through the queue. */
  telemetry?: QueueSettings['telemetry'];
}

/** How the line to the queue stands, for readiness. */
export interface LineStanding {
  /** null while the queue is away. */
  backend: Queues['backend'] | null;
  /** Why the queue may forget jobs, as accepted with `QUEUE_UNSAFE=accept`. */
  risks: readonly string[];
}

/** Messages that travel in one job. */
const MESSAGES_PER_JOB = 200;
/** More waiting jobs than this stay in the outbox as messages, where they cost nothing. */
const ROOM = 100;
const LONGEST_PAUSE_MS = 30_000;

/**
 * The worker's line to the queue: opened at the start, kept trying with longer and longer pauses while the
 * queue is away, opened anew when it has been silent too long. Plain BullMQ rather than @nestjs/bullmq:
 * that module builds its queues once, while the application is put together, for one backend per process,
 * and BullMQ's PostgreSQL backend remembers a failed first connection for good.
 */
export class QueueLine {
  private queues: Queues | null = null;
  private handlers: JobHandlers | null = null;
  private connecting: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private lastTrouble = '';

  constructor(
    private readonly settings: QueueLineSettings,
    private readonly log: LoggerService,
  ) {}

  /**
   * Starts taking jobs; when the queue is away, as soon as it is there.
   * @throws UnsafeQueueError when the queue is there but may lose jobs.
   */
  async start(handlers: JobHandlers): Promise<void> {
    this.handlers = handlers;
    try {
      await this.open();
    } catch (error) {
      if (error instanceof UnsafeQueueError) throw error;
      this.report(error as Error);
      this.connecting = this.keepTrying();
    }
  }

  /** Lets go of the line and opens it anew, unless that is under way already. */
  async renew(): Promise<void> {
    if (!this.queues) return;
    const { queues } = this;
    this.queues = null;
    this.connecting = queues.close().then(() => this.keepTrying());
    await this.connecting;
  }

  get isOpen(): boolean {
    return this.queues !== null;
  }

  standing(): LineStanding {
    return { backend: this.queues?.backend ?? null, risks: this.queues?.risks ?? [] };
  }

  /** The queues themselves, for a board to show; none while the queue is away, others after it was. */
  boards(): ReturnType<Queues['boards']> {
    return this.queues?.boards() ?? [];
  }

  /** @throws when the queue is away. */
  async hasRoom(): Promise<boolean> {
    return (await this.opened().waiting('deliverNotice')) < ROOM;
  }

  /** @throws when the queue is away; the messages stay due. */
  async ring({ together, alone }: Rung): Promise<void> {
    const jobs = alone.map((outboxId) => deliveryOf([outboxId], true));
    for (let start = 0; start < together.length; start += MESSAGES_PER_JOB) {
      jobs.push(deliveryOf(together.slice(start, start + MESSAGES_PER_JOB)));
    }
    await this.opened().add('deliverNotice', jobs);
  }

  /** Finishes the jobs in hand and closes. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.connecting;
    await this.queues?.close();
    this.queues = null;
  }

  private opened(): Queues {
    if (!this.queues) throw new Error('the queue is away');
    return this.queues;
  }

  private async keepTrying(): Promise<void> {
    for (let pause = 1_000; !this.stopping.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        await this.open();
        return;
      } catch (error) {
        this.report(error as Error);
        await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => {});
      }
    }
  }

  private async open(): Promise<void> {
    const { url, acceptUnsafe, sweepSeconds, telemetry } = this.settings;
    const onTrouble = (error: Error) => this.report(error);
    const queues = await openQueues({ url, acceptUnsafe, onTrouble, ...(telemetry && { telemetry }) });
    try {
      await queues.ringEvery('sweepDeadlines', sweepSeconds);
      await queues.ringEvery('relayOutbox', sweepSeconds);
      if (this.handlers) queues.work(this.handlers);
    } catch (error) {
      await queues.close();
      throw error;
    }
    this.queues = queues;
    this.log.log(`The queue is open (${queues.backend}).`);
    if (queues.risks.length > 0) {
      this.log.warn(
        `QUEUE_UNSAFE=accept: this queue may lose jobs (${queues.risks.join(', ')}). Nothing legal is lost with them; what they were to ring for comes up to a minute later.`,
      );
    }
    this.lastTrouble = '';
  }

  /** Says once what keeps going wrong. */
  private report(error: Error): void {
    const trouble = error.message || error.name;
    if (trouble === this.lastTrouble) return;
    this.lastTrouble = trouble;
    this.log.warn(`Trouble with the queue: ${trouble}`);
  }
}
