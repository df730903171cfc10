const KEPT = 5;
/** Two looks at clocks that did not move differ by no more than half of both their round trips, and by this for what a busy device takes. */
const SLACK_MS = 50;

interface Look { offsetMs: number; roundTripMs: number }

/**
 * The server's clock as seen from here: of the last five answers the one with the shortest round trip, as its error is at most half of that.
 * For display only; the server alone decides what is late.
 */
export class ServerClock {
  private looks: Look[] = [];

  /** `now` of an answer asked at `askedAt` and read at `readAt` (device's clock, ms). */
  observe(now: number, askedAt: number, readAt: number): void {
    const look = { offsetMs: now - (askedAt + readAt) / 2, roundTripMs: readAt - askedAt };
    if (look.roundTripMs < 0) return; // the device's clock was set back meanwhile
    // the device's clock was set: what was seen before says nothing any more
    if (this.looks.some((earlier) => Math.abs(earlier.offsetMs - look.offsetMs) > (earlier.roundTripMs + look.roundTripMs) / 2 + SLACK_MS)) this.looks = [];
    this.looks = [...this.looks, look].slice(-KEPT);
  }

  /** Server's clock minus the device's, ms. */
  offsetMs(): number {
    const [first, ...rest] = this.looks;
    if (first === undefined) return 0;
    return Math.round(rest.reduce((best, look) => (look.roundTripMs <= best.roundTripMs ? look : best), first).offsetMs);
  }
}
