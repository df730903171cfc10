import type { CookieOptions, Request } from 'express';

export const SESSION_COOKIE = 'tegerek_sid';
export const SCREEN_COOKIE = 'tegerek_screen';
export const SESSION_MS = 90 * 24 * 3_600_000;

/** One cookie of a `Cookie` header; the first wins when a name comes twice. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/** Whether the browser came by https, to us or to the proxy before us. Who fakes the header only gets a stricter cookie. */
export const isHttps = (request: Pick<Request, 'secure' | 'headers'>): boolean => request.secure || request.headers['x-forwarded-proto'] === 'https';

/** `Secure` only where the request came by https: on a LAN address over plain http the browser would drop the cookie. */
export const cookieOptions = (overHttps: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure: overHttps, path: '/', maxAge: SESSION_MS });

export type { Request, Response } from 'express';
