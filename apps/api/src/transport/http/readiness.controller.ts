import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { id } from '@tegerek/contracts';
import { CONFIG, type Config } from '../../config/config.js';
import { cookieOf, isHttps, SESSION_COOKIE, type Request, type Response } from '../../platform/sessions/cookies.js';
import { Sessions } from '../../platform/sessions/sessions.js';
import { addressFor } from './site.controller.js';

/** Written by `tegerek backup` when an archive is complete; the ending keeps it out of archives. */
const BACKUP_MARK = 'last.backup';

/** What the server knows for the evening before; bytes and instants in ms. `null`: not to be known here. */
export interface Readiness {
  now: number;
  address: string;
  isHttps: boolean;
  disk: { free: number; total: number } | null;
  backupAt: number | null;
  /** Other browsers that have come into this dialogue by a code. */
  devices: number;
}

@Controller('api/dialogues/:dialogueId/readiness')
export class ReadinessController {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly sessions: Sessions) {}

  /** For the organizer's desk only. */
  @Get()
  async read(@Param('dialogueId') dialogueId: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Readiness> {
    response.set('Cache-Control', 'no-store');
    const token = cookieOf(request.headers.cookie, SESSION_COOKIE);
    const seat = id.safeParse(dialogueId).success ? await this.sessions.seatIn(token, dialogueId) : undefined;
    if (!seat?.roles.includes('organizer')) throw new NotFoundException({ ok: false, code: 'request.not-found' });
    const [disk, backupAt, devices] = await Promise.all([this.#disk(), this.#backupAt(), this.sessions.devicesIn(dialogueId, token)]);
    return { now: Date.now(), address: addressFor(request, this.config), isHttps: isHttps(request), disk, backupAt, devices };
  }

  async #disk(): Promise<Readiness['disk']> {
    return statfs(this.config.dataDir).then(({ bavail, blocks, bsize }) => ({ free: bavail * bsize, total: blocks * bsize }), () => null);
  }

  async #backupAt(): Promise<number | null> {
    const mark = await readFile(join(this.config.dataDir, BACKUP_MARK), 'utf8').catch(() => '');
    const at = Date.parse(mark.trim());
    return Number.isNaN(at) ? null : at;
  }
}
