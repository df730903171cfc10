import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { keyFingerprint, parseVerifier } from '@tegerek/ballot/signed-note';
import { DataSource } from 'typeorm';
import { Checkpoints, type StoredNote } from '../../platform/log/checkpoints.js';
import type { Response } from '../../platform/sessions/cookies.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const AT_MOST = 500;

/** What an observer notes to see later that the log only grew (docs/verification.md «Checkpoints»): nothing in it says what happened. */
@Controller('api')
export class CheckpointsController {
  constructor(private readonly database: DataSource, private readonly checkpoints: Checkpoints) {}

  /** Every key that signed here, oldest first; the last one signs now. */
  @Get('log-keys')
  async keys(@Res({ passthrough: true }) response: Response) {
    response.set('Cache-Control', 'no-cache');
    return { keys: (await this.checkpoints.keys()).map((vkey) => ({ vkey, fingerprint: fingerprintOf(vkey) })) };
  }

  /** The newest notes of a dialogue that is not a draft, oldest first, at most 500; `after`: of later entries only. */
  @Get('dialogues/:space/checkpoints')
  async notes(@Param('space') space: string, @Query('after') after: string | undefined, @Res({ passthrough: true }) response: Response) {
    const from = /^\d{1,15}$/u.test(after ?? '') ? Number(after) : 0;
    const isOpen = UUID.test(space) && ((await this.database.query(`SELECT 1 FROM dialogues.dialogue WHERE id = $1 AND phase <> 'draft'`, [space])) as unknown[]).length > 0;
    if (!isOpen) {
      response.status(404);
      return { ok: false, code: 'request.not-found' };
    }
    const notes: StoredNote[] = await this.database.query('SELECT seq, note FROM log.checkpoint WHERE log_id = $1 AND seq > $2 ORDER BY seq DESC LIMIT $3', [space, from, AT_MOST]);
    response.set('Cache-Control', 'no-cache');
    return { notes: notes.reverse() };
  }
}

const fingerprintOf = (vkey: string): string => {
  const key = parseVerifier(vkey);
  return key ? keyFingerprint(key) : '';
};
