import { useCallback, useEffect, useState } from 'react';
import type { RehearsalRequest, RehearsalRun } from '@tegerek/contracts/wire';
import { postJson, requestJson } from '../../../live/index.js';
import { useRequest } from '../../../live/use-request.js';

interface Seen { runs: readonly RehearsalRun[]; isBusy: boolean }

/** Wiping removes some ten thousand rows. */
const LONG_MS = 60_000;
const LOOK_MS = 1_500;

export const isLive = ({ state }: RehearsalRun): boolean => state === 'preparing' || state === 'running';

/** Rehearsals of a dialogue: looked at again while one runs, and what a person does about them. `seen` null: not known yet. */
export function useRehearsals(dialogueId: string) {
  const path = `/api/dialogues/${dialogueId}/rehearsals`;
  const [seen, setSeen] = useState<Seen | null>(null);
  const [turn, setTurn] = useState(0);
  const request = useRequest();
  const { run } = request;
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => { timer = setTimeout(() => setTurn((n) => n + 1), LOOK_MS); };
    requestJson<Seen>(path).then((now) => { if (isCurrent) { setSeen(now); if (now.isBusy) again(); } }, () => { if (isCurrent) again(); });
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [path, turn]);
  const ask = useCallback(async (what: 'start' | 'stop' | 'wipe', body: object): Promise<boolean> => {
    const now = await run(() => requestJson<Seen>(`${path}/${what}`, postJson(body), LONG_MS));
    if (now !== undefined) setSeen(now);
    setTurn((n) => n + 1);
    return now !== undefined;
  }, [path, run]);
  return { seen, request, start: (asked: RehearsalRequest) => ask('start', asked), stop: (slug: string) => ask('stop', { slug }), wipe: (slug: string) => ask('wipe', { slug }) };
}
