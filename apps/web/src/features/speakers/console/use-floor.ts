import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelSlice } from '@tegerek/contracts/wire';
import { suggestSpeakers, type SuggestedSpeaker } from '@tegerek/rules';
import { newId } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';

/** Lengths of a turn that a moderator can choose, ms. */
export const LIMITS_MS = [60_000, 120_000, 180_000, 300_000, 600_000, 900_000] as const;

const MINUTE = 60_000;

export interface Floor {
  queue: readonly SuggestedSpeaker[];
  next: SuggestedSpeaker | undefined;
  limitMs: number;
  setLimitMs: (ms: number) => void;
  /** One tap: the running turn ends and the next begins; two moderators skip nobody. */
  give: (who: { handId: string } | { seatId: string }) => void;
  giveNext: () => void;
  end: () => void;
  /** Stops the clock, or lets it go on. */
  pause: () => void;
  /** A minute more for who speaks. */
  extend: () => void;
  lower: (handId: string) => void;
  act: Act;
}

export function useFloor(core: CoreSlice, panel: PanelHead, slice: PanelSlice | undefined): Floor {
  const act = useAct();
  const [limitMs, setLimitMs] = useState<number>(LIMITS_MS[2]);
  const queue = suggestSpeakers({ hands: slice?.hands ?? [], turns: slice?.turns ?? [], running: panel.turn, spokenMs: panel.spokenMs, seatsByGroup: core.seatsByGroup }, panel.speaking);
  const [next] = queue;
  const give: Floor['give'] = (who) => {
    void act.run('turn.start', { turnId: newId(), panelId: panel.id, handId: 'handId' in who ? who.handId : null, seatId: 'seatId' in who ? who.seatId : null, after: panel.turn?.turnId ?? null, limitMs });
  };
  return {
    queue, next, limitMs, setLimitMs, give, act,
    giveNext: () => { if (next !== undefined) give({ handId: next.hand.handId }); },
    end: () => { if (panel.turn !== null) void act.run('turn.end', { turnId: panel.turn.turnId }); },
    pause: () => { if (panel.turn !== null) void act.run(panel.turn.pausedAt === null ? 'turn.pause' : 'turn.resume', { turnId: panel.turn.turnId }); },
    extend: () => { if (panel.turn !== null) void act.run('turn.extend', { turnId: panel.turn.turnId, limitMs: panel.turn.limitMs + MINUTE }); },
    lower: (handId) => { void act.run('hand.lower', { handId }); },
  };
}
