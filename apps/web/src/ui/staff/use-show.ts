import { useCallback } from 'react';
import type { ScreenRequest, ScreenView } from '@tegerek/contracts/wire';
import { useCore } from '../../live/index.js';
import { useAct, type Act } from '../../live/use-act.js';

export interface Show {
  /** What the panel's screens show; null: nothing was ever shown. */
  shown: ScreenView | null;
  show: (view: ScreenRequest) => void;
  act: Act;
}

/** What is on the hall's screens of a panel, and the way to put something there. */
export function useShow(panelId: string): Show {
  const core = useCore();
  const act = useAct();
  const show = useCallback((view: ScreenRequest) => { void act.run('screen.show', { panelId, view }); }, [act, panelId]);
  return { shown: core?.shown[panelId] ?? null, show, act };
}
