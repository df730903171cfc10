import type { Pdf } from './document.js';

/** The groups' colours on paper: those of tokens.css (a test compares). */
export const TONES = [
  { fill: '#0072B2', text: '#005C91', mark: '#FFFFFF' },
  { fill: '#E69F00', text: '#875900', mark: '#4F3400' },
  { fill: '#009E73', text: '#006C4F', mark: '#FFFFFF' },
  { fill: '#D55E00', text: '#A34700', mark: '#FFFFFF' },
  { fill: '#56B4E9', text: '#1D6A96', mark: '#093A56' },
  { fill: '#CC79A7', text: '#96406E', mark: '#4E1836' },
  { fill: '#F0E442', text: '#6B6400', mark: '#5B5500' },
] as const;

const indexOf = (tone: number): number => ((Math.trunc(tone) % TONES.length) + TONES.length) % TONES.length;
export const toneOf = (tone: number): (typeof TONES)[number] => TONES[indexOf(tone)] ?? TONES[0];

interface Box { x: number; y: number; width: number; height: number }

function* steps(from: number, to: number, by: number): Iterable<number> {
  for (let at = from; at <= to; at += by) yield at;
}

function rows(pdf: Pdf, { x, y, width, height }: Box, unit: number): void {
  for (const at of steps(y + unit / 2, y + height, unit)) pdf.moveTo(x, at).lineTo(x + width, at);
}

function columns(pdf: Pdf, { x, y, width, height }: Box, unit: number): void {
  for (const at of steps(x + unit / 2, x + width, unit)) pdf.moveTo(at, y).lineTo(at, y + height);
}

/** `lean` 1: hatch /, −1: hatch \. */
function hatch(pdf: Pdf, { x, y, width, height }: Box, unit: number, lean: 1 | -1): void {
  for (const at of steps(-height, width + height, unit * 1.4)) pdf.moveTo(x + at, lean === 1 ? y + height : y).lineTo(x + at + height, lean === 1 ? y : y + height);
}

function dots(pdf: Pdf, { x, y, width, height }: Box, unit: number): void {
  for (const top of steps(y + unit / 2, y + height, unit)) for (const left of steps(x + unit / 2, x + width, unit)) pdf.circle(left, top, unit * 0.24);
}

function checks(pdf: Pdf, { x, y, width, height }: Box, unit: number): void {
  const half = unit / 2;
  for (const [row, top] of [...steps(y, y + height, half)].entries()) for (const left of steps(x + (row % 2) * half, x + width, unit)) pdf.rect(left, top, half, half);
}

/** A field of the group's colour and pattern: hatch, dots, rows, columns, grid, counter-hatch, checks. Lengths in points. */
export function drawTone(pdf: Pdf, tone: number, box: Box, unit = 5): void {
  const { fill, mark } = toneOf(tone);
  pdf.save().rect(box.x, box.y, box.width, box.height).clip().rect(box.x, box.y, box.width, box.height).fill(fill);
  pdf.lineWidth(unit * 0.3).strokeColor(mark).fillColor(mark).opacity(indexOf(tone) === 4 ? 1 : 0.8);
  switch (indexOf(tone)) {
    case 0: hatch(pdf, box, unit, 1); pdf.stroke(); break;
    case 1: dots(pdf, box, unit); pdf.fill(); break;
    case 2: rows(pdf, box, unit); pdf.stroke(); break;
    case 3: columns(pdf, box, unit); pdf.stroke(); break;
    case 4: rows(pdf, box, unit); columns(pdf, box, unit); pdf.stroke(); break;
    case 5: hatch(pdf, box, unit, -1); pdf.stroke(); break;
    default: checks(pdf, box, unit); pdf.fill();
  }
  pdf.restore();
}
