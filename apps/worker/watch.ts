/** One duty: when it was last rung for and done, and whether it is being done by hand. */
export class Watch {
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
