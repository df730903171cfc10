import { Name, PdfFile, PdfScanner, Ref, type Dict, type Value } from '../read/pdf-file.js';

/** What a PDF shows, in the order in which it is drawn, and what of it this reader does not know. */
export interface PdfText {
  text: string;
  /** What is marked as belonging to the page: its number, the repeated head of a table. */
  artifacts: string[];
  unknown: string[];
}

const CATALOG = ['Type', 'Pages', 'Outlines', 'PageMode', 'Lang', 'MarkInfo', 'StructTreeRoot', 'ViewerPreferences', 'Metadata', 'Names', 'Extensions'];
const PAGE = ['Type', 'Parent', 'MediaBox', 'Contents', 'Resources', 'StructParents', 'Tabs', 'UserUnit', 'Group'];
const RESOURCES = ['ProcSet', 'Font', 'ColorSpace'];
type Matrix = [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];

/** Reads the text of a PDF of the exporter's kind. @throws where it is none */
export function readPdf(bytes: Uint8Array): PdfText {
  const file = new PdfFile(bytes);
  const result: PdfText = { text: '', artifacts: [], unknown: [] };
  const catalog = file.dict(file.trailer.get('Root'), 'the catalogue');
  const know = (dict: Dict, known: readonly string[], what: string): void => { for (const key of dict.keys()) if (!known.includes(key)) result.unknown.push(`${what}/${key}`); };
  know(catalog, CATALOG, 'Catalog');
  const names = file.resolve(catalog.get('Names'));
  if (names instanceof Map) know(names, ['Dests'], 'Names');
  const pages = file.dict(catalog.get('Pages'), 'the list of pages');
  const kids = file.resolve(pages.get('Kids'));
  if (!Array.isArray(kids)) throw new Error('the list of pages is missing');
  const tables = new Map<number, (code: number) => string>();
  for (const kid of kids) {
    const page = file.dict(kid, 'a page');
    if (page.has('Kids')) throw new Error('pages within pages');
    know(page, PAGE, 'Page');
    const resources = file.dict(page.get('Resources'), 'the resources');
    know(resources, RESOURCES, 'Resources');
    new PageReader(file, resources, boxOf(file, page), tables, result).read(file.stream(page.get('Contents'), 'a page’s content'));
  }
  return { ...result, unknown: [...new Set(result.unknown)] };
}

function boxOf(file: PdfFile, page: Dict): number[] {
  const box = file.resolve(page.get('MediaBox'));
  return Array.isArray(box) && box.length === 4 && box.every((edge) => typeof edge === 'number') ? box : [0, 0, 0, 0];
}

interface Mark {
  isArtifact: boolean;
  /** Stands for what is drawn inside. */
  actual: string | null;
}

/** Follows the operators of one page; anything but text and straight thin lines is unknown. */
class PageReader {
  readonly #marks: Mark[] = [];
  readonly #states: Matrix[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #fonts: Dict | undefined;
  #font: ((code: number) => string) | undefined;
  #from: [number, number] = [0, 0];
  #artifact: string | null = null;

  constructor(private readonly file: PdfFile, private readonly resources: Dict, private readonly box: number[], private readonly tables: Map<number, (code: number) => string>, private readonly result: PdfText) {}

  read(content: string): void {
    const scanner = new PdfScanner(content);
    let operands: Value[] = [];
    for (;;) {
      const value = scanner.value();
      if (value !== undefined) { operands.push(value); continue; }
      const operator = scanner.word();
      if (operator === '') {
        if (scanner.at < content.length) throw new Error('the content of a page cannot be read');
        return;
      }
      this.#operator(operator, operands);
      operands = [];
    }
  }

  #operator(operator: string, operands: readonly Value[]): void {
    const [first, second] = operands;
    switch (operator) {
      case 'q': this.#states.push(this.#matrix); return;
      case 'Q': this.#matrix = this.#states.pop() ?? [1, 0, 0, 1, 0, 0]; return;
      case 'cm': this.#matrix = times(matrixOf(operands), this.#matrix); return;
      case 'Tm': return this.#place(matrixOf(operands));
      case 'Tf': return this.#setFont(first, second);
      case 'TJ': if (Array.isArray(first)) for (const part of first) if (typeof part === 'string') this.#show(part); return;
      case 'Tj': if (typeof first === 'string') this.#show(first); return;
      case 'BMC': case 'BDC': return this.#begin(first, second);
      case 'EMC': return this.#end();
      case 'w': if (typeof first !== 'number' || first > 1) this.#unknown('thick line'); return;
      case 'm': this.#from = pair(operands); return;
      case 'l': { const to = pair(operands); if (to[0] !== this.#from[0] && to[1] !== this.#from[1]) this.#unknown('sloping line'); return; }
      case 'BT': case 'ET': case 'S': case 'cs': case 'CS': case 'scn': case 'SCN': return;
      default: this.#unknown(`operator ${operator}`);
    }
  }

  #unknown(what: string): void {
    this.result.unknown.push(what);
  }

