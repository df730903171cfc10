import { useCallback, useMemo, useRef, useState } from 'react';
import { LIMITS, type Lang, type Role, type SeatSetup } from '@tegerek/contracts/wire';
import { newId, useLiveSpace } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { bearCodes } from './codes.js';
import type { Badge } from './sheet.js';

/** Who is to get a seat; the code is made here. */
export interface NewPerson { number: number; name: string; groupId: string | null; roles: Role[]; organisation: string; position: string; region: string; language: Lang }

async function bearSeats(space: string, people: readonly NewPerson[], onMade: (n: number) => void): Promise<{ seat: SeatSetup; code: string }[]> {
  const born = await bearCodes(space, people.length, onMade);
  return people.map((person, i) => ({ code: born[i]?.code ?? '', seat: { seatId: newId(), ...person, authKeyHash: born[i]?.authKeyHash ?? '' } }));
}

export interface Adding {
  act: Act;
  progress: { done: number; total: number } | null;
  /** Adds by the hundred and returns how many were recorded; ends early after a refusal or `stop`. */
  add: (people: readonly NewPerson[]) => Promise<number>;
  /** After the hundred that is on its way. */
  stop: () => void;
  isStopping: boolean;
}

/** Makes codes and adds seats; each hundred hands its badges over as soon as the server has recorded it. */
export function useAdding(onBorn: (badges: readonly Badge[]) => void): Adding {
  const { space } = useLiveSpace().store.get();
  const act = useAct();
  const [progress, setProgress] = useState<Adding['progress']>(null);
  const [isStopping, setStopping] = useState(false);
  const isStopped = useRef(false);
  const add = useCallback(async (people: readonly NewPerson[]) => {
    let added = 0;
    let isOver = false;
    isStopped.current = false;
    setStopping(false);
    setProgress({ done: 0, total: people.length });
    try {
      const bear = (from: number) => bearSeats(space, people.slice(from, from + LIMITS.seatsPerCommand), (n) => { if (!isOver) setProgress({ done: from + n, total: people.length }); });
      let next = bear(0);
      for (let from = 0; from < people.length && !isStopped.current; from += LIMITS.seatsPerCommand) {
        const made = await next;
        // the next codes are made while the server records these; nobody has seen them if it comes to a stop
        next = bear(from + LIMITS.seatsPerCommand);
        next.catch(() => undefined);
        if (!(await act.run('seat.add', { seats: made.map(({ seat }) => seat) }))) break;
        added += made.length;
        onBorn(made.map(({ seat, code }) => ({ seatId: seat.seatId, number: seat.number, name: seat.name, organisation: seat.organisation, groupId: seat.groupId, code })));
      }
    } finally {
      isOver = true;
      setProgress(null);
    }
    return added;
  }, [act, onBorn, space]);
  const stop = useCallback(() => { isStopped.current = true; setStopping(true); }, []);
  return useMemo(() => ({ act, progress, add, stop, isStopping }), [act, progress, add, stop, isStopping]);
}
