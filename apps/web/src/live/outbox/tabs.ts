/** Tells the other tabs of this browser that the outbox changed. */
export interface TabBell {
  ring(): void;
  close(): void;
}

/** A `BroadcastChannel` where there is one; the slow poll of the outbox does the rest. */
export function tabBell(name: string, onRing: () => void): TabBell {
  if (typeof BroadcastChannel === 'undefined') return { ring: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => onRing();
  return { ring: () => channel.postMessage(0), close: () => channel.close() };
}
