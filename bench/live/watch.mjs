import { monoMs, sleep } from '../lib/stats.mjs';

const PREFIX = Buffer.from('42["runs",');

/** Counts entries that reach sockets and sees that each socket gets each entry once, in order. */
export class Watch {
  #last;
  #seen = [];
  #frame = Buffer.alloc(0);
  #runs = [];
  faults = 0;
  /** Text of the last frame with exactly one entry. */
  sample = '';

  /** `from`: the first entry expected. */
  constructor(sockets, from) {
    this.from = from;
    this.#last = new Float64Array(sockets).fill(from - 1);
  }

  take(i, bytes, start, end) {
    if (i < 0 || bytes.compare(PREFIX, 0, PREFIX.length, start, start + PREFIX.length) !== 0) return;
    const now = monoMs();
    for (const { first, last } of this.#parse(bytes, start, end)) {
      if (first !== this.#last[i] + 1) this.faults++;
      this.#last[i] = last;
      for (let seq = first; seq <= last; seq++) {
        const entry = (this.#seen[seq - this.from] ??= { n: 0, lastAt: 0 });
        entry.n++;
        entry.lastAt = now;
      }
    }
  }

  /** All sockets of a room get the same bytes: they are parsed once. */
  #parse(bytes, start, end) {
    if (this.#frame.length === end - start && bytes.compare(this.#frame, 0, this.#frame.length, start, end) === 0) return this.#runs;
    this.#frame = Buffer.from(bytes.subarray(start, end));
    const text = this.#frame.toString('utf8');
    const { runs } = JSON.parse(text.slice(2))[1];
    this.#runs = runs.map((run) => ({ first: run.from ?? run.seq, last: run.to ?? run.seq }));
    if (runs.length === 1 && runs[0].events) this.sample = text;
    return this.#runs;
  }

  /** Waits until every socket has entry `to`. @returns when each entry reached its last socket, and what was missing or out of order */
  async until(to, limitMs) {
    const endAt = monoMs() + limitMs;
    const isThere = () => this.#last.every((last) => last >= to);
    while (!isThere() && monoMs() < endAt) await sleep(20);
    const expected = this.#last.length * (to - this.from + 1);
    const deliveries = this.#seen.reduce((sum, { n }) => sum + n, 0);
    return { lastAt: this.#seen.map(({ lastAt }) => lastAt), deliveries, lost: expected - deliveries, faults: this.faults, sample: this.sample };
  }
}
