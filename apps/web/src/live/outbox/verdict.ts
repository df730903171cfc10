import type { PressReceipt, Refusal, RefusalCode, Reply } from '@tegerek/contracts/wire';

export type Verdict =
  | { kind: 'recorded'; seq: number | null; receipt: PressReceipt | null; result: unknown }
  | { kind: 'refused' | 'not-counted'; refusal: Refusal }
  /** Not decided: the same id goes out again, after `afterMs` at the earliest. */
  | { kind: 'again'; afterMs: number; code: RefusalCode }
  /** Nothing goes out until the person has signed in again. */
  | { kind: 'signed-out' }
  /** This page is of an older protocol. */
  | { kind: 'reload' };

/** Refusals that say nothing about the command: the server was busy, full or broken. */
const TRANSIENT: readonly RefusalCode[] = ['server.busy', 'server.fault', 'server.full', 'request.too-many'];

/** What an answer means for the row in the outbox. */
export function judge(reply: Reply): Verdict {
  if (reply.ok) {
    if ('receipt' in reply) return { kind: 'recorded', seq: null, receipt: reply.receipt, result: undefined };
    return { kind: 'recorded', seq: reply.seq, receipt: null, result: reply.result };
  }
  if (reply.code === 'session.missing') return { kind: 'signed-out' };
  if (reply.code === 'request.protocol') return { kind: 'reload' };
  if (reply.retryAfterMs !== undefined || TRANSIENT.includes(reply.code)) return { kind: 'again', afterMs: reply.retryAfterMs ?? 0, code: reply.code };
  const { code, path, details } = reply;
  const refusal: Refusal = { code, ...(path === undefined ? {} : { path }), ...(details === undefined ? {} : { details }) };
  return { kind: code === 'ballot.not-counted' ? 'not-counted' : 'refused', refusal };
}
