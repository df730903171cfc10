import { useCallback, useEffect, useState } from 'react';
import type { Lang } from '@tegerek/contracts/wire';
import { NoAnswer, requestJson } from '../../../../live/index.js';

/** Who asked for a seat, as the organizer reads it. */
export interface Applicant { applicantId: string; name: string; organisation: string; groupId: string; language: Lang; status: 'waiting' | 'declined'; reason: string | null; appliedAt: number }

const AGAIN_MS = 4_000;

/** The list of applicants, read anew when `version` changes; the last one stays meanwhile. */
export function useApplicants(space: string, version: unknown): { applicants: readonly Applicant[] | null; isLost: boolean; reload: () => void } {
  const [state, setState] = useState<{ applicants: readonly Applicant[] | null; isLost: boolean }>({ applicants: null, isLost: false });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    requestJson<Applicant[]>(`/api/dialogues/${space}/applicants`).then(
      (applicants) => { if (isCurrent) setState({ applicants, isLost: false }); },
      (error: unknown) => {
        if (!isCurrent) return;
        setState((now) => ({ ...now, isLost: true }));
        if (error instanceof NoAnswer) again = setTimeout(() => setTurn((n) => n + 1), AGAIN_MS);
      },
    );
    return () => { isCurrent = false; clearTimeout(again); };
  }, [space, version, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { ...state, reload };
}
