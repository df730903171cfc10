import { refuse, type Refuse } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import { spentMs } from '../domain/pause-turn.js';
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

/** The running turn, if it is this one; otherwise why not. */
export async function turnThatRuns(work: Work, turnId: string): Promise<TurnRow | Refuse> {
  const turn = await work.get(TurnRow, turnId);
  if (!turn) return refuse('request.not-found');
  const running = await runningTurn(work, turn.panelId);
  return running?.id === turnId ? running : refuse('turn.moved-on', { details: { turnId: running?.id ?? null } });
}

/** Ends a running turn at `now` (ms) and says so. */
export function endTurn(work: Work, turn: TurnRow, now: number): void {
  const endedAt = Math.max(now, turn.startedAt);
  putTurn(work, { ...turn, pausedAt: null, endedAt });
  work.emit('turn.ended', { turnId: turn.id, panelId: turn.panelId, endedAt, spentMs: spentMs(turn, endedAt) });
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

/** Puts a seat's hand up, or says that it has one up already. */
export async function raiseHand(work: Work, seat: { id: string; groupId: string | null }, hand: { handId: string; panelId: string; kind: HandRow['kind'] }): Promise<Refuse | undefined> {
  const { handId, panelId, kind } = hand;
  if (await raisedHand(work, panelId, seat.id)) return refuse('hand.raised-already');
  if (await work.taken(HandRow, handId)) return refuse('request.id-reused', { path: 'handId' });
  putHand(work, { id: handId, space: work.space, panelId, seatId: seat.id, groupId: seat.groupId, kind, isUp: true });
  return undefined;
}

export async function turnsOfSeat(work: Work, seatId: string): Promise<TurnRow[]> {
  return work.select(TurnRow, { seatId });
}
