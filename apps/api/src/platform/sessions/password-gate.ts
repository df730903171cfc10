/** Postgres' word for a limit that was reached; told as `server.busy` (see faults.ts). */
const LIMIT_REACHED = '53400';

/**
 * So many password checks run at once, so many wait for them; the rest are told to come again. One check takes a core for a while and 19 MB:
 * whoever sends thousands must not take the threads that everybody else's files and names are read with.
 */
export class PasswordGate {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number, private readonly waitingAtMost: number) {}

  /** @throws a transient error when too many wait already */
  async run<T>(check: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) await this.#turn();
    else this.#running++;
    try {
      return await check();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  /** Waits for a place that somebody hands over. */
  #turn(): Promise<void> {
    if (this.#waiting.length >= this.waitingAtMost) throw Object.assign(new Error('too many password checks wait'), { code: LIMIT_REACHED });
    return new Promise((resolve) => { this.#waiting.push(resolve); });
  }
}
