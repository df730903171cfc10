import { useCallback, useRef } from 'react';
import type { ScreenRequest, ScreenView } from '@tegerek/contracts/wire';
import { useCore } from '../../live/index.js';
import { useAct, type Act } from '../../live/use-act.js';

export interface Show {
  /** What these screens show; null: nothing was ever shown. */
  shown: ScreenView | null;
  show: (view: ScreenRequest) => void;
  /** What stood there before, and the way back to it. */
  before: ScreenView | null;
  back: () => void;
  act: Act;
}

/** What is on the hall's screens of a panel (`null`: those that follow the whole dialogue), and the way to put something there. */
export function useShow(panelId: string | null): Show {
  const core = useCore();
  const act = useAct();
  const { run } = act;
  const wanted = useRef<{ panelId: string | null; view: ScreenRequest } | null>(null);
  const isSending = useRef(false);
  // what was asked for last is what the hall ends at: asked while an earlier one is on its way, it follows it
  const sendWanted = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      while (wanted.current !== null) {
        const next = wanted.current;
        wanted.current = null;
        await run('screen.show', next);
      }
    } finally {
      isSending.current = false;
    }
  }, [run]);
  const show = useCallback((view: ScreenRequest) => {
    wanted.current = { panelId, view };
    void sendWanted();
  }, [panelId, sendWanted]);
  const before = core?.shownBefore[panelId ?? ''] ?? null;
  const back = useCallback(() => { if (before !== null) show(requestOf(before)); }, [before, show]);
  return { shown: core?.shown[panelId ?? ''] ?? null, show, before, back, act };
}

/** The request that shows a view again: the server copies its content anew. */
export function requestOf(view: ScreenView): ScreenRequest {
  switch (view.kind) {
    case 'question': return { kind: 'question', questionId: view.questionId };
    case 'speaker': return { kind: 'speaker', panelId: view.panelId };
    case 'proposal': return { kind: 'proposal', proposalId: view.proposalId };
    default: return view;
  }
}
