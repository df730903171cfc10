import { useEffect, useState } from 'react';
import { NoAnswer, requestJson } from '../../../live/index.js';

const AGAIN_MS = 3_000;

/** What was read; `undefined`: on its way. */
export interface Fetched<T> {
  value: T | undefined;
  /** No answer from the server; asked again by itself. */
  isLost: boolean;
  /** The server says that there is no such thing. */
  isGone: boolean;
}

/** Reads a path when shown, and again when it changes; `null`: nothing to read. The last answer stays while another is on its way. */
export function useFetched<T>(path: string | null, version: unknown = 0): Fetched<T> {
  const [state, setState] = useState<Fetched<T>>({ value: undefined, isLost: false, isGone: false });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return undefined;
    let isCurrent = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    requestJson<T>(path).then(
      (value) => { if (isCurrent) setState({ value, isLost: false, isGone: false }); },
      (error: unknown) => {
        if (!isCurrent) return;
        setState((now) => ({ ...now, isLost: error instanceof NoAnswer, isGone: !(error instanceof NoAnswer) }));
        if (error instanceof NoAnswer) again = setTimeout(() => setTurn((n) => n + 1), AGAIN_MS);
      },
    );
    return () => { isCurrent = false; clearTimeout(again); };
  }, [path, version, turn]);
  return state;
}
