import { newId } from '../ids.js';
import type { OutboxStorage } from './storage.js';

const LEASE_MS = 4_000;
const RENEW_MS = 1_000;

/** Stops asking for, or holding, the lead. */
export type Resign = () => void;

/**
 * One tab of the browser sends; the others only write. With Web Locks the browser passes the lead on when a tab dies;
 * on plain http there are none, and a lease in the shared storage does the same within four seconds.
 */
export function seekLead(name: string, storage: OutboxStorage, onLead: (isLeader: boolean) => void): Resign {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks === undefined || !storage.isDurable ? seekByLease(name, storage, onLead) : seekByLock(name, locks, onLead);
}

function seekByLock(name: string, locks: LockManager, onLead: (isLeader: boolean) => void): Resign {
  const abort = new AbortController();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  locks.request(name, { signal: abort.signal }, () => { onLead(true); return held; }).catch(() => undefined);
  return () => { abort.abort(); release(); };
}

function seekByLease(name: string, storage: OutboxStorage, onLead: (isLeader: boolean) => void): Resign {
  const holder = formerHolder(name) ?? newId();
  let isLeader = false;
  let isOver = false;
  const renew = async () => {
    const got = await storage.lease(name, holder, LEASE_MS).catch(() => false);
    if (isOver || got === isLeader) return;
    isLeader = got;
    onLead(got);
  };
  const giveUp = () => {
    if (!isLeader) return;
    isLeader = false;
    onLead(false);
    void storage.lease(name, holder, 0).catch(() => false);
  };
  void renew();
  const timer = setInterval(() => { void renew(); }, RENEW_MS);
  // a reload must not wait for its own former lease: a write that begins as the page goes may never be done, so the name is left for it too
  const leave = () => { leaveHolder(name, holder); giveUp(); };
  const stay = () => { formerHolder(name); };
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', stay);
  return () => {
    isOver = true;
    clearInterval(timer);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', stay);
    giveUp();
  };
}

const keyOf = (name: string) => `tegerek.holder.${name}`;

/** The name under which this tab held the lease before it was reloaded; taken once, so that a duplicated tab does not share it. */
function formerHolder(name: string): string | null {
  try {
    const holder = sessionStorage.getItem(keyOf(name));
    sessionStorage.removeItem(keyOf(name));
    return holder;
  } catch {
    return null;
  }
}

function leaveHolder(name: string, holder: string): void {
  try { sessionStorage.setItem(keyOf(name), holder); } catch { /* the lease runs out by itself */ }
}
