import { countOpenMessages, type Database, localDataDirectory, readRecordHealth } from '#database';
import {
  answerReadiness,
  metricsText,
  type QueueFacts,
  type ReadyAnswer,
  type RecordFacts,
  readDisks,
  showState,
} from '#telemetry';
import type { QueueLine } from '../queue-line.js';
import type { ClockGuard } from './clock-guard.js';

/** How this worker stands: what it tells watchmen and scrapers. No name and no case is in it. */
export class Standing {
  /** @param dataDirectory where the process keeps files. */
  constructor(
    private readonly database: Database,
    private readonly line: QueueLine,
    private readonly clock: ClockGuard,
    private readonly dataDirectory: string,
  ) {}

  /** Whether this worker can do its work, and what somebody should look at. */
  async ready(): Promise<ReadyAnswer> {
    const record = await this.record();
    return answerReadiness(record, await this.disks(record), await this.queue());
  }

  /** The figures of this moment in the text format of Prometheus. */
  async figures(): Promise<string> {
    const record = await this.record();
    showState({
      record,
      open: record && (await countOpenMessages(this.database).catch(() => null)),
      pool: this.database.pool,
      disks: await this.disks(record),
      queueWaiting: (await this.queue()).waiting,
    });
    return metricsText();
  }

  /** A doubt that only this worker has counts as well. */
  private async record(): Promise<RecordFacts | null> {
    const record = await readRecordHealth(this.database);
    return record && { ...record, clockDoubt: record.clockDoubt ?? this.clock.doubted };
  }

  private async disks(record: RecordFacts | null) {
    return readDisks(this.dataDirectory, record && (await localDataDirectory(this.database)));
  }

  private async queue(): Promise<QueueFacts> {
    const counts = this.line.boards().map((queue) => queue.getWaitingCount());
    const waiting = await Promise.all(counts).then(
      (each) => (each.length > 0 ? each.reduce((total, count) => total + count, 0) : null),
      () => null,
    );
    const { backend, risks } = this.line.standing();
    return { isOpen: backend !== null, isUnsafe: risks.length > 0, waiting };
  }
}
