import type { Refusal } from '@tegerek/contracts';

/** What a thrown error means for the person: retry (busy, full disk) or a fault that only the id names. */
export function refusalOfError(error: unknown): Refusal & { transient: boolean } {
  const code = (error as { code?: string; driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code ?? '';
  if (code === '53100' || code === 'ENOSPC') return { code: 'server.full', transient: true };
  if (TRANSIENT.test(code)) return { code: 'server.busy', transient: true };
  if (error instanceof Error && LOST.test(error.message)) return { code: 'server.busy', transient: true };
  return { code: 'server.fault', transient: false };
}

/** The driver's own words for a connection that went away, some while a transaction ran (TypeORM takes the runner back then). */
const LOST = /Connection terminated|timeout exceeded when trying to connect|not queryable|connection error|Query ?runner already released|Driver not Connected|not currently accepting connections/iu;

/** Connection lost or refused, shutting down, serialization, deadlock, lock or statement timeout, resources. */
const TRANSIENT = /^(08...|57P0.|40001|40P01|55P03|57014|53...|ECONNREFUSED|ECONNRESET|EPIPE)$/u;

export const RETRY_AFTER_MS = 1_000;
