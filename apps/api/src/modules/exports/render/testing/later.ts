/** Preloaded into a process (`--import`): its clock is an hour ahead. */
const Real = Date;
const AHEAD = 3_600_000;
globalThis.Date = class extends Real {
  constructor(...parts: [] | [number | string]) {
    super(...((parts.length === 0 ? [Real.now() + AHEAD] : parts) as [number]));
  }

  static override now(): number {
    return Real.now() + AHEAD;
  }
} as DateConstructor;
export {};