  #place(text: Matrix): void {
    const [, , , , x, y] = times(text, this.#matrix);
    const [left = 0, bottom = 0, right = 0, top = 0] = this.box;
    if (x < left || x > right || y < bottom || y > top) this.#unknown('text beyond the page');
  }

  #setFont(name: Value | undefined, size: Value | undefined): void {
    if (typeof size !== 'number' || size < 5) this.#unknown('tiny text');
    this.#fonts ??= this.file.dict(this.resources.get('Font'), 'the fonts');
    const place = name instanceof Name ? this.#fonts.get(name.name) : undefined;
    const known = place instanceof Ref ? this.tables.get(place.number) : undefined;
    this.#font = known ?? this.#read(place);
    if (place instanceof Ref) this.tables.set(place.number, this.#font);
  }

  #read(place: Value | undefined): (code: number) => string {
    const font = this.file.dict(place, 'a font');
    const kind = font.get('Subtype');
    if (!(kind instanceof Name) || kind.name !== 'Type0') throw new Error('a font of another kind');
    return codesOf(this.file.stream(font.get('ToUnicode'), 'a font’s code table'));
  }

  #show(bytes: string): void {
    if (!this.#font) throw new Error('text without a font');
    if (this.#marks.some(({ actual }) => actual !== null)) return;
    let text = '';
    for (let i = 0; i + 1 < bytes.length; i += 2) text += this.#font(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
    this.#add(text);
  }

  #add(text: string): void {
    if (this.#artifact === null) this.result.text += text;
    else this.#artifact += text;
  }

  #begin(tag: Value | undefined, properties: Value | undefined): void {
    const isArtifact = tag instanceof Name && tag.name === 'Artifact';
    const actual = properties instanceof Map ? properties.get('ActualText') : undefined;
    if (isArtifact && this.#artifact === null) this.#artifact = '';
    if (typeof actual === 'string') this.#add(textString(actual));
    this.#marks.push({ isArtifact, actual: typeof actual === 'string' ? actual : null });
  }

  #end(): void {
    this.#marks.pop();
    if (this.#artifact === null || this.#marks.some(({ isArtifact }) => isArtifact)) return;
    if (this.#artifact !== '') this.result.artifacts.push(this.#artifact);
    this.#artifact = null;
  }
}

const pair = (operands: readonly Value[]): [number, number] => [Number(operands[0]), Number(operands[1])];
const matrixOf = (operands: readonly Value[]): Matrix => [0, 1, 2, 3, 4, 5].map((i) => Number(operands[i])) as Matrix;

/** A text string: UTF-16 with its mark, else the letters as they are. */
function textString(bytes: string): string {
  if (!bytes.startsWith('\u{FE}\u{FF}')) return bytes;
  let text = '';
  for (let i = 2; i + 1 < bytes.length; i += 2) text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  return text;
}

const codeOf = (bytes: string): number => [...bytes].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
const utf16 = (bytes: string): string => textString(`\u{FE}\u{FF}${bytes}`);

/** A font's table from codes to letters. */
function codesOf(table: string): (code: number) => string {
  const codes = new Map<number, string>();
  const ranges: { from: number; to: number; letters: string }[] = [];
  for (const [, kind, body = ''] of table.matchAll(/begin(bfchar|bfrange)(.*?)end\1/gsu)) {
    const scanner = new PdfScanner(body);
    for (let from = scanner.value(); typeof from === 'string'; from = scanner.value()) {
      const to = kind === 'bfrange' ? scanner.value() : from;
      const letters = scanner.value();
      const start = codeOf(from);
      if (from.length !== 2 || typeof to !== 'string' || to.length !== 2) throw new Error('a font’s code table has another shape');
      if (Array.isArray(letters)) letters.forEach((each, i) => { if (typeof each === 'string') codes.set(start + i, utf16(each)); });
      else if (typeof letters === 'string') ranges.push({ from: start, to: codeOf(to), letters: utf16(letters) });
    }
  }
  return (code) => {
    const range = ranges.find(({ from, to }) => from <= code && code <= to);
    return codes.get(code) ?? (range ? shifted(range.letters, code - range.from) : '\u{FFFD}');
  };
}

const shifted = (letters: string, by: number): string => letters.slice(0, -1) + String.fromCharCode(letters.charCodeAt(letters.length - 1) + by);
