/**
 * The code in a private link's fragment. It is a secret: taken out of the address before anything else runs, so that neither history,
 * screenshots nor a shared address carry it, and kept in this variable alone.
 */
let code: string | null = null;

/** Call first thing in the entry. */
export function takeFragment(): void {
  if (location.hash.length < 2) return;
  if (location.pathname.startsWith('/j/')) code = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}

export const scannedCode = (): string | null => code;
export const forgetScanned = (): void => { code = null; };
