import { openDB, type DBSchema } from 'idb';
import type { LiveState } from './state.js';

/** What was last seen of a space, to be shown until the server answers. */
export type KeptView = Pick<LiveState, 'core' | 'panels' | 'me' | 'audience'>;

interface Schema extends DBSchema { views: { key: string; value: KeptView } }

const opened = () => openDB<Schema>('tegerek-view', 1, { upgrade(db) { db.createObjectStore('views'); } });

/** Where the last view of a space is kept on this device: only where a page can be opened without a network at all. */
export interface ViewStorage {
  load(): Promise<KeptView | undefined>;
  save(view: KeptView): Promise<void>;
  forget(): Promise<void>;
}

const NOWHERE: ViewStorage = { load: async () => undefined, save: async () => undefined, forget: async () => undefined };

/** `key`: space and actor. A browser that forbids IndexedDB keeps nothing, and says nothing. */
export function viewStorage(key: string): ViewStorage {
  if (!globalThis.isSecureContext || typeof indexedDB === 'undefined') return NOWHERE;
  const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => work().catch(() => undefined);
  return {
    load: () => quietly(async () => (await opened()).get('views', key)),
    save: async (view) => { await quietly(async () => (await opened()).put('views', view, key)); },
    forget: async () => { await quietly(async () => (await opened()).delete('views', key)); },
  };
}

/** Nobody's view stays on this device. */
export async function forgetViews(): Promise<void> {
  if (globalThis.isSecureContext && typeof indexedDB !== 'undefined') await opened().then((db) => db.clear('views')).catch(() => undefined);
}
