import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { REFUSALS } from '@tegerek/contracts';
import { CommandBus } from '../../platform/commands/command-bus.js';
import { cookieOf, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { Sessions } from '../../platform/sessions/sessions.js';

/** The HTTP door to the bus: the same envelope, the same replies as the socket's. */
@Controller('api/commands')
export class CommandsController {
  constructor(private readonly bus: CommandBus, private readonly sessions: Sessions) {}

  @Post(':name')
  async execute(@Param('name') name: string, @Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const envelope = typeof body === 'object' && body !== null ? { ...body, name } : body;
    const space = typeof body === 'object' && body !== null ? (body as { space?: unknown }).space : undefined;
    const actor = typeof space === 'string' ? await this.sessions.resolveActor(cookieOf(request.headers.cookie, SESSION_COOKIE), space) : ({ kind: 'anonymous' } as const);
    const reply = await this.bus.execute(actor, envelope);
    response.status(reply.ok ? 200 : REFUSALS[reply.code]);
    if (!reply.ok && reply.retryAfterMs !== undefined) response.set('Retry-After', String(Math.ceil(reply.retryAfterMs / 1_000)));
    return reply;
  }
}
