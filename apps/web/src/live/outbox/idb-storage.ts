import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { memoryStorage } from './memory-storage.js';
import type { OutboxStorage, StoredCommand, StoredPress } from './storage.js';

interface Schema extends DBSchema {
  commands: { key: number; value: StoredCommand; indexes: { box: string } };
  presses: { key: [string, string]; value: StoredPress; indexes: { box: string } };
  leases: { key: string; value: { name: string; holder: string; until: number } };
}

const open = (name: string): Promise<IDBPDatabase<Schema>> => openDB<Schema>(name, 1, {
  upgrade(db) {
    db.createObjectStore('commands', { keyPath: 'order', autoIncrement: true }).createIndex('box', 'box');
    db.createObjectStore('presses', { keyPath: ['box', 'object'] }).createIndex('box', 'box');
    db.createObjectStore('leases', { keyPath: 'name' });
  },
});

/** The outbox in IndexedDB; where it is forbidden, in memory (`isDurable` says which). */
export async function openStorage(name = 'tegerek-outbox'): Promise<OutboxStorage> {
  try {
    return idbStorage(await open(name));
  } catch {
    return memoryStorage();
  }
}

function idbStorage(db: IDBPDatabase<Schema>): OutboxStorage {
  return {
    isDurable: true,
    async addCommand(command) {
      // strict: on disk before the person reads «saved on this phone»
      const tx = db.transaction('commands', 'readwrite', { durability: 'strict' });
      const order = await tx.store.add(command as StoredCommand);
      await tx.done;
      return { ...command, order };
    },
    async putCommand(command) { await db.put('commands', command); },
    async removeCommand(command) { await db.delete('commands', command.order); },
    commands: (box) => db.getAllFromIndex('commands', 'box', box),
    async changePress(box, object, change) {
      const tx = db.transaction('presses', 'readwrite', { durability: 'strict' });
      const now = await tx.store.get([box, object]);
      const next = change(now) ?? now;
      if (next !== undefined && next !== now) await tx.store.put(next);
      await tx.done;
      return next;
    },
    presses: (box) => db.getAllFromIndex('presses', 'box', box),
    async lease(name, holder, ttlMs) {
      const tx = db.transaction('leases', 'readwrite');
      const held = await tx.store.get(name);
      const isFree = held === undefined || held.holder === holder || held.until <= Date.now();
      if (isFree) await tx.store.put({ name, holder, until: Date.now() + ttlMs });
      await tx.done;
      return isFree;
    },
  };
}
