import { id, type Role } from '@tegerek/contracts';
import type { Request } from '../../../platform/sessions/cookies.js';
import { cookieOf, SESSION_COOKIE } from '../../../platform/sessions/cookies.js';

export const sessionToken = (request: Request): string | undefined => cookieOf(request.headers.cookie, SESSION_COOKIE);

/** A comma-separated list of at most `max` ids; what is no id is left out. */
export function idList(value: unknown, max: number): string[] {
  if (typeof value !== 'string') return [];
  return [...new Set(value.split(',', max + 1).slice(0, max).filter((part) => id.safeParse(part).success))];
}

export const isId = (value: unknown): value is string => id.safeParse(value).success;

/** Whole pages from 1; what is no number is the first. */
export function pageOf(value: unknown): number {
  const page = typeof value === 'string' ? Number(value) : 1;
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** A seat number to go on after; what is none is the start. */
export function numberOf(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : 0;
  return Number.isSafeInteger(number) && number >= 0 && number <= 99_999 ? number : 0;
}

export const runsTheHall = (roles: readonly Role[]): boolean => roles.includes('organizer') || roles.includes('moderator');
