import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { REFUSALS, type RefusalCode } from '@tegerek/contracts';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { refusalOfError, RETRY_AFTER_MS } from '../../platform/errors/faults.js';
import type { Response } from '../../platform/sessions/cookies.js';

/** Every HTTP error leaves as a refusal; a fault tells only its id, and nothing echoes the request. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const status = statusOf(error);
    if (error instanceof HttpException && typeof error.getResponse() === 'object' && 'code' in (error.getResponse() as object)) {
      response.status(status).json(error.getResponse());
      return;
    }
    if (status < 500) {
      const code: RefusalCode = status === 413 ? 'request.too-large' : status === 404 ? 'request.not-found' : 'request.invalid';
      response.status(REFUSALS[code]).json({ ok: false, code });
      return;
    }
    const fault = randomUUID();
    const { code, transient } = refusalOfError(error);
    this.logger.error({ fault, code, error: error instanceof Error ? `${error.message.split('\n')[0] ?? ''} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : '' }, 'request failed');
    response.status(REFUSALS[code]).json({ ok: false, code, details: { fault }, ...(transient ? { retryAfterMs: RETRY_AFTER_MS } : {}) });
  }
}

const statusOf = (error: unknown): number => (error instanceof HttpException ? error.getStatus() : ((error as { status?: number }).status ?? 500));
