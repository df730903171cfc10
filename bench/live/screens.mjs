import { monoMs, sleep } from '../lib/stats.mjs';

const NOTHING = { seq: 0, count: -1 };

/** What each of many screens has been told: up to which entry, and the public count of one object. Frames of the real server or of a floor. */
export class Screens {
  #seq;
  #count;
  #left;
  #agreedAt = 0;
  #frame = Buffer.alloc(0);
  #told = NOTHING;

  /** `object`: whose count; `until`: `{ seq, count }` that every screen shall reach exactly. */
  constructor(sockets, object, until) {
    Object.assign(this, { object, until });
    [this.#seq, this.#count, this.#left] = [new Float64Array(sockets), new Float64Array(sockets).fill(-1), sockets];
  }

  take(i, bytes, start, end) {
    if (i < 0) return;
    const { seq, count } = this.#parse(bytes, start, end);
    const wasThere = this.#isThere(i);
    this.#seq[i] = Math.max(this.#seq[i], seq);
    if (count >= 0) this.#count[i] = count;
    this.#left += Number(wasThere) - Number(this.#isThere(i));
    if (this.#left === 0) this.#agreedAt ||= monoMs();
  }

  #isThere(i) {
    return this.#seq[i] >= this.until.seq && this.#count[i] === this.until.count;
  }

  /** All sockets of a room get the same bytes: they are parsed once. */
  #parse(bytes, start, end) {
    if (this.#frame.length === end - start && bytes.compare(this.#frame, 0, this.#frame.length, start, end) === 0) return this.#told;
    this.#frame = Buffer.from(bytes.subarray(start, end));
    const text = this.#frame.toString('utf8');
    this.#told = text.startsWith('42') ? this.#ofServer(...JSON.parse(text.slice(2))) : ofFloor(JSON.parse(text));
    return this.#told;
  }

  #ofServer(event, { runs, counters }) {
    if (event === 'runs') return { seq: runs.at(-1).to ?? runs.at(-1).seq, count: -1 };
    const counter = event === 'counters' ? counters[this.object] : undefined;
    return counter ? { seq: 0, count: Object.values(counter.byGroup).reduce((sum, n) => sum + n, 0) } : NOTHING;
  }

  /** Waits for all screens. @returns when they agreed, on the shared clock @throws when some do not after `limitMs` */
  async agreed(limitMs) {
    const endAt = monoMs() + limitMs;
    while (this.#left > 0 && monoMs() < endAt) await sleep(5);
    if (this.#left > 0) throw new Error(`${this.#left} screens do not agree: entry ${Math.min(...this.#seq)} of ${this.until.seq}, count ${Math.min(...this.#count)} of ${this.until.count}`);
    return this.#agreedAt;
  }
}

const ofFloor = ({ to, n }) => ({ seq: to ?? 0, count: n ?? -1 });
