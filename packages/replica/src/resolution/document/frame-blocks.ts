import type { FrameSection } from '@tegerek/contracts/wire';
import type { ResolutionDocument } from '../resolution-document.js';
import type { DocumentBuilder, Run } from './model.js';
import { lines, pick } from './pick.js';
import type { Writing } from './writing.js';

const BULLET = /^(?:[-–—•*]|\d{1,3}[.)])\s+/u;
const NOTE = /\s*\^\[([^\]]*)\]/gu;

/** A line of a frame as runs; `^[source]` becomes a footnote. */
export function runsWithNotes(line: string, to: Pick<DocumentBuilder, 'note'>): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of line.matchAll(NOTE)) {
    const note = (found[1] ?? '').trim();
    const text = line.slice(from, found.index);
    runs.push(note === '' ? { text } : { text, note: to.note(note) });
    from = found.index + found[0].length;
  }
  if (from < line.length || runs.length === 0) runs.push({ text: line.slice(from) });
  return runs;
}

/**
 * A section that the organizer wrote, in the reader's language or, said so, in another. `marks`: `none` for running text, `dashes` and
 * `numbers` for a list of which each line is an item. Returns whether there was anything.
 */
export function addFrame({ lang, say, to }: Writing, { frame }: Pick<ResolutionDocument, 'frame'>, section: FrameSection, marks: 'none' | 'dashes' | 'numbers', heading?: string): boolean {
  const picked = pick(frame[section], lang);
  if (!picked) return false;
  if (heading !== undefined) to.heading(2, heading);
  if (picked.lang !== lang) to.paragraph(say('frame.language', { language: say(`language.${picked.lang}`) }), 'meta');
  lines(picked.text).forEach((line, i) => {
    if (marks === 'none') to.runs(runsWithNotes(line, to));
    else to.runs(runsWithNotes(line.replace(BULLET, ''), to), 'item', marks === 'dashes' ? '–' : `${i + 1}.`);
  });
  return true;
}
