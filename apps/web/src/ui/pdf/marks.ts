import JsBarcode from 'jsbarcode';
import { encode } from 'uqr';
import { mm, type Pdf } from './document.js';

/** Runs of dark cells of one row: `[start, length]`. */
function runs(cells: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [at, isDark] of cells.entries()) {
    const last = found.at(-1);
    if (!isDark) continue;
    if (last !== undefined && last[0] + last[1] === at) last[1] += 1;
    else found.push([at, 1]);
  }
  return found;
}

/** A QR code with its quiet zone of four, `size` points wide, black on white. */
export function drawQr(pdf: Pdf, value: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { data, size: modules } = encode(value, { ecc: 'M', border: 4 });
  const unit = size / modules;
  pdf.rect(x, y, size, size).fill('#FFFFFF');
  for (const [row, cells] of data.entries()) for (const [start, length] of runs(cells)) pdf.rect(x + start * unit, y + row * unit, length * unit, unit);
  pdf.fill('#000000');
}

/** Code 128 over a white field: the bars fill `width` but for a quiet zone of ten modules on each side. */
export function drawBarcode(pdf: Pdf, text: string, { x, y, width, height }: { x: number; y: number; width: number; height: number }): void {
  const drawing: { encodings?: { data: string }[] } = {};
  JsBarcode(drawing, text, { format: 'CODE128' });
  const cells = [...(drawing.encodings?.[0]?.data ?? '')].map((bar) => bar === '1');
  const unit = Math.min(width / (cells.length + 20), mm(0.5));
  pdf.rect(x, y, width, height).fill('#FFFFFF');
  const left = x + (width - unit * cells.length) / 2;
  for (const [start, length] of runs(cells)) pdf.rect(left + start * unit, y, length * unit, height);
  pdf.fill('#000000');
}
