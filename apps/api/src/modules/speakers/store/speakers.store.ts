import type { Work } from '../../../platform/commands/work.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import { FloorRow, HandRow, PlaceRow, TurnRow } from './speaker.row.js';

/** Key of a seat's place in a panel's queue. */
export const placeId = ({ space }: { space: string }, panelId: string, seatId: string): string => derivedId('place', space, panelId, seatId);

/** The hand that a seat has up in a panel. */
export async function raisedHand(work: Work, panelId: string, seatId: string): Promise<HandRow | undefined> {
  const place = await work.get(PlaceRow, placeId(work, panelId, seatId));
  return place?.handId ? work.get(HandRow, place.handId) : undefined;
}

/** Records a hand and keeps the seat's place in step with it. */
export function putHand(work: Work, hand: HandRow): void {
  work.put(HandRow, hand);
  work.put(PlaceRow, { id: placeId(work, hand.panelId, hand.seatId), space: work.space, handId: hand.isUp ? hand.id : null });
}

/** The turn that runs in a panel. */
export async function runningTurn(work: Work, panelId: string): Promise<TurnRow | undefined> {
  const floor = await work.get(FloorRow, panelId);
  return floor?.turnId ? work.get(TurnRow, floor.turnId) : undefined;
}

export function putTurn(work: Work, turn: TurnRow): void {
  work.put(TurnRow, turn);
  work.put(FloorRow, { id: turn.panelId, space: work.space, turnId: turn.endedAt === null ? turn.id : null });
}

/** Ends a running turn at `now` (ms) and says so. */
export function endTurn(work: Work, turn: TurnRow, now: number): void {
  const endedAt = Math.max(now, turn.startedAt);
  putTurn(work, { ...turn, endedAt });
  work.emit('turn.ended', { turnId: turn.id, panelId: turn.panelId, endedAt, spentMs: endedAt - turn.startedAt });
}

/** The floor is closed: every raised hand of the panel goes down. */
export async function lowerHands(work: Work, panelId: string): Promise<void> {
  for (const hand of await work.select(HandRow, { panelId, isUp: true })) {
    putHand(work, { ...hand, isUp: false });
    work.emit('hand.lowered', { handId: hand.id, panelId });
  }
}

/** The hands that a seat has up in any panel go down. */
export async function lowerHandsOfSeat(work: Work, seatId: string, by: string): Promise<void> {
  for (const hand of await work.select(HandRow, { seatId, isUp: true })) {
    putHand(work, { ...hand, isUp: false });
    work.emit('hand.lowered', { handId: hand.id, panelId: hand.panelId }, { actor: by });
  }
}

/** The turns of a seat that run now, at most one a panel. */
export async function runningTurnsOfSeat(work: Work, seatId: string): Promise<TurnRow[]> {
  return (await turnsOfSeat(work, seatId)).filter((turn) => turn.endedAt === null);
}

export async function turnsOfSeat(work: Work, seatId: string): Promise<TurnRow[]> {
  return work.select(TurnRow, { seatId });
}
