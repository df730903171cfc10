interface Asked<K, V> {
  key: K;
  resolve(value: V): void;
  reject(error: unknown): void;
}

const AT_MOST = 1_000;
/** After a read for so many the next begins no sooner than so many ms later: a few hardly wait, thousands share few reads. */
const FEW = 2;
const PACE_MS = { few: 1, many: 50 };

/**
 * Makes one read of many: what is asked in one turn of the event loop, or while a read runs or has just run, is read together by the next.
 * Nothing is kept: every answer was read after it was asked for. When five thousand phones come back at once, this is what keeps the pool free.
 */
export class Gather<K, V> {
  #asked: Asked<K, V>[] = [];
  #isReading = false;

  /** `read` answers in the order of its keys. */
  constructor(private readonly read: (keys: readonly K[]) => Promise<readonly V[]>) {}

  /** @throws what `read` threw */
  get(key: K): Promise<V> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ key, resolve, reject });
      if (!this.#isReading) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isReading = true;
    await new Promise((resolve) => { setImmediate(resolve); });
    while (this.#asked.length > 0) {
      const asked = this.#asked.splice(0, AT_MOST);
      const pace = new Promise((resolve) => { setTimeout(resolve, asked.length <= FEW ? PACE_MS.few : PACE_MS.many); });
      await this.#answer(asked);
      await pace;
    }
    this.#isReading = false;
  }

  async #answer(asked: readonly Asked<K, V>[]): Promise<void> {
    try {
      const values = await this.read(asked.map(({ key }) => key));
      for (const [i, { resolve }] of asked.entries()) resolve(values[i] as V);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
