import type { LoggerService } from '@nestjs/common';
import { type ClockWatch, type Database, tellOfDoubt } from '#database';
import type { Clock } from '../duties.js';

/** Why nothing is fired while the clock cannot be trusted, and what a person does about it. */
const WHAT_TO_DO =
  'No deadline is fired. Set the clock right, or confirm that it is right with `npm run confirm-clock`.';

/** Stands before every sweep: deadlines are fired only by a clock that can be trusted. */
export class ClockGuard implements Clock {
  private doubt: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly watch: ClockWatch,
    private readonly tell: (doubt: string) => Promise<void>,
    private readonly log: LoggerService,
  ) {}

  /** Why this worker may not fire; null when it may, or before it first looked. */
  get doubted(): string | null {
    return this.doubt;
  }

  /**
   * Looks at the clock. The first time it cannot be trusted, somebody is told.
   * @throws when the database does not answer.
   */
  async look(): Promise<{ mayFire: boolean }> {
    const { mayFire, doubt } = await this.watch.look();
    if (doubt !== this.doubt) this.report(doubt);
    this.doubt = doubt;
    if (doubt !== null) await this.tellSomebody(doubt);
    return { mayFire };
  }

  /** Notes that a sweep has left nothing due. */
  async sweptAll(): Promise<void> {
    await this.watch.sweptAll();
  }

  private report(doubt: string | null): void {
    if (doubt === null) this.log.log('The clock is trusted again: sweeping goes on.');
    else this.log.error(`Sweeping is paused: ${doubt} ${WHAT_TO_DO}`);
  }

  private async tellSomebody(doubt: string): Promise<void> {
    await tellOfDoubt(this.database, () => this.tell(doubt)).catch((error: Error) =>
      this.log.error(`Nobody could be told of the clock: ${error.name}.`),
    );
  }
}
