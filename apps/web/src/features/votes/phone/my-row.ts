import { useEffect, useState } from 'react';
import { canonicalize } from '@tegerek/contracts/wire';
import { listedChoice } from '../../../surfaces/phone/kit/votes.js';

export type RowCheck = 'looking' | 'found' | 'missing' | 'other' | 'unread';

/**
 * Looks for my row in the published list of a closed vote (docs/protocol.md VOTE-7): one line of JSON per ballot with its number.
 * `other`: my number stands there with another choice. `unread`: the list could not be read now.
 */
export function findRow(list: string, number: number, choice: unknown): 'found' | 'missing' | 'other' {
  for (const line of list.split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as { number: number; choice: unknown };
    if (row.number === number) return canonicalize(row.choice) === canonicalize(listedChoice(choice)) ? 'found' : 'other';
  }
  return 'missing';
}

/** `null`: I have no ballot in it. */
export function useRowCheck(space: string, voteId: string, mine: { number: number; choice: unknown } | null): RowCheck | null {
  const [check, setCheck] = useState<RowCheck>('looking');
  const [number, choice] = [mine?.number ?? null, mine === null ? '' : canonicalize(mine.choice)];
  useEffect(() => {
    if (number === null) return undefined;
    let isCurrent = true;
    fetch(`/api/dialogues/${space}/votes/${voteId}/ballots`).then(async (response) => {
      if (!response.ok || !/json/u.test(response.headers.get('content-type') ?? '')) throw new Error('no list');
      return findRow(await response.text(), number, JSON.parse(choice));
    }).then((found) => { if (isCurrent) setCheck(found); }, () => { if (isCurrent) setCheck('unread'); });
    return () => { isCurrent = false; };
  }, [space, voteId, number, choice]);
  return number === null ? null : check;
}
