/** What may be kept: the type is found in the bytes, never in the name or in what the sender says. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
export type FileKind = keyof typeof FILE_TYPES;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);

/** An office document that unpacks to more than this (bytes, times its own size, parts) was made to choke who opens it. */
const MOST_UNPACKED = 50_000_000;
const MOST_TIMES = 100;
const MOST_PARTS = 2_000;

/** Below this a document of one repeated letter is only a small file. Bytes. */
const NO_BOMB = 1_000_000;

export interface ZipDirectory {
  names: string[];
  /** Sum of what the entries say of themselves, bytes. */
  unpacked: number;
}

/** The entries of a ZIP, read from its central directory without unpacking anything; `null`: no readable directory. */
export function zipDirectory(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // the end record stands within the last 65,557 bytes
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    end = at;
    break;
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  let unpacked = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    if (at + 46 + name > end) return null;
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)));
    unpacked += view.getUint32(at + 24, true);
    at += 46 + name + extra + comment;
  }
  return { names, unpacked };
}

const isBomb = ({ names, unpacked }: ZipDirectory, packed: number): boolean => names.length > MOST_PARTS || unpacked > MOST_UNPACKED || (unpacked > NO_BOMB && unpacked > MOST_TIMES * packed);

/** A document of Office without macros: by its parts, as its readers tell. */
function officeKind(bytes: Uint8Array): 'docx' | 'xlsx' | null {
  const directory = zipDirectory(bytes);
  if (directory === null || isBomb(directory, bytes.length)) return null;
  const { names } = directory;
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject\.bin$|(^|[\\/])\.\.([\\/]|$)/iu.test(name))) return null;
  const isWord = names.includes('word/document.xml');
  const isSheet = names.includes('xl/workbook.xml');
  return isWord === isSheet ? null : isWord ? 'docx' : 'xlsx';
}

/** UTF-8 without control characters but tab and line ends. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** Text that a browser or an office program would take for something else. */
const isMarkup = (bytes: Uint8Array): boolean => /^\s*(<|\{\\rtf|%!PS|GIF8)/iu.test(new TextDecoder().decode(bytes.subarray(0, 512)).replace(/^\uFEFF/u, ''));

/** The kind of a whole file; `null`: none that is kept. `name` only tells a table from other text. */
export function sniff(bytes: Uint8Array, name: string): FileKind | null {
  if (bytes.length === 0) return null;
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeKind(bytes);
  if (!isText(bytes) || isMarkup(bytes)) return null;
  return /\.csv$/iu.test(name) ? 'csv' : 'txt';
}
