import { useCallback, useState } from 'react';
import { LIMITS } from '@tegerek/contracts/wire';
import { useLiveSpace } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import type { ListedPerson } from '../../../ui/staff/people.js';
import { bearCodes } from './codes.js';
import type { Badge } from './sheet.js';

export interface Reissuing {
  act: Act;
  progress: { done: number; total: number } | null;
  /** Gives these seats new codes by the hundred; each hundred hands its badges over as soon as it is recorded. How many were. */
  reissue: (people: readonly ListedPerson[]) => Promise<number>;
}

/** New codes for seats that are there. */
export function useReissuing(onBorn: (badges: readonly Badge[]) => void): Reissuing {
  const { space } = useLiveSpace().store.get();
  const act = useAct();
  const [progress, setProgress] = useState<Reissuing['progress']>(null);
  const reissue = useCallback(async (people: readonly ListedPerson[]) => {
    let done = 0;
    setProgress({ done: 0, total: people.length });
    try {
      for (let from = 0; from < people.length; from += LIMITS.seatsPerCommand) {
        const part = people.slice(from, from + LIMITS.seatsPerCommand);
        const born = await bearCodes(space, part.length, (n) => setProgress({ done: from + n, total: people.length }));
        if (!(await act.run('seat.reissue', { codes: part.map(({ seatId }, i) => ({ seatId, authKeyHash: born[i]?.authKeyHash ?? '' })) }))) break;
        done += part.length;
        onBorn(part.map((person, i) => ({ ...person, code: born[i]?.code ?? '' })));
      }
    } finally {
      setProgress(null);
    }
    return done;
  }, [act, onBorn, space]);
  return { act, progress, reissue };
}
