import type { Lang } from '@tegerek/contracts/wire';
import { NBSP, WORDS } from './words.js';

/** Kyrgyz and Russian write 1000 without a gap and 10 000 with one; English groups from 1,000. */
export function formatNumber(value: number, locale: Lang, fractionDigits = 0): string {
  const { thousands, decimal } = WORDS[locale];
  const [whole = '0', fraction] = Math.abs(value).toFixed(fractionDigits).split('.');
  const grouped = whole.length > (locale === 'en' ? 3 : 4) ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  const sign = value < 0 && Number(value.toFixed(fractionDigits)) !== 0 ? '\u2212' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `${decimal}${fraction}`}`;
}

interface Wall { year: number; month: number; day: number; hour: number; minute: number; weekday: number }

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? '';
  const known = clocks.get(key) ?? new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === undefined ? {} : { timeZone }), calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  clocks.set(key, known);
  return known;
}

/** The wall clock of a zone at an instant (ms since 1970). English only serves to read the zone's figures. */
function wallAt(instant: number, timeZone: string | undefined): Wall {
  const parts = Object.fromEntries(clockOf(timeZone).formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute, weekday: (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7 };
}

/** `long` «24 апреля 2026 года», `short` «24 апр 2026», `day` «24 апреля», `weekday` «пятница, 24 апреля». */
export type DateStyle = 'long' | 'short' | 'day' | 'weekday';

/** @param value an instant in ms, or a calendar day `2026-04-24`, which belongs to no zone */
export function formatDate(value: number | string, locale: Lang, style: DateStyle = 'day', timeZone?: string): string {
  const wall = typeof value === 'string' ? wallAt(Date.parse(`${value.slice(0, 10)}T12:00:00Z`), 'UTC') : wallAt(value, timeZone);
  const words = WORDS[locale];
  const pattern = { long: words.dateLong, short: words.dateShort, day: words.dateDay, weekday: words.dateDay }[style];
  const month = (style === 'short' ? words.monthsShort : words.months)[wall.month - 1] ?? '';
  const date = pattern.replace('{d}', String(wall.day)).replace('{m}', month).replace('{y}', String(wall.year));
  return style === 'weekday' ? `${words.weekdays[wall.weekday] ?? ''}, ${date}` : date;
}

/** Hours and minutes, 24 h in every language: «9:30», «14:05». */
export function formatTime(instant: number, timeZone?: string): string {
  const wall = wallAt(instant, timeZone);
  return `${wall.hour}:${String(wall.minute).padStart(2, '0')}`;
}

/** A running clock: «2:40», «1:02:05»; `ms` below zero counts as its absolute value with a minus. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${ms <= -1000 ? '\u2212' : ''}${h > 0 ? `${h}:${pad(m)}` : m}:${pad(s)}`;
}

/** A length of time in words: «6 мин», «1 мин 40 с», «2 ч 5 мин»; the two largest units that are not zero. */
export function formatDuration(ms: number, locale: Lang): string {
  const seconds = Math.round(Math.max(0, ms) / 1000);
  const { hour, minute, second } = WORDS[locale].units;
  const units: [number, string][] = [[Math.floor(seconds / 3600), hour], [Math.floor(seconds / 60) % 60, minute], [seconds % 60, second]];
  const first = units.findIndex(([n]) => n > 0);
  if (first < 0) return `0${NBSP}${second}`;
  return units.slice(first, first + 2).filter(([n]) => n > 0).map(([n, unit]) => `${n}${NBSP}${unit}`).join(NBSP);
}

/** «a, b и c». */
export function formatList(items: readonly string[], locale: Lang): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${WORDS[locale].and} ${items.at(-1) ?? ''}`;
}
