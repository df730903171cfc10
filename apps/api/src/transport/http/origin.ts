import type { IncomingMessage } from 'node:http';

/**
 * A request of a browser must come from a page of this server: same host as it was addressed to, or the configured public address.
 * Requests without an Origin come from no page (a browser sends it with every cross-site POST and every socket).
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin' || request.headers['sec-fetch-site'] === 'none';
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
