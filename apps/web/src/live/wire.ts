import type { Counters, JoinRefused, JoinReply, JoinRequest, Snapshot } from '@tegerek/contracts/wire';
import { exchange, NoAnswer, requestJson } from './http.js';
import type { DirectoryEntry } from './state.js';

/** `GET /api/dialogues/:space/slices/core,panel-<id>?at=S&as=`: all folded to one and the same `seq`, at least `at`. */
export interface SlicesReply {
  epoch: number;
  seq: number;
  hash: string;
  rights: string;
  /** Core, and the panels that were asked for. */
  snapshot: Snapshot;
  /** Public figures of what they hold. */
  counters: Counters;
}

const base = (space: string) => `/api/dialogues/${encodeURIComponent(space)}`;

export function fetchSlices(request: Pick<JoinRequest, 'space' | 'as' | 'panels'>, at: number): Promise<SlicesReply> {
  const names = ['core', ...(request.panels ?? []).map((id) => `panel-${id}`)].join(',');
  return requestJson(`${base(request.space)}/slices/${names}?at=${at}&as=${request.as}`);
}

/** A join over HTTP: what the polling fallback and holes are filled with. @throws NoAnswer */
export async function fetchJoin({ space, as, protocol, epoch, lastSeq, lastHash, rights, panels }: JoinRequest): Promise<JoinReply | JoinRefused> {
  const query = new URLSearchParams({ as, protocol: String(protocol) });
  const place = { epoch, after: lastSeq, hash: lastHash, rights, panels: panels?.join(',') };
  for (const [name, value] of Object.entries(place)) if (value !== undefined && value !== '') query.set(name, String(value));
  const { status, body } = await exchange(`${base(space)}/entries?${query.toString()}`);
  if (status >= 500 || typeof (body as JoinReply | undefined)?.ok !== 'boolean') throw new NoAnswer(`HTTP ${status}`);
  return body as JoinReply | JoinRefused;
}

/** Names of at most 200 seats at once; who is left out is not to be seen. */
export const fetchPeople = (space: string, seats: readonly string[]): Promise<DirectoryEntry[]> => requestJson(`${base(space)}/people?seats=${seats.join(',')}`);
