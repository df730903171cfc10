import { z } from 'zod';
import { LIMITS } from '../wire/limits.js';
import { LANGS, ROLES } from '../wire/values.js';

const clean = (value: string) => !/\p{Surrogate}/u.test(value) && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u.test(value);
const points = (value: string) => [...value].length;

/** One line or paragraph of text, NFC, trimmed, 1…max code points, no control or bidi-override characters. */
export const text = (max: number) =>
  z.string().transform((value) => value.normalize('NFC').trim())
    .refine(clean, { error: 'characters' }).refine((value) => points(value) > 0, { error: 'empty' })
    .refine((value) => points(value) <= max, { error: 'too-long', params: { max } });

/** The same, may be empty. */
export const optionalText = (max: number) =>
  z.string().transform((value) => value.normalize('NFC').trim())
    .refine(clean, { error: 'characters' }).refine((value) => points(value) <= max, { error: 'too-long', params: { max } });

export const lang = z.enum(LANGS);
/** Multilingual text: each language optional. */
export const multilingual = (max: number) => z.strictObject({ ru: optionalText(max).optional(), ky: optionalText(max).optional(), en: optionalText(max).optional() });
export const id = z.uuid().regex(/^[0-9a-f-]+$/u);
export const hex32 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Server instant, ms since 1970 UTC. */
export const instant = z.int().nonnegative();
/** Calendar day, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u).refine((value) => new Date(`${value}T00:00:00Z`).toISOString().startsWith(value), { error: 'date' });
/** Wall-clock time in the dialogue's zone, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
export const role = z.enum(ROLES);
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u);
export const limits = LIMITS;
