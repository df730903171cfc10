import { setTimeout as sleep } from 'node:timers/promises';

const WINDOW_MS = 60_000;
/** Each failure beyond the budget waits this much longer than the one before. */
const STEP_MS = 100;
const LONGEST_MS = 5_000;

/**
 * Failed codes of one dialogue in the last minute. Beyond the budget a failure is answered late; what is right never is,
 * and nobody is shut out: a hall shares one address.
 */
export class FailureBudget {
  readonly #failures = new Map<string, number[]>();

  constructor(private readonly perMinute: number) {}

  /** Notes a failure at `now` (ms); returns how long its answer waits, ms. */
  fail(key: string, now: number): number {
    const recent = (this.#failures.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
    recent.push(now);
    // what is beyond the longest wait changes nothing more
    this.#failures.set(key, recent.slice(-(this.perMinute + LONGEST_MS / STEP_MS)));
    this.#forget(now);
    return Math.min(LONGEST_MS, Math.max(0, recent.length - this.perMinute) * STEP_MS);
  }

  /** Notes a failure now and resolves when its answer may be given. */
  async late(key: string): Promise<void> {
    await sleep(this.fail(key, Date.now()));
  }

  #forget(now: number): void {
    if (this.#failures.size < 1_000) return;
    for (const [key, times] of this.#failures) if ((times.at(-1) ?? 0) <= now - WINDOW_MS) this.#failures.delete(key);
  }
}
