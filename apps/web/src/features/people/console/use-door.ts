import { useCallback, useMemo, useState } from 'react';
import type { CommandName, Payload } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useSend } from '../../../live/index.js';
import { refusalText } from '../../../i18n/refusal.js';

/** One act at the door and what the server said of it. */
export interface AtDoor { id: string; act: 'in' | 'out'; number: number; state: 'sending' | 'done' | 'refused'; seatId?: string; words?: string }

export interface Door {
  checkIn: (number: number) => Promise<void>;
  leave: (seatId: string, number: number) => Promise<void>;
}

const KEPT = 8;

/** Sends what happens at the door and keeps the latest of it, the newest first. */
export function useDoor(): { list: readonly AtDoor[]; door: Door } {
  const t = useText();
  const send = useSend();
  const [list, setList] = useState<readonly AtDoor[]>([]);
  const give = useCallback(async <N extends CommandName>(name: N, payload: Payload<N>, about: Pick<AtDoor, 'act' | 'number' | 'seatId'>) => {
    const { id, settled } = await send(name, payload);
    setList((now) => [{ id, state: 'sending' as const, ...about }, ...now].slice(0, KEPT));
    const row = await settled;
    const seatId = (row.result as { seatId?: string } | undefined)?.seatId ?? about.seatId;
    const outcome: Partial<AtDoor> = row.state === 'recorded' ? { state: 'done', ...(seatId === undefined ? {} : { seatId }) } : { state: 'refused', words: row.refusal === null ? '' : refusalText(t, row.refusal) };
    setList((now) => now.map((each) => (each.id === id ? { ...each, ...outcome } : each)));
  }, [send, t]);
  const door = useMemo<Door>(() => ({
    checkIn: (number) => give('seat.check-in', { number }, { act: 'in', number }),
    leave: (seatId, number) => give('seat.leave', { seatId }, { act: 'out', number, seatId }),
  }), [give]);
  return { list, door };
}
