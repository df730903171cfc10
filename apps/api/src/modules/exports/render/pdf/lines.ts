import type { Face } from '../fonts.js';

/** A stretch of one face and size. `rise`: above the base line, points. `actual`: what a reader should read for it. */
export interface Atom {
  text: string;
  face: Face;
  size: number;
  rise: number;
  actual?: string;
}

export interface Placed extends Atom {
  /** From the left edge of the line, points. */
  x: number;
  width: number;
}

export interface Line {
  atoms: Placed[];
  width: number;
}

export interface Measure {
  /** Width in points. */
  width(text: string, face: Face, size: number): number;
  /** Whether a face can show a code point. */
  has(face: Face, codePoint: number): boolean;
}

interface Word {
  atoms: Atom[];
  /** A space stands before it. */
  spaced: boolean;
}

/** What no shipped face can show stands as this sign; the text itself stays for readers and search. */
const UNKNOWN = '\u{2610}';
const SPACES = /([ \t\r\n\u{2000}-\u{200A}\u{3000}]+)/u;
const JOINERS = /\u{200C}|\u{200D}|\u{FE0F}/gu;

/** Parts of a text by the face that can show them. */
export function covered(text: string, face: Face, size: number, rise: number, measure: Measure): Atom[] {
  const atoms: Atom[] = [];
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const shown = measure.has(face, codePoint) ? face : measure.has('symbols', codePoint) ? 'symbols' : undefined;
    const last = atoms.at(-1);
    if (shown === undefined) {
      if (last?.actual !== undefined) last.actual += letter;
      else atoms.push({ text: UNKNOWN, face: 'regular', size, rise, actual: letter });
    } else if (last?.face === shown && last.actual === undefined) last.text += letter;
    else atoms.push({ text: letter, face: shown, size, rise });
  }
  return atoms.filter(({ actual }) => actual === undefined || actual.replace(JOINERS, '') !== '');
}

/** Words of a paragraph: what stands without a space between stays together, also across runs. */
function wordsOf(parts: readonly { text: string; face: Face; size: number; rise: number }[], measure: Measure): Word[] {
  const words: Word[] = [];
  let isOpen = false;
  let spaced = false;
  for (const { text, face, size, rise } of parts) {
    for (const piece of text.split(SPACES)) {
      if (piece === '') continue;
      if (SPACES.test(piece)) { isOpen = false; spaced = true; continue; }
      const atoms = covered(piece, face, size, rise, measure);
      const last = words.at(-1);
      if (isOpen && last) last.atoms.push(...atoms);
      else words.push({ atoms, spaced });
      isOpen = true;
      spaced = false;
    }
  }
  return words;
}

const widthOf = (atoms: readonly Atom[], measure: Measure): number => atoms.reduce((sum, { text, face, size }) => sum + measure.width(text, face, size), 0);

/** A word that is wider than the line, cut where it must be. */
function cut({ atoms, spaced }: Word, width: number, measure: Measure): Word[] {
  if (widthOf(atoms, measure) <= width) return [{ atoms, spaced }];
  const parts: Word[] = [{ atoms: [], spaced }];
  let left = width;
  for (const atom of atoms) {
    for (const letter of atom.actual === undefined ? atom.text : [atom.text]) {
      const piece = { ...atom, text: letter };
      const needs = measure.width(letter, atom.face, atom.size);
      const part = parts.at(-1);
      if (!part || (needs > left && part.atoms.length > 0)) { parts.push({ atoms: [piece], spaced: false }); left = width - needs; continue; }
      const last = part.atoms.at(-1);
      if (last?.face === piece.face && last.size === piece.size && last.rise === piece.rise && piece.actual === undefined && last.actual === undefined) last.text += letter;
      else part.atoms.push(piece);
      left -= needs;
    }
  }
  return parts;
}

/** Breaks a paragraph into lines of at most `width` points; words that do not fit are cut. */
export function linesOf(parts: readonly { text: string; face: Face; size: number; rise: number }[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let line: Line = { atoms: [], width: 0 };
  const end = (): void => { if (line.atoms.length > 0) lines.push(line); line = { atoms: [], width: 0 }; };
  for (const word of wordsOf(parts, measure)) {
    for (const [i, part] of cut(word, width, measure).entries()) {
      const first = part.atoms[0];
      if (!first) continue;
      const space = part.spaced && line.atoms.length > 0 ? measure.width(' ', 'regular', first.size) : 0;
      if (i > 0 || line.width + space + widthOf(part.atoms, measure) > width + 0.01) end();
      add(line, part, line.atoms.length > 0 ? space : 0, measure);
    }
  }
  end();
  return lines;
}

function add(line: Line, { atoms }: Word, space: number, measure: Measure): void {
  let gap = space;
  for (const atom of atoms) {
    const last = line.atoms.at(-1);
    const text = gap > 0 && last ? ` ${atom.text}` : atom.text;
    if (last && last.face === atom.face && last.size === atom.size && last.rise === atom.rise && last.actual === undefined && atom.actual === undefined) {
      last.text += text;
      last.width = measure.width(last.text, last.face, last.size);
      line.width = last.x + last.width;
    } else {
      const x = line.width + gap;
      const width = measure.width(atom.text, atom.face, atom.size);
      line.atoms.push({ ...atom, x, width });
      line.width = x + width;
    }
    gap = 0;
  }
}
