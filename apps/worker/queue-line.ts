import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { JOB_VERSION, type JobHandlers, openQueues, type Queues, UnsafeQueueError } from '#queues';

export interface QueueLineSettings {
  url: string;
  acceptUnsafe: boolean;
  sweepSeconds: number;
}

/** The relay looks every second: a new message waits no longer for its first ring. */
const RELAY_SECONDS = 1;
/** More waiting messages than this stay in the outbox, where they cost nothing. */
const ROOM = 5_000;
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

  /** @throws when the queue is away. */
  async hasRoom(): Promise<boolean> {
    return (await this.opened().waiting('deliverNotice')) < ROOM;
  }

  /** @throws when the queue is away; the messages stay due. */
  async ring(outboxIds: readonly string[]): Promise<void> {
    await this.opened().add(
      'deliverNotice',
      outboxIds.map((outboxId) => ({ id: `outbox-${outboxId}`, payload: { v: JOB_VERSION, outboxId } })),
    );
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
    const { url, acceptUnsafe, sweepSeconds } = this.settings;
    const onTrouble = (error: Error) => this.report(error);
    const queues = await openQueues({ url, acceptUnsafe, onTrouble });
    try {
      await queues.ringEvery('sweepDeadlines', sweepSeconds);
      await queues.ringEvery('relayOutbox', RELAY_SECONDS);
      if (this.handlers) queues.work(this.handlers);
    } catch (error) {
      await queues.close();
      throw error;
    }
    this.queues = queues;
    this.log.log(`The queue is open (${queues.backend}).`);
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
