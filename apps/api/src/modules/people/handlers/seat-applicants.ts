import type { Refusal, SeatSetup } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { checkNewSeats } from '../domain/check-new-seats.js';
import { nextNumber } from '../store/registration.store.js';
import { knownSeats, putSeats } from '../store/seat.store.js';

/** Who asked for a seat, as told on their own phone. */
export interface Applied { id: string; groupId: string; name: string; organisation: string; language: SeatSetup['language']; authKeyHash: string; consents: Record<string, boolean> }

const GREATEST_NUMBER = 99_999;

/** Gives each a seat with the next number, and records what they agreed to. */
export async function seatApplicants(work: Work, applied: readonly Applied[], { seq, groupIds, by }: { seq: number; groupIds: readonly string[]; by?: string }): Promise<Refusal | null> {
  const first = await nextNumber(work);
  if (first + applied.length - 1 > GREATEST_NUMBER) return { code: 'registration.full', details: { limit: GREATEST_NUMBER } };
  const seats = applied.map(({ id, consents, ...person }, i) => ({ ...person, seatId: id, number: first + i, roles: [], position: '', region: '', consents }));
  const refusal = checkNewSeats(seats, await knownSeats(work, seats, groupIds));
  if (refusal) return refusal;
  putSeats(work, work.space, seats, seq);
  work.emit('seat.added', { seats: seats.map(({ seatId, number, groupId }) => ({ seatId, number, groupId, roles: [] })) }, by === undefined ? {} : { actor: by });
  for (const { seatId, consents } of seats) work.emit('consent.set', { seatId, given: consents }, { actor: seatId });
  return null;
}
