import type { OutboxStorage, StoredCommand, StoredPress } from './storage.js';

/** For browsers that forbid IndexedDB (private modes): works, and is gone with the page. */
export function memoryStorage(): OutboxStorage {
  const commands = new Map<number, StoredCommand>();
  const presses = new Map<string, StoredPress>();
  const leases = new Map<string, { holder: string; until: number }>();
  let last = 0;
  return {
    isDurable: false,
    async addCommand(command) {
      last += 1;
      const stored = { ...command, order: last };
      commands.set(last, stored);
      return stored;
    },
    async putCommand(command) { commands.set(command.order, command); },
    async removeCommand(command) { commands.delete(command.order); },
    async commands(box) { return [...commands.values()].filter((command) => command.box === box); },
    async changePress(box, object, change) {
      const key = `${box} ${object}`;
      const now = presses.get(key);
      const next = change(now) ?? now;
      if (next !== undefined) presses.set(key, next);
      return next;
    },
    async presses(box) { return [...presses.values()].filter((press) => press.box === box); },
    async lease(name, holder, ttlMs) {
      const held = leases.get(name);
      if (held !== undefined && held.holder !== holder && held.until > Date.now()) return false;
      leases.set(name, { holder, until: Date.now() + ttlMs });
      return true;
    },
  };
}
