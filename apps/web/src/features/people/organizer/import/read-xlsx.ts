import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { numbered, type SourceRow } from './read-csv.js';

export interface Sheet { name: string; rows: SourceRow[] }

/** Of the parts when unpacked: a small file may unpack to gigabytes. */
const UNPACKED_BYTES = 200_000_000;

type Cell = string | number | boolean | Date | null;

function textOfCell(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? '' : String(cell);
}

/** What the parts say of their own size; nothing is unpacked. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0;
  unzipSync(bytes, { filter: ({ originalSize }) => { sum += originalSize; return false; } });
  return sum;
}

/**
 * The sheets of an Office Open XML workbook that hold anything. A formula gives its last result.
 * @throws when it is no workbook, or unpacks to more than 200 MB
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  if (unpackedBytes(bytes) > UNPACKED_BYTES) throw new Error('the workbook unpacks to too much');
  const sheets = await readExcelFile(new Blob([bytes.slice().buffer]));
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: numbered((data as Cell[][]).map((row) => row.map(textOfCell))) })).filter(({ rows }) => rows.length > 0);
}
