/** How much this line carried lately, so that a batch takes about ten seconds. Measures nothing itself. */

/** Below this the round trip says more about distance than about width. */
const TELLING_BYTES = 4 * 1024;
const BATCH_SECONDS = 10;
const WEIGHT_OF_NEWEST = 0.5;

export class LineSpeed {
  #bytesPerSecond = 0;

  note(sent: { readonly bytes: number; readonly milliseconds: number }): void {
    if (sent.bytes < TELLING_BYTES || sent.milliseconds <= 0) return;
    const newest = (sent.bytes * 1_000) / sent.milliseconds;
    const before = this.#bytesPerSecond || newest;
    this.#bytesPerSecond = before * (1 - WEIGHT_OF_NEWEST) + newest * WEIGHT_OF_NEWEST;
  }

  /** 0: not known yet. */
  get bytesPerBatch(): number {
    return Math.round(this.#bytesPerSecond * BATCH_SECONDS);
  }

  /** Seconds that so many bytes will take; undefined while nothing is known of the line. */
  findSeconds(bytes: number): number | undefined {
    return this.#bytesPerSecond > 0 ? bytes / this.#bytesPerSecond : undefined;
  }
}
