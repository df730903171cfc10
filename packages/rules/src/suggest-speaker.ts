import type { EndedTurn, HandView, SpeakingWeights, TurnView } from '@tegerek/contracts/wire';

/** Used where a panel sets none. */
export const USUAL_WEIGHTS: SpeakingWeights = { share: 3, first: 2, waiting: 1 };

export type SpeakingReason = 'order' | 'share' | 'first' | 'waiting';

export interface SuggestedSpeaker {
  hand: HandView;
  /** What speaks for this one, the strongest first; empty: only that the hand is up. */
  reasons: SpeakingReason[];
}

export interface SpeakingFacts {
  hands: readonly HandView[];
  /** Ended turns of the panel. */
  turns: readonly Pick<EndedTurn, 'seatId'>[];
  /** The turn that runs counts as if it took its whole length, so the order does not change with the clock. */
  running: Pick<TurnView, 'seatId' | 'groupId' | 'limitMs'> | null;
  /** Milliseconds of ended turns by group. */
  spokenMs: Readonly<Record<string, number>>;
  seatsByGroup: Readonly<Record<string, number>>;
}

/**
 * The queue in the order in which it is suggested, never a quota: points of order as they came, then by the weighted sum of
 * · share: how far the group's part of the time is below its part of the seats (1: has not spoken, 0: at its share, down to -1)
 * · first: has not spoken in this panel
 * · waiting: the longest wait of the queue is 1, the shortest 0.
 * Depends on the facts alone, not on the clock: all who see the same queue see the same order. Ties: who waits longer.
 */
export function suggestSpeakers(facts: SpeakingFacts, weights: SpeakingWeights = USUAL_WEIGHTS): SuggestedSpeaker[] {
  const lag = lagOf(facts);
  const spoke = new Set([...facts.turns.map((turn) => turn.seatId), ...(facts.running === null ? [] : [facts.running.seatId])]);
  const raised = facts.hands.map((hand) => hand.raisedAt);
  const [earliest, latest] = [Math.min(...raised), Math.max(...raised)];
  const scored = facts.hands.map((hand) => {
    const terms: Record<Exclude<SpeakingReason, 'order'>, number> = {
      share: weights.share * lag(hand.groupId),
      first: spoke.has(hand.seatId) ? 0 : weights.first,
      waiting: latest === earliest ? 0 : weights.waiting * (latest - hand.raisedAt) / (latest - earliest),
    };
    return { hand, terms, score: terms.share + terms.first + terms.waiting };
  });
  const ordered = scored.sort((a, b) => isOrder(b) - isOrder(a) || (isOrder(a) === 1 ? 0 : b.score - a.score) || a.hand.raisedAt - b.hand.raisedAt || (a.hand.handId < b.hand.handId ? -1 : 1));
  return ordered.map(({ hand, terms }) => ({ hand, reasons: reasonsOf(hand, terms, scored.map((each) => each.terms)) }));
}

const isOrder = ({ hand }: { hand: HandView }): number => Number(hand.kind === 'order');

/** Only what sets a hand apart is a reason: what all have alike is none. */
function reasonsOf(hand: HandView, terms: Record<string, number>, all: readonly Record<string, number>[]): SpeakingReason[] {
  if (hand.kind === 'order') return ['order'];
  const standing = (['share', 'first', 'waiting'] as const).filter((name) => {
    const values = all.map((each) => each[name] ?? 0);
    const mine = terms[name] ?? 0;
    return mine > 0 && mine > Math.min(...values) && (name === 'first' || mine === Math.max(...values));
  });
  return standing.sort((a, b) => (terms[b] ?? 0) - (terms[a] ?? 0));
}

/** How far a group's part of the spoken time is below its part of the seats, relative to the latter. Nobody spoke, or a seat without a group: 0. */
function lagOf({ spokenMs, running, seatsByGroup }: SpeakingFacts): (groupId: string | null) => number {
  const spoken = new Map(Object.entries(spokenMs).filter(([group]) => group !== ''));
  if (running !== null && running.groupId !== null) spoken.set(running.groupId, (spoken.get(running.groupId) ?? 0) + running.limitMs);
  const [time, seats] = [sum([...spoken.values()]), sum(Object.values(seatsByGroup))];
  return (groupId) => {
    const own = groupId === null ? 0 : seatsByGroup[groupId] ?? 0;
    if (groupId === null || own === 0 || time === 0) return 0;
    const part = (spoken.get(groupId) ?? 0) / time;
    return Math.max(-1, 1 - part * seats / own);
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
