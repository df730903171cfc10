import { signCheckpoint, formatVerifier, signerKey } from '@tegerek/ballot/signed-note';
import { canonicalHeader, entryHash, eventCommitment, GENESIS, sha256Hex } from '@tegerek/ballot';
import { canonicalize, LANGS, type Frame, type LogEvent, type Snapshot } from '@tegerek/contracts';
import { applyEntry, buildDocument, composeResolution, documentLines, emptySnapshot, isDisclosed, type DocumentModel } from '@tegerek/replica';
import { strToU8, zipSync } from 'fflate';
import { DIALOGUE, id, listText, type Day } from './day.js';
import { pdfOf } from './least-pdf.js';

const FRAME: Frame = { preamble: { ru: 'заслушав и обсудив' }, findings: { ru: 'срок ответа нельзя проверить^[Опрос, 2026]' }, commitments: { ky: 'Отчётту жарыялайбыз' }, mechanism: {} };

export type BundleFiles = Record<string, Uint8Array>;

/** Seals a day as a server would: chain, openings, lists, resolution, documents. `publish` false: before the resolution. */
export function filesOf(day: Day, { publish = true } = {}): BundleFiles {
  const files: BundleFiles = { 'VERIFY.md': strToU8('# Verify\n') };
  let { snapshot, seq, hash } = fold(day.entries);
  const entries = [...day.entries];
  if (publish) {
    const place = { number: 1, date: '2026-11-25', place: '' };
    const stated = { frame: FRAME, regions: [{ name: 'Чуй', seats: 6 }] };
    const document = composeResolution(snapshot, { seq, hash }, { ...place, ...stated });
    const canon = canonicalize(document);
    const data = { resolutionId: id(99), ...place, basedOnSeq: seq, sha256: sha256Hex(canon) };
    entries.push({ at: 1_000 * (seq + 1), events: [{ type: 'resolution.framed', v: 1, audience: 'facilitators', data: { resolutionId: id(99), ...stated } }, { type: 'resolution.published', v: 1, audience: 'public', data }] });
    files['resolutions/1.json'] = strToU8(canon);
    for (const lang of LANGS) {
      const model = buildDocument(document, sha256Hex(canon), lang);
      files[`resolutions/1.${lang}.docx`] = docxOf(model);
      files[`resolutions/1.${lang}.pdf`] = pdfOf(model);
    }
    snapshot = fold(entries).snapshot;
  }
  const { headers, openings } = fold(entries);
  files['log.jsonl'] = strToU8(headers.map((line) => `${line}\n`).join(''));
  files['payload.jsonl'] = strToU8(openings.map((line) => `${line}\n`).join(''));
  for (const vote of Object.values(snapshot.core.votes)) {
    files[`votes/${vote.voteId}/vote.json`] = strToU8(canonicalize(vote));
    const list = day.lists[vote.voteId];
    if (list && vote.state === 'closed') files[`votes/${vote.voteId}/ballots.jsonl`] = strToU8(listText(list));
  }
  return files;
}

interface Folded {
  snapshot: Snapshot;
  seq: number;
  hash: string;
  headers: string[];
  openings: string[];
}

function fold(entries: Day['entries']): Folded {
  const folded: Folded = { snapshot: emptySnapshot(DIALOGUE), seq: 0, hash: GENESIS, headers: [], openings: [] };
  for (const { at, events } of entries) {
    folded.seq++;
    const salts = events.map((_, i) => sha256Hex(`salt ${folded.seq} ${i}`));
    const header = canonicalHeader({ at, epoch: 1, ev: events.map((event, i) => eventCommitment(salts[i] ?? '', event)), log: DIALOGUE, prev: folded.hash, seq: folded.seq, v: 1 });
    folded.hash = entryHash(header);
    folded.headers.push(header);
    events.forEach((event, i) => { if (isDisclosed(event)) folded.openings.push(canonicalize({ event, i, salt: salts[i], seq: folded.seq })); });
    folded.snapshot = applyEntry(folded.snapshot, { seq: folded.seq, at, hash: folded.hash, events: events.filter((event: LogEvent) => isDisclosed(event)) });
  }
  return folded;
}

export const KEY = signerKey('tegerek.test/log-key', new Uint8Array(32).fill(1));

/** The note of the log's last entry. */
export function headNote(files: BundleFiles, key = KEY, log = DIALOGUE): string {
  const { seq, hash } = headOf(files);
  return signCheckpoint({ log, seq, hash }, key);
}

function headOf(files: BundleFiles): { seq: number; hash: string } {
  const headers = new TextDecoder().decode(files['log.jsonl'] ?? new Uint8Array()).trimEnd().split('\n');
  return { seq: headers.length, hash: entryHash(headers.at(-1) ?? '') };
}

/** Signs and writes the manifest for whatever the files are now, as a forger with a key of their own would too; notes that are there stay. */
export const pack = (files: BundleFiles): Uint8Array => packLog(files, DIALOGUE);

/** As `pack`, of another log than the sample's. */
export function packLog(files: BundleFiles, log: string): Uint8Array {
  const { 'manifest.json': _, ...others } = files;
  const head = headOf(others);
  if (!Object.keys(others).some((name) => name.startsWith('checkpoints/'))) others[`checkpoints/${head.seq}.note`] = strToU8(headNote(others, KEY, log));
  others['keys.json'] ??= strToU8(canonicalize({ keys: [formatVerifier(KEY)], v: 1 }));
  const hashes = Object.fromEntries(Object.keys(others).sort().map((name) => [name, sha256Hex(others[name] ?? new Uint8Array())]));
  const manifest = canonicalize({ files: hashes, format: 'tegerek-bundle', head: { hash: head.hash, seq: head.seq }, log, v: 1 });
  return zipSync({ ...others, 'manifest.json': strToU8(manifest) });
}

const escape = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
const part = (root: string, body: string): Uint8Array => strToU8(`<?xml version="1.0"?><w:${root} xmlns:w="w">${body}</w:${root}>`);

/** The least Word document with the same text. */
export function docxOf(model: DocumentModel, extra = ''): Uint8Array {
  return zipSync({
    'word/document.xml': part('document', `<w:body>${documentLines(model).map(paragraph).join('')}${extra}</w:body>`),
    'word/footnotes.xml': part('footnotes', model.footnotes.map((text, i) => `<w:footnote w:id="${i + 1}">${paragraph(text)}</w:footnote>`).join('')),
  });
}
