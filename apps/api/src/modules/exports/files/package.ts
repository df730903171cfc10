import { setImmediate as breathe } from 'node:timers/promises';
import type { Contact, Lang } from '@tegerek/contracts';
import { addresseesOf, buildDocument, buildLetter, buildPressRelease, tablesOf, type DocumentModel, type DocumentOptions, type ResolutionDocument } from '@tegerek/replica';
import { zip } from '../render/fixed-zip.js';
import { renderCsv, renderXlsx } from '../render/tables.js';
import { DOCUMENT_FORMATS, type DocumentFormat } from './formats.js';
import { renderApart } from './render-apart.js';

export interface PackageOptions {
  langs: readonly Lang[];
  options: DocumentOptions;
  contacts: readonly Contact[];
}

/** `done` of `of` files are ready, of the next one `part` (0…1). */
export interface PackageProgress {
  done: number;
  of: number;
  part: number;
  name: string;
}

interface Piece {
  name: string;
  make: (progress: (part: number) => void) => Promise<Uint8Array> | Uint8Array;
}

/** Everything of a resolution in one ZIP: each language in every format, tables, a letter to each addressee, the press release. */
export async function buildPackage(canon: string, sha256: string, { langs, options, contacts }: PackageOptions, report: (progress: PackageProgress) => void, signal: AbortSignal): Promise<Uint8Array> {
  const resolution = JSON.parse(canon) as ResolutionDocument;
  const base = `${resolution.rehearsal ? 'rehearsal-' : ''}resolution-${resolution.number}`;
  const pieces: Piece[] = [{ name: `${base}.json`, make: () => new TextEncoder().encode(canon) }];
  const add = (name: string, model: DocumentModel | undefined, formats: readonly DocumentFormat[]): void => {
    if (model) for (const format of formats) pieces.push({ name: `${name}.${format}`, make: (progress) => renderApart(model, format, progress) });
  };
  for (const lang of langs) {
    add(`${lang}/${base}`, buildDocument(resolution, sha256, lang, options), DOCUMENT_FORMATS);
    add(`${lang}/press-release`, buildPressRelease(resolution, sha256, lang, contacts), ['docx', 'pdf']);
    addresseesOf(resolution).forEach((addressee, i) => { add(`${lang}/letters/${String(i + 1).padStart(2, '0')}`, buildLetter(resolution, sha256, lang, addressee), ['docx']); });
    const tables = tablesOf(resolution, lang);
    for (const table of tables) pieces.push({ name: `${lang}/tables/${table.name}.csv`, make: () => new TextEncoder().encode(renderCsv(table)) });
    pieces.push({ name: `${lang}/tables.xlsx`, make: () => renderXlsx(tables, resolution.date) });
  }
  const files: Record<string, Uint8Array> = {};
  for (const [done, { name, make }] of pieces.entries()) {
    report({ done, of: pieces.length, part: 0, name });
    files[name] = await make((part) => report({ done, of: pieces.length, part, name }));
    // others of this node come in between
    await breathe();
    signal.throwIfAborted();
  }
  return zip(files);
}
