import type { EndedTurn, HandView } from '@tegerek/contracts/wire';

export interface Suggestion {
  hand: HandView;
  /** Why: a point of order · the group has spoken least · has not spoken yet · waits longest. */
  why: 'order' | 'least' | 'first' | 'longest';
  isFirst: boolean;
}

type Spoken = Readonly<Record<string, number>>;

/** Points of order, then the group that has spoken least, then who has not spoken, then who waits longest. It suggests; the moderator decides. */
export function orderHands(hands: readonly HandView[], turns: readonly EndedTurn[], spokenMs: Spoken): Suggestion[] {
  const hasSpoken = new Set(turns.map((turn) => turn.seatId));
  const spoken = (hand: HandView) => spokenMs[hand.groupId ?? ''] ?? 0;
  const sorted = [...hands].sort((a, b) =>
    Number(b.kind === 'order') - Number(a.kind === 'order') || spoken(a) - spoken(b) || Number(hasSpoken.has(a.seatId)) - Number(hasSpoken.has(b.seatId)) || a.raisedAt - b.raisedAt);
  return sorted.map((hand) => {
    const isFirst = !hasSpoken.has(hand.seatId);
    const others = hands.filter((other) => other.handId !== hand.handId);
    if (hand.kind === 'order') return { hand, isFirst, why: 'order' };
    if (others.some((other) => spoken(other) > spoken(hand)) && others.every((other) => spoken(other) >= spoken(hand))) return { hand, isFirst, why: 'least' };
    return { hand, isFirst, why: isFirst && others.some((other) => hasSpoken.has(other.seatId)) ? 'first' : 'longest' };
  });
}
