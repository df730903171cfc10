import { EDITING_AGAIN_MS, type Editing } from '@tegerek/contracts';

export type Place = Omit<Editing, 'seatId'>;

/** Beyond so many at once in a dialogue further cursors are not shown. */
const AT_MOST = 200;

/** Whose cursor stands in which field of one dialogue; pure, the time is an argument (ms). One place per seat. */
export class Cursors {
  readonly #places = new Map<string, Place & { until: number }>();

  /** `true`: others see something else now. */
  set(seatId: string, at: Place | null, now: number): boolean {
    const before = this.#places.get(seatId);
    if (at === null) return this.#places.delete(seatId);
    if (!before && this.#places.size >= AT_MOST) return false;
    this.#places.set(seatId, { ...at, until: now + 2 * EDITING_AGAIN_MS });
    return before?.proposalId !== at.proposalId || before.field !== at.field;
  }

  /** Forgets who fell silent. `true`: somebody did. */
  sweep(now: number): boolean {
    const silent = [...this.#places].filter(([, { until }]) => until <= now);
    for (const [seatId] of silent) this.#places.delete(seatId);
    return silent.length > 0;
  }

  list(): Editing[] {
    return [...this.#places].map(([seatId, { proposalId, field }]) => ({ seatId, proposalId, field }));
  }
}
