/** Token buckets per (actor, command): what one seat may ask of this node. Nothing here depends on the address. */
export class Rate {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** Takes one token; returns 0, or the milliseconds after which to try again. */
  take(key: string, { perMinute, burst }: { perMinute: number; burst: number }, now: number): number {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      if (this.#buckets.size > 50_000) this.#buckets.clear();
      this.#buckets.set(key, (bucket = { tokens: burst, at: now }));
    }
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000);
    bucket.tokens = tokens >= 1 ? tokens - 1 : tokens;
    bucket.at = now;
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60_000) / perMinute);
  }
}
