import PDFDocument from 'pdfkit';
import { toBlob } from 'pdfkit/output';

/** Whole TTF files of the interface's font; pdfkit embeds the letters that are used. */
export interface PdfFonts { regular: Uint8Array; strong: Uint8Array }

export type Pdf = PDFDocument;

/** Millimetres in points. */
export const mm = (length: number): number => (length * 72) / 25.4;

export interface PdfOptions {
  title: string;
  /** BCP 47, for a screen reader. */
  lang: string;
  fonts: PdfFonts;
  layout?: 'portrait' | 'landscape' | undefined;
}

/** An A4 document without a page yet. Fonts: `text`, `strong`. */
export function openPdf({ title, lang, fonts, layout = 'portrait' }: PdfOptions): Pdf {
  const pdf = new PDFDocument({ size: 'A4', layout, margin: 0, autoFirstPage: false, font: null, lang, info: { Title: title, Creator: 'Tegerek' } });
  return pdf.registerFont('text', fonts.regular).registerFont('strong', fonts.strong);
}

/** Draws with `draw`, then ends the document. Long ones give way to the page between `draw`'s own awaits. */
export async function finishPdf(pdf: Pdf, draw: () => Promise<void> | void): Promise<Blob> {
  const blob = toBlob(pdf);
  await draw();
  pdf.end();
  return blob;
}

/** One line, smaller where it must be, then cut with an ellipsis. */
export function fitLine(pdf: Pdf, text: string, { x, y, width, size, least, font = 'text' }: { x: number; y: number; width: number; size: number; least: number; font?: 'text' | 'strong' }): void {
  pdf.font(font).fontSize(size);
  const drawn = pdf.widthOfString(text);
  const fitting = Math.max(least, Math.min(size, (size * width) / Math.max(drawn, 1)));
  pdf.fontSize(fitting).text(text, x, y + (size - fitting) * 0.8, { width: width + 0.5, height: fitting, lineBreak: true, ellipsis: true });
}

/** Up to `lines` lines, smaller where it must be, then cut with an ellipsis; returns the height. */
export function fitBlock(pdf: Pdf, text: string, { x, y, width, size, least, lines, font = 'text' }: { x: number; y: number; width: number; size: number; least: number; lines: number; font?: 'text' | 'strong' }): number {
  pdf.font(font);
  let fitting = size;
  while (fitting > least && pdf.fontSize(fitting).heightOfString(text, { width }) > fitting * 1.35 * lines) fitting -= 0.5;
  const height = Math.min(pdf.fontSize(fitting).heightOfString(text, { width }), fitting * 1.35 * lines);
  pdf.text(text, x, y, { width, height, ellipsis: true });
  return height;
}
