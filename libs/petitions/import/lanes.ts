/** Runs works side by side, so many at once and no more: whoever brings another one waits for room. */
export class Lanes {
  private readonly running = new Set<Promise<void>>();
  private failure: { error: unknown } | null = null;

  /** @param most works at once. */
  constructor(private readonly most: number) {}

  /**
   * Starts a work as soon as there is room.
   * @throws what an earlier work threw.
   */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    this.demandHealth();
    const lane = work().catch((error) => {
      this.failure ??= { error };
    });
    const tracked = lane.then(() => void this.running.delete(tracked));
    this.running.add(tracked);
  }

  /**
   * Waits until nothing runs any more.
   * @throws what a work threw.
   */
  async settle(): Promise<void> {
    await Promise.all(this.running);
    this.demandHealth();
  }

  private demandHealth(): void {
    if (this.failure) throw this.failure.error;
  }
}
