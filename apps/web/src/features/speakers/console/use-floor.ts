import { useState } from 'react';
import type { PanelHead, PanelSlice } from '@tegerek/contracts/wire';
import { newId } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { orderHands, type Suggestion } from './suggest.js';

/** Lengths of a turn that a moderator can choose, ms. */
export const LIMITS_MS = [60_000, 120_000, 180_000, 300_000, 600_000, 900_000] as const;

export interface Floor {
  queue: readonly Suggestion[];
  next: Suggestion | undefined;
  limitMs: number;
  setLimitMs: (ms: number) => void;
  /** One tap: the running turn ends and the next begins; two moderators skip nobody. */
  give: (who: { handId: string } | { seatId: string }) => void;
  giveNext: () => void;
  end: () => void;
  lower: (handId: string) => void;
  act: Act;
}

export function useFloor(panel: PanelHead, slice: PanelSlice | undefined): Floor {
  const act = useAct();
  const [limitMs, setLimitMs] = useState<number>(LIMITS_MS[2]);
  const queue = orderHands(slice?.hands ?? [], slice?.turns ?? [], panel.spokenMs);
  const [next] = queue;
  const give: Floor['give'] = (who) => {
    void act.run('turn.start', { turnId: newId(), panelId: panel.id, handId: 'handId' in who ? who.handId : null, seatId: 'seatId' in who ? who.seatId : null, after: panel.turn?.turnId ?? null, limitMs });
  };
  return {
    queue, next, limitMs, setLimitMs, give, act,
    giveNext: () => { if (next !== undefined) give({ handId: next.hand.handId }); },
    end: () => { if (panel.turn !== null) void act.run('turn.end', { turnId: panel.turn.turnId }); },
    lower: (handId) => { void act.run('hand.lower', { handId }); },
  };
}
