import { useSyncExternalStore } from 'react';

/**
 * The code in a private link's fragment. It is a secret: taken out of the address before anything else runs, so that neither history,
 * screenshots nor a shared address carry it, and kept in this variable alone.
 */
let code: string | null = null;
const listeners = new Set<() => void>();

function take(): void {
  if (location.hash.length < 2) return;
  if (location.pathname.startsWith('/j/')) code = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
  for (const listener of listeners) listener();
}

/** Call first thing in the entry. A link that is opened over this page changes the fragment only. */
export function takeFragment(): void {
  take();
  window.addEventListener('hashchange', take);
}

export function forgetScanned(): void { code = null; }

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export const useScannedCode = (): string | null => useSyncExternalStore(subscribe, () => code, () => null);
