import type { Work } from '../../../platform/commands/work.js';
import type { SeatEnding } from '../../people/index.js';
import { endTurn, lowerHandsOfSeat, runningTurnsOfSeat } from '../store/speakers.store.js';

/** Who is here no more neither waits for the floor nor has it. */
export class SpeakerEnding implements SeatEnding {
  async end(work: Work, seatId: string, { now, by }: { now: number; by: string }): Promise<void> {
    await lowerHandsOfSeat(work, seatId, by);
    for (const turn of await runningTurnsOfSeat(work, seatId)) endTurn(work, turn, now);
  }
}
