import { plain } from './columns.js';
import type { PersonDraft } from './read-person.js';

/** Who is there already, as the list of seats names them. Revoked seats count: who was sent away is not added by repeating a file. */
export interface KnownPerson { seatId: string; number: number; name: string; organisation: string }

/** One person by name and organisation: case, ё, spaces and the order of the names say nothing. */
export const personKey = ({ name, organisation }: { name: string; organisation: string }): string =>
  `${plain(name).split(' ').sort().join(' ')}\n${plain(organisation).replace(/[«»"'“”„]/gu, '')}`;

export interface KnownPeople { byKey: ReadonlyMap<string, KnownPerson>; byNumber: ReadonlyMap<number, KnownPerson>; highest: number }

export function knownPeople(people: readonly KnownPerson[]): KnownPeople {
  return {
    byKey: new Map(people.filter(({ name }) => name !== '').map((person) => [personKey(person), person])),
    byNumber: new Map(people.map((person) => [person.number, person])),
    highest: Math.max(0, ...people.map(({ number }) => number)),
  };
}

const sameName = (a: { name: string }, b: { name: string }) => personKey({ name: a.name, organisation: '' }) === personKey({ name: b.name, organisation: '' });

/** The seat that a row's person (with their `personKey`) has already: the same name and organisation, or the same number and name. */
export function findKnown(draft: PersonDraft, key: string, known: KnownPeople): KnownPerson | undefined {
  const byNumber = draft.number === null ? undefined : known.byNumber.get(draft.number);
  return byNumber !== undefined && sameName(byNumber, draft) ? byNumber : known.byKey.get(key);
}
