import { useCallback, useState } from 'react';

/**
 * Local drafts: only the person changes them; no event, snapshot or other tab does. Kept at every keystroke in localStorage,
 * whose writes are done when they return, so that a dead battery loses nothing.
 */
const PREFIX = 'tegerek.draft.';
const memory = new Map<string, string>();

function read(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try { return localStorage.getItem(key); } catch { return null; }
}

/** True when it will survive a reload. */
function write(key: string, value: string | null): boolean {
  memory.delete(key);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    if (value !== null) memory.set(key, value); // forbidden or full: kept while the page lives
    return false;
  }
}

export interface Draft<T> {
  value: T;
  set: (next: T | ((now: T) => T)) => void;
  /** Back to the initial value, and gone from the device. */
  clear: () => void;
  /** Something of the person's own is kept on this device. */
  isKept: boolean;
}

interface Held<T> { key: string; value: T; isKept: boolean }

function load<T>(key: string, initial: T): Held<T> {
  const kept = read(PREFIX + key);
  if (kept === null) return { key, value: initial, isKept: false };
  try { return { key, value: JSON.parse(kept) as T, isKept: true }; } catch { return { key, value: initial, isKept: false }; }
}

/** `key`: `space/seat/what`, so that another person on the same device sees nothing of it. `initial` counts only while nothing is kept. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [state, setState] = useState<Held<T>>(() => load(key, initial));
  const held = state.key === key ? state : load(key, initial);
  if (held !== state) setState(held);
  const set = useCallback((next: T | ((now: T) => T)) => {
    setState((now) => {
      const value = typeof next === 'function' ? (next as (now: T) => T)(now.value) : next;
      return { key, value, isKept: write(PREFIX + key, JSON.stringify(value)) };
    });
  }, [key]);
  const clear = useCallback(() => {
    write(PREFIX + key, null);
    setState({ key, value: initial, isKept: false });
  }, [key]); // eslint-disable-line react-hooks/exhaustive-deps -- `initial` is read when it is needed, not watched
  return { value: held.value, set, clear, isKept: held.isKept };
}

/** Drafts on this device whose key begins with `prefix`, without it. */
export function listDrafts(prefix: string): { key: string; value: unknown }[] {
  const start = PREFIX + prefix;
  const keys = new Set(memory.keys());
  try { for (let i = 0; i < localStorage.length; i += 1) keys.add(localStorage.key(i) ?? ''); } catch { /* forbidden: memory only */ }
  return [...keys].filter((key) => key.startsWith(start)).map((key) => ({ key: key.slice(start.length), value: load(key.slice(PREFIX.length), null).value }));
}

export const dropDraft = (key: string): void => { write(PREFIX + key, null); };
