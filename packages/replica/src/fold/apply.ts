import type { Entry, EventType, LogEvent, Snapshot } from '@tegerek/contracts/wire';
import { amendmentReducers } from './amendments.js';
import { collectiveReducers } from './collective.js';
import { dialogueReducers } from './dialogue.js';
import { evidenceReducers } from './evidence.js';
import { floorReducers } from './floor.js';
import { pollReducers } from './polls.js';
import { proposalReducers } from './proposals.js';
import { whileFolding } from './own-records.js';
import type { Meta, Reducer } from './reducer.js';
import { resolutionReducers } from './resolutions.js';
import { registrationReducers } from './registration.js';
import { seatReducers } from './seats.js';
import { voteReducers } from './votes.js';

/** Events of the instance space change no dialogue. */
const unchanged = (snapshot: Snapshot): Snapshot => snapshot;

const reducers: { [T in EventType]: Reducer<T> } = {
  ...dialogueReducers, ...seatReducers, ...registrationReducers, ...floorReducers, ...proposalReducers, ...evidenceReducers, ...amendmentReducers, ...voteReducers, ...collectiveReducers, ...resolutionReducers, ...pollReducers,
  'account.registered': unchanged, 'account.invited': unchanged, 'dialogue.listed': unchanged,
};

/** One event; an erased body (`data` null) and a type from a newer server change nothing. */
export function applyEvent(snapshot: Snapshot, event: LogEvent, meta: Meta): Snapshot {
  if (event.data === null || !Object.hasOwn(reducers, event.type)) return snapshot;
  const reduce = reducers[event.type] as (snapshot: Snapshot, data: unknown, meta: Meta) => Snapshot;
  return reduce(snapshot, event.data, meta);
}

/** All events of one entry, in order: the only way in which a snapshot changes. */
export const applyEntry = (snapshot: Snapshot, entry: Entry): Snapshot => entry.events.reduce((folded, event) => applyEvent(folded, event, entry), snapshot);

/** Many entries at once, as one after another would give; `snapshot` stays as it is. For whole logs. */
export const applyEntries = (snapshot: Snapshot, entries: readonly Entry[]): Snapshot => whileFolding(() => entries.reduce(applyEntry, snapshot));
