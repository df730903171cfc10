import { LIMITS } from '@tegerek/contracts';
import { decodeText, encodingOf, type Encoding } from './decode-text.js';
import { readCsv, type Separator, type SourceRow } from './read-csv.js';

/** A file as it was read; a person may say otherwise. */
export type TableFile =
  | { kind: 'csv'; name: string; bytes: Uint8Array; encoding: Encoding; separator: Separator; rows: readonly SourceRow[] }
  | { kind: 'xlsx'; name: string; sheets: readonly { name: string; rows: readonly SourceRow[] }[]; sheet: string; rows: readonly SourceRow[] };

export type FileFault = 'too-large' | 'too-many' | 'empty' | 'unreadable';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The binary workbooks of 1997: another format, which has to be saved anew. */
const isOldWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** Text as it is read with this encoding and separator; `null`: guessed. */
export function readTextFile(name: string, bytes: Uint8Array, asked: { encoding?: Encoding; separator?: Separator } = {}): TableFile {
  const encoding = asked.encoding ?? encodingOf(bytes);
  const { rows, separator } = readCsv(decodeText(bytes, encoding), asked.separator ?? null);
  return { kind: 'csv', name, bytes, encoding, separator, rows };
}

async function readWorkbook(name: string, bytes: Uint8Array): Promise<TableFile | FileFault> {
  const { readXlsx } = await import('./read-xlsx.js');
  try {
    const sheets = await readXlsx(bytes);
    const [first] = sheets;
    return first === undefined ? 'empty' : { kind: 'xlsx', name, sheets, sheet: first.name, rows: first.rows };
  } catch {
    return 'unreadable';
  }
}

/** A CSV or XLSX file, told apart by its first bytes; no more than the limits allow. */
export async function readFile({ name, size, bytes }: { name: string; size: number; bytes: () => Promise<Uint8Array> }): Promise<TableFile | FileFault> {
  if (size > LIMITS.importBytes) return 'too-large';
  const content = await bytes();
  if (isOldWorkbook(content)) return 'unreadable';
  const file = isZip(content) ? await readWorkbook(name, content) : readTextFile(name, content);
  if (typeof file === 'string') return file;
  if (file.rows.length === 0) return 'empty';
  return file.rows.length > LIMITS.importRows + 1 ? 'too-many' : file;
}
