import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

export type Face = 'regular' | 'bold' | 'symbols';

const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf', bold: '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  symbols: '@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf',
};

const whole = new Map<Face, Buffer>();

/** The typeface of the documents as shipped with the product: Source Serif 4; `symbols` (Onest) for what it lacks. */
export function fontFile(face: Face): Buffer {
  const known = whole.get(face) ?? readFileSync(fileURLToPath(import.meta.resolve(FILES[face])));
  whole.set(face, known);
  return known;
}

/** Letters that a document keeps when it is edited further: Latin, Cyrillic with all letters of Kyrgyz, punctuation, signs. */
const KEPT: [number, number][] = [[0x20, 0x7e], [0xa0, 0xff], [0x400, 0x45f], [0x490, 0x4ff], [0x2010, 0x203a], [0x20ac, 0x20bd], [0x2116, 0x2122], [0x2190, 0x2193], [0x2212, 0x2212], [0x2260, 0x2265], [0x2610, 0x2610]];
const kept = new Map<Face, Promise<Uint8Array>>();

/** The face cut to the letters of our languages, for embedding where others edit on. The same input gives the same bytes. */
export function editableFont(face: 'regular' | 'bold'): Promise<Uint8Array> {
  let found = kept.get(face);
  if (!found) {
    const letters = KEPT.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')).join('');
    kept.set(face, (found = subsetFont(fontFile(face), letters, { targetFormat: 'truetype' })));
  }
  return found;
}
