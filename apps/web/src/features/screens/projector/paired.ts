import { useCallback, useEffect, useState } from 'react';
import type { Lang, Text } from '@tegerek/contracts/wire';
import { postJson, requestJson } from '../../../live/index.js';

export interface PairedScreen { screenId: string; space: string; panelId: string | null; name: string; language: Lang; slug?: string; title?: Text }
export type ScreenState = { state: 'starting' } | { state: 'waiting'; code: string } | ({ state: 'paired' } & PairedScreen);
type Answer = { state: 'new' } | { state: 'waiting'; code: string } | ({ state: 'paired' } & PairedScreen);

const WAITING_MS = 2_000;
/** A paired screen asks now and then whether it was paired anew. */
const PAIRED_MS = 15_000;

async function ask(): Promise<ScreenState> {
  const me = await requestJson<Answer>('/api/screens/me');
  if (me.state !== 'new') return me;
  const { code } = await requestJson<{ code: string }>('/api/screens', postJson({}));
  return { state: 'waiting', code };
}

/** This page's screen: a code until it is paired, then what it follows. Without a network the last state stays. `look` asks at once: it was let go. */
export function useScreen(): { screen: ScreenState; look: () => void } {
  const [screen, setScreen] = useState<ScreenState>({ state: 'starting' });
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async () => {
      const found = await ask().catch(() => null);
      if (isOver) return;
      if (found !== null) setScreen((now) => (JSON.stringify(now) === JSON.stringify(found) ? now : found));
      timer = setTimeout(() => { void turn(); }, found?.state === 'paired' ? PAIRED_MS : WAITING_MS);
    };
    void turn();
    return () => { isOver = true; clearTimeout(timer); };
  }, [turns]);
  const look = useCallback(() => setTurns((n) => n + 1), []);
  return { screen, look };
}
