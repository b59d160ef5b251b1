/** How soon a pulse looks again: at once after work, then after longer and longer pauses. */
const QUICKEST_MS = 50;
const SLOWEST_MS = 1_000;

/**
 * Looks for work again and again: soon after there was some, once a second while there is none. It needs no notice
 * from the database, which could be lost, and costs one look a second in a quiet office.
 */
export class Pulse {
  private timer: NodeJS.Timeout | undefined;
  private pause = SLOWEST_MS;
  private underWay: Promise<void> | null = null;
  private isStopped = false;

  /** @param look does what there is to do. @returns whether there was anything; it must not throw. */
  constructor(private readonly look: () => Promise<boolean>) {}

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => this.beat(), this.pause);
  }

  /** Looks now. */
  quicken(): void {
    if (this.underWay || this.isStopped) return;
    clearTimeout(this.timer);
    this.beat();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  private beat(): void {
    this.underWay = this.look().then((foundWork) => {
      this.pause = foundWork ? QUICKEST_MS : Math.min(SLOWEST_MS, 2 * this.pause);
      this.underWay = null;
      this.start();
    });
  }
}
