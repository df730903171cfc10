import { strFromU8 } from 'fflate';
import { MOST, readContainer } from '../read/container.js';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a Word document shows, paragraph by paragraph, and what of it this reader does not know. */
export interface DocxText {
  paragraphs: string[];
  footnotes: string[];
  /** What stands at the foot of the pages beside their numbers. */
  foot: string;
  /** Names of parts and elements that could show something else than text. */
  unknown: string[];
}

/** Parts that the exporter writes; any other could carry something that a reader of the text would not see here. */
const PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core|custom)\.xml|word\/((document|styles|numbering|footnotes|endnotes|settings|comments|fontTable|footer1|theme\/theme1)\.xml|fonts\/font[1-9]\.odttf|_rels\/(document|footnotes|endnotes|comments|fontTable|footer1)\.xml\.rels))$/u;
const ELEMENTS = /<(w:(?:drawing|pict|object|headerReference|vanish|specVanish|del|ins|moveFrom|moveTo|fldSimple|instrText|sdt|hyperlink|altChunk|sym|br|cr|txbxContent)|mc:AlternateContent)\b/gu;

/** Reads the text of an OOXML document. @throws where it is no ZIP with a document part */
export function readDocx(bytes: Uint8Array): DocxText {
  const files = readContainer(bytes, MOST.document);
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const document = part('word/document.xml');
  if (document === '') throw new Error('the file has no word/document.xml');
  const notes = part('word/footnotes.xml');
  const unknown = [...Object.keys(files).filter((name) => !PARTS.test(name)), ...`${document}${notes.replace(/<w:footnote [^>]*w:type="[^>]*>.*?<\/w:footnote>/gsu, '')}`.matchAll(ELEMENTS)].map((one) => (typeof one === 'string' ? one : (one[1] ?? '')));
  const footer = part('word/footer1.xml');
  // fields at the foot of a page count the pages and nothing else
  if (footer !== '' && (/<w:instrText[^>]*>(?!(?:PAGE|NUMPAGES)<)/u.test(footer))) unknown.push('word/footer1.xml');
  const footnotes = [...notes.matchAll(/<w:footnote\b([^>]*)>(.*?)<\/w:footnote>/gsu)].filter(([, attributes = '']) => !attributes.includes('w:type=')).map(([, , body = '']) => paragraphsOf(body).join('\n'));
  return { paragraphs: paragraphsOf(document), footnotes, foot: paragraphsOf(footer).join(' ').replace(/\/\s*$/u, '').trim(), unknown: [...new Set(unknown)] };
}

const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p(?:\s[^>]*)?(?:\/>|>(.*?)<\/w:p>)/gsu)].map(([, body = '']) => [...body.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/gu)].map(([, text]) => (text === undefined ? ' ' : unescape(text))).join(''));

const unescape = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/gu, (whole, decimal?: string, hex?: string, name?: string) =>
    (decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : (ENTITIES[name ?? ''] ?? whole)));
