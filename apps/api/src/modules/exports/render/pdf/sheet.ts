import PDFDocument from 'pdfkit';
import type { DocumentModel } from '@tegerek/replica';
import type { Face } from '../fonts.js';
import { fontFile } from '../fonts.js';
import type { Line, Measure } from './lines.js';
import { BOTTOM, COLUMN, INK, PAGE, RULE, SOFT } from './look.js';

const LOCALES = { ru: 'ru-RU', ky: 'ky-KG', en: 'en-GB' } as const;
const FACES: Face[] = ['regular', 'bold', 'symbols'];

type Element = PDFKit.PDFStructureElement;
interface FontkitFont { hasGlyphForCodePoint(codePoint: number): boolean }

/** A tagged PDF that is written from the top down: where the next line stands, which element of the structure it belongs to. */
export class Sheet implements Measure {
  /** Top of what comes next. */
  y: number = PAGE.top;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #root: Element;
  readonly #widths = new Map<string, number>();
  readonly #fonts = new Map<Face, FontkitFont>();
  readonly #outline: { level: number; item: PDFKit.PDFOutline }[] = [];
  readonly #everyPage: string | undefined;
  #open: { element: Element; type: string } | undefined;

  constructor({ title, lang, date, mark }: DocumentModel) {
    this.#everyPage = mark;
    const options = {
      size: 'A4', margin: 0, pdfVersion: '1.7', lang: LOCALES[lang], tagged: true, displayTitle: true, bufferPages: true,
      info: { Title: title, Creator: 'Tegerek', Producer: 'Tegerek', CreationDate: new Date(`${date}T00:00:00Z`) },
    };
    this.#pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions);
    this.#pdf.on('data', (chunk: Buffer) => { this.#chunks.push(chunk); });
    for (const face of FACES) this.#pdf.registerFont(face, fontFile(face));
    this.#root = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#root);
  }

  width(text: string, face: Face, size: number): number {
    const key = `${face} ${text}`;
    let per = this.#widths.get(key);
    if (per === undefined) {
      this.#pdf.font(face).fontSize(100);
      this.#widths.set(key, (per = this.#pdf.widthOfString(text) / 100));
      if (this.#widths.size > 50_000) this.#widths.clear();
    }
    return per * size;
  }

  has(face: Face, codePoint: number): boolean {
    let font = this.#fonts.get(face);
    if (!font) {
      this.#pdf.font(face);
      this.#fonts.set(face, (font = (this.#pdf as unknown as { _font: { font: FontkitFont } })._font.font));
    }
    return font.hasGlyphForCodePoint(codePoint);
  }

  /** Points left on the page. */
  get room(): number {
    return BOTTOM - this.y;
  }

  /** The next page where fewer than `height` points are left. */
  need(height: number): boolean {
    if (this.room >= height || this.y === PAGE.top) return false;
    if (this.#open) this.#pdf.endMarkedContent();
    this.#pdf.addPage({ size: 'A4', margin: 0 });
    this.y = PAGE.top;
    if (this.#open) this.#mark(this.#open);
    return true;
  }

  /** An element of the structure without text of its own: a table, a row, a list. */
  group<T>(type: string, inside: Element | undefined, draw: (element: Element) => T): T {
    const element = this.#pdf.struct(type);
    (inside ?? this.#root).add(element);
    const result = draw(element);
    element.end();
    return result;
  }

  /** An element with text; its parts on several pages belong together. */
  element(type: string, draw: () => void, inside?: Element, options: { scope?: string } = {}): void {
    const element = this.#pdf.struct(type, options as PDFKit.Mixins.StructureElementOptions);
    (inside ?? this.#root).add(element);
    this.#open = { element, type };
    this.#mark(this.#open);
    draw();
    this.#pdf.endMarkedContent();
    this.#open = undefined;
    element.end();
  }

  #mark({ element, type }: { element: Element; type: string }): void {
    element.add(this.#pdf.markStructureContent(type));
  }

  /** What belongs to the page, not to the text. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.#pdf.markContent('Artifact', { type });
    draw();
    this.#pdf.endMarkedContent();
  }

  /** Draws a line with its base line `down` points below `y`. */
  line({ atoms }: Line, x: number, y: number, down: number, color: string): void {
    for (const atom of atoms) {
      this.#pdf.font(atom.face).fontSize(atom.size).fillColor(color);
      if (atom.actual !== undefined) this.#pdf.markContent('Span', { actual: atom.actual });
      this.#pdf.text(atom.text, x + atom.x, y + down - atom.rise, { lineBreak: false, baseline: 'alphabetic' });
      if (atom.actual !== undefined) this.#pdf.endMarkedContent();
    }
  }

  rule(x: number, y: number, width: number, weight = 0.5): void {
    this.artifact('Layout', () => { this.#pdf.lineWidth(weight).strokeColor(RULE).moveTo(x, y).lineTo(x + width, y).stroke(); });
  }

  bookmark(level: number, title: string): void {
    while ((this.#outline.at(-1)?.level ?? 0) >= level) this.#outline.pop();
    const parent = this.#outline.at(-1)?.item ?? this.#pdf.outline;
    this.#outline.push({ level, item: parent.addItem(title, { expanded: level < 2 }) });
  }

  #atFoot(text: string, face: Face, up: number): void {
    const x = PAGE.left + (COLUMN - this.width(text, face, 9)) / 2;
    this.artifact('Pagination', () => {
      this.#pdf.font(face).fontSize(9).fillColor(SOFT).text(text, x, PAGE.height - up, { lineBreak: false, baseline: 'alphabetic' });
    });
  }

  /** Numbers the pages, each with the document's mark, and closes the file. */
  async finish(): Promise<Uint8Array> {
    const { count } = this.#pdf.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      this.#pdf.switchToPage(i);
      this.#atFoot(`${i + 1} / ${count}`, 'regular', 34);
      if (this.#everyPage !== undefined) this.#atFoot(this.#everyPage, 'bold', 46);
    }
    this.#pdf.fillColor(INK);
    this.#root.end();
    const ended = new Promise((resolve) => { this.#pdf.on('end', resolve); });
    this.#pdf.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.#chunks));
  }
}
