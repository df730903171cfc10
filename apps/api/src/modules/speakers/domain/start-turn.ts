import type { Refusal } from '@tegerek/contracts';

export interface Start {
  panelId: string;
  /** The hand or the seat that gets the floor: exactly one. */
  handId: string | null;
  seatId: string | null;
  /** The turn that the moderator saw as running. */
  after: string | null;
}

export interface Floor {
  /** The turn that runs. */
  turnId: string | null;
  /** The named hand, or the one that the named seat has up. */
  hand: { id: string; panelId: string; seatId: string; isUp: boolean } | undefined;
}

/** Who speaks next. Two moderators who press «next» together skip nobody: the second saw a turn that has ended. */
export function startTurn(start: Start, floor: Floor): { seatId: string; handId: string | null } | Refusal {
  if ((start.handId === null) === (start.seatId === null)) return { code: 'request.invalid', path: 'seatId' };
  if (start.after !== floor.turnId) return { code: 'turn.moved-on', details: { turnId: floor.turnId } };
  if (start.seatId !== null) return { seatId: start.seatId, handId: floor.hand?.id ?? null };
  if (!floor.hand || floor.hand.panelId !== start.panelId) return { code: 'request.not-found', path: 'handId' };
  return floor.hand.isUp ? { seatId: floor.hand.seatId, handId: floor.hand.id } : { code: 'hand.gone', path: 'handId' };
}
