const keyOf = (dialogueId: string) => `tegerek.printed.${dialogueId}`;

/** Which files were made in this browser, and for how many seats: for the evening before. A note to oneself, nothing rests on it. */
export function printedIn(dialogueId: string): { badges?: number; sheets?: number } {
  try { return JSON.parse(localStorage.getItem(keyOf(dialogueId)) ?? '{}') as { badges?: number; sheets?: number }; } catch { return {}; }
}

/** `add`: to what was made before (badges come in parts); otherwise instead of it. */
export function notePrinted(dialogueId: string, kind: 'badges' | 'sheets', seats: number, add = false): void {
  const before = printedIn(dialogueId);
  try { localStorage.setItem(keyOf(dialogueId), JSON.stringify({ ...before, [kind]: add ? (before[kind] ?? 0) + seats : seats })); } catch { /* it stays to do */ }
}
