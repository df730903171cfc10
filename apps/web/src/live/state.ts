import type { Audience, CoreSlice, Counters, Editing, Me, PanelSlice, Refusal } from '@tegerek/contracts/wire';
import { EMPTY_VIEW, type OutboxView } from './outbox/outbox.js';

/**
 * `connecting`: nothing was ever received · `live`: by socket · `polling`: the socket is blocked, HTTP works · `lost`: neither works, all is queued ·
 * `diverged`: the server's log is not the one that this device saw; said in red, never repaired silently · `closed`: no right here (signed out, revoked).
 */
export type ConnectionStatus = 'connecting' | 'live' | 'polling' | 'lost' | 'diverged' | 'closed';

export interface Connection {
  status: ConnectionStatus;
  /** Device's instant (ms) since when nothing works; null while something does. For `NetworkLine`. */
  lostAt: number | null;
  /** While lost: a page of the network (its sign-in) answers instead of the server. */
  isPortal: boolean;
  refusal: Refusal | null;
  diverged: { epoch: number; seq: number; hash: string } | null;
  /** Writing to this device works; false: what is queued is gone with the page. */
  isDurable: boolean;
}

/** A name of the directory, filtered by the reader's rights and the person's consents. */
export interface DirectoryEntry {
  seatId: string;
  name: string;
  organisation: string;
  position?: string;
  region?: string;
  number?: number;
  groupId?: string | null;
}

export interface LiveState {
  space: string;
  /** Who acts: seat or account id; null for a reader without one. */
  actor: string | null;
  connection: Connection;
  /** `null` until the first snapshot. */
  core: CoreSlice | null;
  /** Panel slices that were asked for (`usePanel`). */
  panels: Readonly<Record<string, PanelSlice>>;
  seq: number;
  audience: Audience | null;
  counters: Counters;
  /** Whose cursor stands in which field; nothing while the socket is down. */
  editing: readonly Editing[];
  /** `null`: asked for and not to be had (no consent, no right). */
  directory: Readonly<Record<string, DirectoryEntry | null>>;
  me: Me | null;
  pending: OutboxView;
  /** Server's clock minus the device's, ms. */
  offsetMs: number;
}

export const initialState = (space: string, actor: string | null): LiveState => ({
  space, actor, core: null, panels: {}, seq: 0, audience: null, counters: {}, editing: [], directory: {}, me: null, pending: EMPTY_VIEW, offsetMs: 0,
  connection: { status: 'connecting', lostAt: null, isPortal: false, refusal: null, diverged: null, isDurable: true },
});

/** The one store of an open space, for `useSyncExternalStore`. */
export class LiveStore {
  private state: LiveState;
  private readonly listeners = new Set<() => void>();

  constructor(space: string, actor: string | null) { this.state = initialState(space, actor); }

  readonly get = (): LiveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };

  set(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  connect(change: Partial<Connection>): void { this.set({ connection: { ...this.state.connection, ...change } }); }
}
