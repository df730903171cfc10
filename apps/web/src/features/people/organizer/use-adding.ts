import { useCallback, useMemo, useRef, useState } from 'react';
import { LIMITS, type Lang, type Role, type SeatSetup } from '@tegerek/contracts/wire';
import { newId, useLiveSpace } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { bearCode } from './codes.js';
import type { Badge } from './sheet.js';

/** Who is to get a seat; the code is made here. */
export interface NewPerson { number: number; name: string; groupId: string | null; roles: Role[]; organisation: string; position: string; region: string; language: Lang }

/** Codes made at the same time: the platform's cryptography has its own threads. */
const AT_ONCE = 8;

async function bearSeats(space: string, people: readonly NewPerson[], onMade: (n: number) => void): Promise<{ seat: SeatSetup; code: string }[]> {
  const made: { seat: SeatSetup; code: string }[] = [];
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const part = people.slice(from, from + AT_ONCE);
    made.push(...await Promise.all(part.map(async (person) => {
      const { code, authKeyHash } = await bearCode(space);
      return { code, seat: { seatId: newId(), ...person, authKeyHash } };
    })));
    onMade(part.length);
  }
  return made;
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
    isStopped.current = false;
    setStopping(false);
    setProgress({ done: 0, total: people.length });
    const onMade = (n: number) => setProgress((now) => (now === null ? null : { ...now, done: now.done + n }));
    try {
      for (let from = 0; from < people.length && !isStopped.current; from += LIMITS.seatsPerCommand) {
        const made = await bearSeats(space, people.slice(from, from + LIMITS.seatsPerCommand), onMade);
        if (!(await act.run('seat.add', { seats: made.map(({ seat }) => seat) }))) break;
        added += made.length;
        onBorn(made.map(({ seat, code }) => ({ seatId: seat.seatId, number: seat.number, name: seat.name, organisation: seat.organisation, groupId: seat.groupId, code })));
      }
    } finally {
      setProgress(null);
    }
    return added;
  }, [act, onBorn, space]);
  const stop = useCallback(() => { isStopped.current = true; setStopping(true); }, []);
  return useMemo(() => ({ act, progress, add, stop, isStopping }), [act, progress, add, stop, isStopping]);
}
