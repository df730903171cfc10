import { useSyncExternalStore } from 'react';
import { requestJson } from './http.js';

let known: string | null = null;
let asking: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Asks once; without an answer the page's own address stands, and the next that needs it asks again. */
function ask(): void {
  asking ??= requestJson<{ address: string }>('/api/site').then(
    ({ address }) => { known = address; for (const listener of listeners) listener(); },
    () => { asking = null; },
  );
}

/** Where people in the hall reach this server (PUBLIC_URL, else the LAN address), without a slash at its end; until it is known, as this page was reached. */
export const publicAddress = (): string => known ?? location.origin;

const subscribe = (listener: () => void): (() => void) => {
  ask();
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

/** `publicAddress`, and anew once the server has said it. */
export const useAddress = (): string => useSyncExternalStore(subscribe, publicAddress);

/** An address as people read and type it. */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\//u, '');
