import type { Audience, Counters, Me, Run } from '@tegerek/contracts/wire';
import { requestJson } from './http.js';
import type { DirectoryEntry } from './state.js';

/** `GET /api/dialogues/:id/slices/:slice?at=S` */
export interface SliceReply<T = unknown> {
  at: number;
  hash: string;
  epoch: number;
  audience?: Audience;
  rights?: string;
  data: T;
}

/** `GET /api/dialogues/:id/entries?after=S` */
export interface EntriesReply {
  epoch: number;
  head: { seq: number; hash: string };
  runs: Run[];
  now: number;
  counters?: Counters;
  me?: Me;
}

const base = (space: string) => `/api/dialogues/${encodeURIComponent(space)}`;

export const fetchSlice = <T>(url: string): Promise<SliceReply<T>> => requestJson<SliceReply<T>>(url, { cache: 'default' });
export const sliceUrl = (space: string, slice: string, at: number): string => `${base(space)}/slices/${slice}?at=${at}`;
export const fetchEntries = (space: string, after: number): Promise<EntriesReply> => requestJson(`${base(space)}/entries?after=${after}`);
export const fetchMe = (space: string): Promise<Me> => requestJson(`${base(space)}/me`);

/** Names of at most 200 seats at once; who is left out is not to be seen. */
export async function fetchPeople(space: string, seats: readonly string[]): Promise<DirectoryEntry[]> {
  const { people } = await requestJson<{ people: DirectoryEntry[] }>(`${base(space)}/people?seats=${seats.join(',')}`);
  return people;
}
