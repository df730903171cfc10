import { HttpException, Injectable } from '@nestjs/common';
import { REFUSALS, type Lang } from '@tegerek/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/commands/actor.js';
import { Rate } from '../../../platform/commands/rate.js';
import { ScreenSessions } from '../../../platform/sessions/screen-sessions.js';
import { newId, newToken, randomBelow, tokenHash } from '../../../platform/sessions/secrets.js';
import { newPairingCode, PAIRING_MS } from '../domain/pairing-code.js';

export interface PairedScreen {
  screenId: string;
  space: string;
  panelId: string | null;
  name: string;
  language: Lang;
}

export interface WaitingScreen {
  screenId: string;
  code: string;
}

/** New codes of one node. At this pace no more than 18,200 wait before the first expire: none has to go for another. */
const NEW_CODES = { perMinute: 1_200, burst: 200 };
const TRIES = 5;

/** Screens before and after they are paired. */
@Injectable()
export class ScreenDoors extends ScreenSessions {
  readonly #rate = new Rate();

  constructor(private readonly db: DataSource) {
    super();
  }

  async resolveScreen(token: string | undefined, space: string): Promise<Actor> {
    const screen = await this.paired(token);
    return screen?.space === space ? { kind: 'screen', screenId: screen.screenId } : { kind: 'anonymous' };
  }

  async paired(token: string | undefined): Promise<PairedScreen | undefined> {
    if (!token) return undefined;
    const rows: PairedScreen[] = await this.db.query('SELECT id AS "screenId", space, panel_id AS "panelId", name, language FROM projector.screen WHERE token_hash = $1', [tokenHash(token)]);
    return rows[0];
  }

  async waiting(token: string | undefined): Promise<WaitingScreen | undefined> {
    if (!token) return undefined;
    const rows: WaitingScreen[] = await this.db.query('SELECT id AS "screenId", code FROM projector.waiting WHERE token_hash = $1 AND created_at > $2', [tokenHash(token), Date.now() - PAIRING_MS]);
    return rows[0];
  }

  /** A new page with a new code. A page that waits keeps its code however many come after it: they are told to wait. @throws HttpException `server.busy` */
  async open(): Promise<WaitingScreen & { token: string }> {
    const [screenId, token, now] = [newId(), newToken(), Date.now()];
    const retryAfterMs = this.#rate.take('codes', NEW_CODES, now);
    if (retryAfterMs > 0) throw new HttpException({ ok: false, code: 'server.busy', retryAfterMs }, REFUSALS['server.busy']);
    await this.db.query('DELETE FROM projector.waiting WHERE created_at <= $1', [now - PAIRING_MS]);
    for (let i = 0; i < TRIES; i++) {
      const code = newPairingCode(randomBelow);
      const rows: unknown[] = await this.db.query(
        'INSERT INTO projector.waiting (id, code, token_hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING RETURNING id', [screenId, code, tokenHash(token), now],
      );
      if (rows.length > 0) return { screenId, code, token };
    }
    throw new Error('no free pairing code');
  }
}
