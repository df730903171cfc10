import type { Work } from '../../../platform/commands/work.js';
import { normalPairingCode, PAIRING_MS } from '../domain/pairing-code.js';
import { ScreenRow } from './screen.row.js';

interface Waiting {
  id: string;
  tokenHash: string;
}

/** The page that shows this code, locked: of two moderators who type it, one gets the screen. */
export async function findWaiting(work: Work, typed: string, now: number): Promise<Waiting | undefined> {
  const rows = await work.query<Waiting>('SELECT id, token_hash AS "tokenHash" FROM projector.waiting WHERE code = $1 AND created_at > $2 FOR UPDATE', [normalPairingCode(typed), now - PAIRING_MS]);
  return rows[0];
}

/** The waiting page becomes a screen of this dialogue; its cookie stays. Call it when nothing can refuse any more. */
export async function pair(work: Work, waiting: Waiting, screen: Omit<ScreenRow, 'space' | 'tokenHash'>): Promise<void> {
  await work.query('DELETE FROM projector.waiting WHERE id = $1', [waiting.id]);
  work.put(ScreenRow, { ...screen, space: work.space, tokenHash: waiting.tokenHash });
}

/** Instead of a hash of a cookie, which it can never be: no page is this screen any more. */
const releasedMark = (screenId: string): string => `released ${screenId}`;

/** A screen of this dialogue that was not let go. */
export async function findScreen(work: Work, screenId: string): Promise<ScreenRow | undefined> {
  const screen = await work.get(ScreenRow, screenId);
  return screen?.tokenHash === releasedMark(screenId) ? undefined : screen;
}

export const release = (work: Work, screen: ScreenRow): void => work.put(ScreenRow, { ...screen, tokenHash: releasedMark(screen.id) });
