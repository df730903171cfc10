import type { Refusal, RefusalCode } from '@tegerek/contracts/wire';

/** The network, or something between us and the server, failed: try again later. Never an answer, never success. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** A page answered where the server should have: the network's own sign-in (captive portal). As little an answer as silence. */
export class PortalAnswer extends NoAnswer {
  override name = 'PortalAnswer';
}

/** The server answered with a refusal. */
export class RefusedRequest extends Error {
  override name = 'RefusedRequest';
  constructor(readonly code: RefusalCode, readonly status: number, readonly details?: Record<string, unknown>, readonly path?: string) {
    super(code);
  }

  /** As the sockets and the outbox give it. */
  get refusal(): Refusal {
    const { code, path, details } = this;
    return { code, ...(path === undefined ? {} : { path }), ...(details === undefined ? {} : { details }) };
  }
}

const TIMEOUT_MS = 8_000;

/**
 * JSON over HTTP. A page of HTML with status 200 (captive portal), a body that is no JSON, a time-out and any 5xx are `NoAnswer`.
 * @throws NoAnswer, RefusedRequest
 */
export async function requestJson<T>(path: string, init: RequestInit = {}, timeoutMs = TIMEOUT_MS): Promise<T> {
  const { status, body } = await exchange(path, init, timeoutMs);
  if (status >= 200 && status < 300) return body as T;
  const refusal = refusalOf(body);
  if (status >= 500 || refusal === null) throw new NoAnswer(`HTTP ${status}`);
  throw new RefusedRequest(refusal.code, status, refusal.details, refusal.path);
}

/** Any status with a JSON body, as the commands' route answers refusals too. @throws NoAnswer */
export async function exchange(path: string, init: RequestInit = {}, timeoutMs = TIMEOUT_MS): Promise<{ status: number; body: unknown }> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    // what is asked here never leads elsewhere; a network that wants a sign-in first does
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', ...init, signal: abort.signal });
    if (response.status === 204) return { status: 204, body: undefined };
    if (isPortal(response)) throw new PortalAnswer(`a page instead of an answer (HTTP ${response.status})`);
    if (!/\bjson\b/u.test(response.headers.get('content-type') ?? '')) throw new NoAnswer(`not JSON (HTTP ${response.status})`);
    return { status: response.status, body: await response.json() as unknown };
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** 511 says it openly. A proxy in front of a stopped server also answers with a page, but with 502 to 504. */
const NETWORK_SIGN_IN = 511;

function isPortal({ type, status, headers }: Response): boolean {
  const isPage = /\bhtml\b/u.test(headers.get('content-type') ?? '');
  return type === 'opaqueredirect' || status === NETWORK_SIGN_IN || (status >= 200 && status < 300 && isPage);
}

export const postJson = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

interface RefusalBody { code: RefusalCode; details?: Record<string, unknown>; path?: string }

function refusalOf(body: unknown): RefusalBody | null {
  if (typeof body !== 'object' || body === null) return null;
  const { code } = body as { code?: unknown };
  return typeof code === 'string' ? body as RefusalBody : null;
}
