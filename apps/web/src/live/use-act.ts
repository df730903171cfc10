import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandName, Payload, Refusal } from '@tegerek/contracts/wire';
import { useSend } from './react.js';

/** One act of a person on a screen: sent once, followed to the server's word. */
export interface Act {
  /** On its way: kept on this device and sent again until answered. */
  isBusy: boolean;
  /** The server's no to the latest one, until the next or `clear`. */
  refusal: Refusal | null;
  /** True when it was recorded. Ignored (false) while an earlier one is on its way. */
  run: <N extends CommandName>(name: N, payload: Payload<N>, expect?: { rev: number }) => Promise<boolean>;
  clear: () => void;
}

export function useAct(): Act {
  const send = useSend();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const flying = useRef(false);
  const run = useCallback(async <N extends CommandName>(name: N, payload: Payload<N>, expect?: { rev: number }) => {
    if (flying.current) return false;
    flying.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const row = await (await send(name, payload, expect)).settled;
      setRefusal(row.refusal);
      return row.state === 'recorded';
    } finally {
      flying.current = false;
      setBusy(false);
    }
  }, [send]);
  const clear = useCallback(() => setRefusal(null), []);
  return useMemo(() => ({ isBusy, refusal, run, clear }), [isBusy, refusal, run, clear]);
}
