/** Timers of Node are early by up to a millisecond; PostgreSQL's clock then says that nothing is due yet. */
const MARGIN_MS = 10;

/**
 * Sweeps at the instant of the next deadline instead of at the next bell, and without any bell once the longest pause
 * is over: a queue that was emptied has forgotten its bells too. Only a hint: PostgreSQL decides what is due.
 */
export class AlarmTimer {
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  /**
   * @param milliseconds asks how long until the next alarm; null when none is armed.
   * @param longest most milliseconds between two sweeps.
   */
  constructor(
    private readonly milliseconds: () => Promise<number | null>,
    private readonly longest: number,
    private readonly ring: () => void,
  ) {}

  /** Sets the timer anew; to be called after each sweep, also one that failed. */
  async set(): Promise<void> {
    const next = await this.milliseconds().catch(() => null);
    clearTimeout(this.timer);
    if (this.isStopped) return;
    const pause = next === null ? this.longest : Math.max(0, next) + MARGIN_MS;
    this.timer = setTimeout(this.ring, Math.min(pause, this.longest));
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }
}
