import { LIMITS, type Refusal } from '@tegerek/contracts';

/** Caps depth and number of members before anything walks the value recursively (LIVE-2). */
export function checkShape(value: unknown): Refusal | null {
  let level: unknown[] = [value];
  let members = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.depth) return { code: 'request.too-deep', details: { max: LIMITS.depth } };
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      const children = Object.values(item);
      members += children.length;
      if (members > MEMBERS) return { code: 'request.too-large', details: { maxMembers: MEMBERS } };
      next.push(...children);
    }
    level = next;
  }
  return null;
}

/** Enough for 100 seats with all their fields, or 40 panels. */
const MEMBERS = 4_000;
