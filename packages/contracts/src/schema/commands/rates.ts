import { text, limits } from '../primitives.js';

/** Who runs the hall presses fast, and is few. */
export const STAFF_RATE = { perMinute: 600, burst: 100 };
/** What takes a person time to write. */
export const SLOW = { perMinute: 20, burst: 6 };
export const reason = text(limits.reason);
