import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Response } from '../../platform/sessions/cookies.js';

@Controller('api/health')
export class HealthController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The process answers, also to the organizer's desk at another of this server's addresses. */
  @Get('live')
  @Header('Access-Control-Allow-Origin', '*')
  live() {
    return { ok: true };
  }

  /** The database answers too: send people here. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const isReady = await this.database.query('SELECT 1').then(() => true, () => false);
    response.status(isReady ? 200 : 503);
    return { ok: isReady };
  }
}
