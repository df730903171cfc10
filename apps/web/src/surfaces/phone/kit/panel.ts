import { useCallback, useSyncExternalStore } from 'react';
import type { CoreSlice, PanelHead } from '@tegerek/contracts/wire';
import { useCore } from '../../../live/index.js';
import { useWho } from './who.js';

export const byNumber = (panels: readonly PanelHead[]): PanelHead[] => [...panels].sort((a, b) => a.number - b.number);
export const isRunning = (panel: PanelHead): boolean => panel.phase !== 'scheduled' && panel.phase !== 'closed';

const lastMoveAt = (panel: PanelHead): number => Math.max(0, ...Object.values(panel.entered));

/**
 * The panel that a phone shows by itself: the running one with an open vote, then one with an open poll, else the running one that moved last,
 * else the next to come, else the last one.
 */
export function pickPanel(core: Pick<CoreSlice, 'panels' | 'votes'>, chosen: string | null): PanelHead | null {
  const panels = byNumber(Object.values(core.panels));
  const wanted = panels.find((panel) => panel.id === chosen);
  if (wanted !== undefined) return wanted;
  const voting = new Set(Object.values(core.votes).filter((vote) => vote.state === 'open' || vote.state === 'closing').map((vote) => vote.panelId));
  const running = panels.filter(isRunning).sort((a, b) => Number(voting.has(b.id)) - Number(voting.has(a.id)) || Number(b.poll !== null) - Number(a.poll !== null) || lastMoveAt(b) - lastMoveAt(a));
  return running[0] ?? panels.find((panel) => panel.phase === 'scheduled') ?? panels.at(-1) ?? null;
}

const listeners = new Set<() => void>();
const chosen = new Map<string, string | null>();
const subscribe = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener); }; };

/** The panel that this person looks at; their own choice holds until they take another or «what is on now» (`null`), or leave the page. */
export function useCurrentPanel(): { panel: PanelHead | null; isChosen: boolean; choose: (panelId: string | null) => void } {
  const { door } = useWho();
  const core = useCore();
  const mine = useSyncExternalStore(subscribe, () => chosen.get(door.id) ?? null);
  const choose = useCallback((panelId: string | null) => {
    chosen.set(door.id, panelId);
    for (const listener of listeners) listener();
  }, [door.id]);
  return { panel: core === null ? null : pickPanel(core, mine), isChosen: mine !== null, choose };
}
