import { useCallback, useEffect, useState } from 'react';
import { requestJson } from '../../../live/index.js';
import type { Readiness, Seen } from './judge.js';

const REACH_MS = 4_000;

/** Asks the phones' address from this browser. */
async function reachOf(address: string): Promise<Seen['reach']> {
  if (address === location.origin) return 'here';
  if (location.protocol === 'https:' && address.startsWith('http:')) return 'unknown';
  try {
    const answer = await fetch(`${address}/api/health/live`, { mode: 'cors', cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(REACH_MS) });
    return answer.ok && (await answer.json() as { ok?: boolean }).ok === true ? 'reached' : 'lost';
  } catch {
    return 'lost';
  }
}

/** What stands tonight; asked at the start and when a person asks again. */
export function useReadiness(dialogueId: string): { seen: Seen | null; isBusy: boolean; isLost: boolean; again: () => void } {
  const [state, setState] = useState<{ seen: Seen | null; isBusy: boolean; isLost: boolean }>({ seen: null, isBusy: true, isLost: false });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<Seen> => {
      const before = Date.now();
      const answer = await requestJson<Readiness>(`/api/dialogues/${dialogueId}/readiness`);
      const skewMs = (before + Date.now()) / 2 - answer.now;
      return { ...answer, skewMs, reach: await reachOf(answer.address) };
    };
    setState((now) => ({ ...now, isBusy: true }));
    look().then((seen) => { if (isCurrent) setState({ seen, isBusy: false, isLost: false }); }, () => { if (isCurrent) setState((now) => ({ ...now, isBusy: false, isLost: true })); });
    return () => { isCurrent = false; };
  }, [dialogueId, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  return { ...state, again };
}
