const KEPT = 5;

/** The server's clock as seen from here: median of the last five answers. For display only; the server alone decides what is late. */
export class ServerClock {
  private readonly offsets: number[] = [];

  /** `now` of an answer asked at `askedAt` and read at `readAt` (device's clock, ms). */
  observe(now: number, askedAt: number, readAt: number): void {
    this.offsets.push(now - (askedAt + readAt) / 2);
    if (this.offsets.length > KEPT) this.offsets.shift();
  }

  /** Server's clock minus the device's, ms. */
  offsetMs(): number {
    if (this.offsets.length === 0) return 0;
    const sorted = [...this.offsets].sort((a, b) => a - b);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
  }
}
