import { z } from 'zod';
import { LIMITS } from '../wire/limits.js';
import { LANGS, ROLES } from '../wire/values.js';

/** Left as they are: emoji joined to one picture. Taken out: what nobody can see (zero width, fillers, tags, selectors). */
const INVISIBLE = /(\p{Extended_Pictographic}(?:\uFE0F|[\u{1F3FB}-\u{1F3FF}])?(?:\u200D(?=\p{Extended_Pictographic}))?)|(?![\u202A-\u202E\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;
/** More than 8 marks on one letter spill over the lines around it. */
const STACKED = /(\p{M}{8})\p{M}+/gu;
/** Control characters but for tab and line feed, bidi overrides and isolates, lone surrogates, non-characters: refused. */
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** One form for what looks alike: NFC, line ends as `\n`, nothing invisible, trimmed. Doing it twice changes nothing. */
const normal = (value: string): string =>
  value.normalize('NFC').replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(INVISIBLE, (_, picture?: string) => picture ?? '').replaceAll('\u2800', ' ').replace(STACKED, '$1').normalize('NFC').trim();
const clean = (value: string) => !FORBIDDEN.test(value);
const points = (value: string) => [...value].length;

const upTo = (max: number, form: (value: string) => string) =>
  z.string().transform(form).refine(clean, { error: 'characters' }).refine((value) => points(value) <= max, { error: 'too-long', params: { max } });

/** The same as `text`, may be empty. */
export const optionalText = (max: number) => upTo(max, normal);

/** Text of one or more lines: `normal`, 1…max code points, no control or bidi-override characters. */
export const text = (max: number) => optionalText(max).refine((value) => value !== '', { error: 'empty' });

const oneLine = (value: string): string => normal(value).replace(/\s+/gu, ' ');
/** `optionalText` on one line: names and what stands beside them. */
export const optionalLine = (max: number) => upTo(max, oneLine);
/** `text` on one line. */
export const line = (max: number) => optionalLine(max).refine((value) => value !== '', { error: 'empty' });

/** An IANA name by its letters; whether there is such a zone is asked later. */
export const timeZone = z.string().min(1).max(60).refine((value) => /^[\w+/-]+$/u.test(value), { error: 'characters' });

/** A secret, kept to the letter: no lone surrogate and no U+0000, which have no canonical form. */
export const exact = (min: number, max: number) => z.string().min(min).max(max).refine((value) => !/[\u0000\p{Surrogate}]/u.test(value), { error: 'characters' });

export const lang = z.enum(LANGS);
/** Multilingual text: each language optional. */
export const multilingual = (max: number) => z.strictObject({ ru: optionalText(max).optional(), ky: optionalText(max).optional(), en: optionalText(max).optional() });
export const id = z.uuid().regex(/^[0-9a-f-]+$/u);
export const hex32 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Server instant, ms since 1970 UTC. */
export const instant = z.int().nonnegative();
/** Asked of every string, also of those that the pattern has refused. */
function isDay(value: string): boolean {
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
/** Calendar day, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u).refine(isDay, { error: 'date' });
/** Wall-clock time in the dialogue's zone, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
export const role = z.enum(ROLES);
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u);
export const limits = LIMITS;
