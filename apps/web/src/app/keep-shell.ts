/**
 * Where the context is secure the phone opens without a network after its first visit (offline/worker.js). Elsewhere, and where a
 * browser forbids it, nothing is said: all else works the same.
 */
export function keepShell(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  // after the first screen: its own files come first on a weak network
  addEventListener('load', () => { navigator.serviceWorker.register('/sw.js').catch(() => undefined); }, { once: true });
}
