import { useCallback, useRef, useState } from 'react';
import type { Refusal } from '@tegerek/contracts/wire';
import { RefusedRequest } from './http.js';

/** One request that a person asked for: busy, refused, or without an answer (nothing typed is lost; press again). */
export function useRequest(): { isBusy: boolean; refusal: Refusal | null; isUnanswered: boolean; run: <T>(ask: () => Promise<T>) => Promise<T | undefined> } {
  const [state, setState] = useState<{ isBusy: boolean; refusal: Refusal | null; isUnanswered: boolean }>({ isBusy: false, refusal: null, isUnanswered: false });
  const flying = useRef(false);
  const run = useCallback(async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    if (flying.current) return undefined;
    flying.current = true;
    setState({ isBusy: true, refusal: null, isUnanswered: false });
    try {
      const answer = await ask();
      setState({ isBusy: false, refusal: null, isUnanswered: false });
      return answer;
    } catch (error) {
      const refusal = error instanceof RefusedRequest ? { code: error.code, ...(error.path === undefined ? {} : { path: error.path }), ...(error.details === undefined ? {} : { details: error.details }) } : null;
      setState({ isBusy: false, refusal, isUnanswered: refusal === null });
      return undefined;
    } finally {
      flying.current = false;
    }
  }, []);
  return { ...state, run };
}
