/** Overrides, embeddings and isolates can show a text in another order than it was voted in: they become visible. */
const REORDERS = /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;
/** Marks that nobody sees and that join nothing. */
const UNSEEN = /[\u{200B}\u{200E}\u{200F}\u{2060}-\u{2064}\u{FEFF}\u{AD}]/gu;
/** Code points that XML 1.0 has no way to write, and control characters. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as every format can carry it and every reader sees it. Input is cleaned already (docs/protocol.md); a log from elsewhere may not be. */
export const printable = (text: string): string => text.replace(UNSEEN, '').replace(REORDERS, '\u{FFFD}').replace(UNWRITABLE, '\u{FFFD}');
