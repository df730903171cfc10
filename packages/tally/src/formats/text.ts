import { TallyInputError } from '../errors.js';

/** Line and column (1-based) of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** A refusal of a text at an offset. */
export function faultAt(text: string, offset: number, expected: string): TallyInputError {
  const found = /^[^\s,;:{}[\]]{1,20}/.exec(text.slice(offset))?.[0] ?? (offset >= text.length ? 'the end' : JSON.stringify(text[offset]));
  return new TallyInputError('text.malformed', `expected ${expected}, found ${found}`, positionAt(text, offset));
}

export interface Line {
  readonly text: string;
  /** offset of its first character in the whole text */
  readonly at: number;
}

/** Lines without their ends (\n or \r\n) and without a byte order mark. */
export function linesOf(text: string): Line[] {
  const out: Line[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (const raw of text.slice(at).split('\n')) {
    out.push({ text: raw.endsWith('\r') ? raw.slice(0, -1) : raw, at });
    at += raw.length + 1;
  }
  return out;
}

export interface Token extends Line {
  /** it stood in quotes */
  readonly isQuoted?: boolean;
}

/** Pieces of a line between separators, trimmed, with their offsets. */
export function pieces(line: Line, separator: string): Token[] {
  const out: Token[] = [];
  let at = line.at;
  for (const raw of line.text.split(separator)) {
    out.push({ text: raw.trim(), at: at + (raw.length - raw.trimStart().length) });
    at += raw.length + separator.length;
  }
  return out;
}

/** A whole number; throws at its place. */
export function wholeToken(text: string, token: Line, expected: string): number {
  const n = Number(token.text);
  if (!/^\d+$/.test(token.text) || !Number.isSafeInteger(n)) throw faultAt(text, token.at, expected);
  return n;
}
