import { useCallback, useEffect, useState } from 'react';
import type { Text } from '@tegerek/contracts/wire';
import { NoAnswer, requestJson } from '../../../live/index.js';

export interface SeatSession { dialogueId: string; seatId: string; slug: string; title: Text }
export interface Session {
  account?: { accountId: string; name: string; login: string; administrator: boolean };
  seats: SeatSession[];
}

const AGAIN_MS = 3_000;

/** Who is signed in on this browser; null while it is not known yet. Asks again by itself while the network is away. */
export function useSession(): { session: Session | null; reload: () => void } {
  const [session, setSession] = useState<Session | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    requestJson<Session>('/api/session').then(
      (found) => { if (isCurrent) setSession(found); },
      (error: unknown) => { if (isCurrent && error instanceof NoAnswer) timer = setTimeout(() => setTurn((n) => n + 1), AGAIN_MS); },
    );
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { session, reload };
}
