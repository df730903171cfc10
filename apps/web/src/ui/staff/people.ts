import { useEffect, useState } from 'react';
import type { Role } from '@tegerek/contracts/wire';
import { NoAnswer, requestJson } from '../../live/index.js';

/** One line of the list of seats, as who runs the hall may see it. */
export interface ListedPerson {
  seatId: string;
  name: string;
  organisation: string;
  position: string;
  groupId: string | null;
  number: number;
  roles: Role[];
  region: string;
  present: boolean;
  revoked: boolean;
}

export interface PeoplePage { people: ListedPerson[]; total: number; page: number; pageSize: number }

export const fetchPeoplePage = (space: string, search: string, page: number): Promise<PeoplePage> =>
  requestJson(`/api/dialogues/${space}/people?${new URLSearchParams({ search, page: String(page) }).toString()}`);

interface PeoplePart { people: ListedPerson[]; next: number | null }

/** Every seat of a dialogue in the order of numbers, a thousand at a time. @throws NoAnswer, RefusedRequest */
export async function fetchEverybody(space: string): Promise<ListedPerson[]> {
  const everybody: ListedPerson[] = [];
  for (let after: number | null = 0; after !== null;) {
    const part: PeoplePart = await requestJson(`/api/dialogues/${space}/people?after=${after}`);
    everybody.push(...part.people);
    after = part.next;
  }
  return everybody;
}

const TYPING_MS = 250;
const AGAIN_MS = 4_000;

/** A page of seats; `version` asks again. The last page stays while another is on its way. */
export function usePeoplePage(space: string, search: string, page: number, version: unknown): { page: PeoplePage | null; isLost: boolean } {
  const [state, setState] = useState<{ page: PeoplePage | null; isLost: boolean }>({ page: null, isLost: false });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(() => {
      fetchPeoplePage(space, search, page).then(
        (found) => { if (isCurrent) setState({ page: found, isLost: false }); },
        (error: unknown) => {
          if (!isCurrent) return;
          setState((now) => ({ ...now, isLost: true }));
          if (error instanceof NoAnswer) again = setTimeout(() => setTurn((n) => n + 1), AGAIN_MS);
        },
      );
    }, TYPING_MS);
    return () => { isCurrent = false; clearTimeout(timer); clearTimeout(again); };
  }, [space, search, page, version, turn]);
  return state;
}
