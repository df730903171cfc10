import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';

type Format = 'docx' | 'pdf' | 'html' | 'md' | 'csv' | 'xlsx';

/** What a document says, read by another library than the one that wrote it. */
export async function plainText(bytes: Uint8Array, format: Format): Promise<string> {
  switch (format) {
    // its raw text leaves footnotes out
    case 'docx': return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.replace(/<[^>]*>/gu, ' ');
    case 'pdf': return (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text.replace(/\d+ \/ \d+/gu, '');
    case 'xlsx': { const { Sheets } = read(bytes, { type: 'array' }); return Object.values(Sheets).map((sheet) => utils.sheet_to_csv(sheet)).join('\n'); }
    case 'html': return Buffer.from(bytes).toString('utf8').replace(/<[^>]*>/gu, ' ');
    case 'md': return Buffer.from(bytes).toString('utf8').replaceAll('\\', '');
    case 'csv': return Buffer.from(bytes).toString('utf8');
    default: return format satisfies never;
  }
}

/** Letters alone, however the lines are broken. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

/** What of a resolution's data the published schema does not allow. */
export function schemaFaults(data: unknown): string[] {
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(new URL('../../../docs/resolution.schema.json', import.meta.url), 'utf8')) as object);
  return check(data) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
