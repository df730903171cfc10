import type { Work } from '../../../platform/commands/work.js';
import type { PersonEraser } from '../../people/index.js';
import { turnsOfSeat } from '../store/speakers.store.js';

/** A screen may show a speaker by name; the turns themselves hold ids only. */
export class SpeakerEraser implements PersonEraser {
  async erase(work: Work, seatId: string): Promise<readonly string[]> {
    return (await turnsOfSeat(work, seatId)).map((turn) => turn.id);
  }
}
