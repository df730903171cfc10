import type { Work } from '../../../platform/commands/work.js';
import type { PersonEraser } from '../../people/index.js';
import { eraseBlockReasons } from '../../ballots/index.js';

/** A block's reason is the voter's own words: it goes, the block stays. */
export class BlockReasonEraser implements PersonEraser {
  async erase(work: Work, seatId: string): Promise<readonly string[]> {
    const erased = await eraseBlockReasons(work, seatId);
    const objects: string[] = [];
    for (const { box, number } of erased) {
      const votes = await work.query<{ id: string }>('SELECT id FROM votes.vote WHERE box = $1 AND space = $2', [box, work.space]);
      objects.push(...votes.map(({ id }) => `${id}#${number}`));
    }
    return objects;
  }
}
