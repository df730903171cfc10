export interface CloudWord { text: string; n: number }
export interface PlacedWord extends CloudWord { /** Font size, in the unit of the box. */ size: number }
export interface CloudLayout { rows: PlacedWord[][]; /** Words that found no room at a readable size. */ left: number }

/** Width of a letter and height of a line, as shares of the font size (Onest, measured generously). */
const LETTER = 0.62;
const LINE = 1.18;
const GAP = 0.7;

/**
 * Rows of words for a box: the more people, the larger; the largest in the middle row, then outwards. The same words give the same picture.
 * Pure. Sizes and box are in one unit; no word is smaller than `least`, and what does not fit then is left out from the end.
 * @param words most frequent first
 */
export function layoutCloud(words: readonly CloudWord[], box: { width: number; height: number; least: number; most: number }): CloudLayout {
  for (let shown = words.length; shown > 0; shown -= 1) {
    const kept = words.slice(0, shown);
    for (let scale = 1; scale >= 0.2; scale -= 0.05) {
      const sized = kept.map((word) => ({ ...word, size: Math.max(box.least, sizeOf(word.n, words[0]?.n ?? 1, box) * scale) }));
      const rows = fill(sized, box.width);
      if (rows !== null && heightOf(rows) <= box.height) return { rows: fromTheMiddle(rows).map(fromTheMiddle), left: words.length - shown };
    }
  }
  return { rows: [], left: words.length };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const sizeOf = (n: number, top: number, { least, most }: { least: number; most: number }): number => round(least + (most - least) * Math.sqrt(n / top));
const widthOf = ({ text, size }: PlacedWord): number => [...text].length * size * LETTER + size * GAP;
const heightOf = (rows: readonly PlacedWord[][]): number => rows.reduce((sum, row) => sum + Math.max(...row.map(({ size }) => size)) * LINE, 0);

/** Words into rows, in order; null: one is wider than the box. */
function fill(words: readonly PlacedWord[], width: number): PlacedWord[][] | null {
  const rows: PlacedWord[][] = [];
  let used = width + 1;
  for (const word of words) {
    const wide = widthOf(word);
    if (wide > width) return null;
    if (used + wide > width) { rows.push([]); used = 0; }
    rows.at(-1)?.push({ ...word, size: round(word.size) });
    used += wide;
  }
  return rows;
}

/** First in the middle, second after it, third before it, and so on. */
function fromTheMiddle<T>(items: readonly T[]): T[] {
  const placed: T[] = [];
  for (const [i, item] of items.entries()) if (i % 2 === 0) placed.push(item); else placed.unshift(item);
  return placed;
}
