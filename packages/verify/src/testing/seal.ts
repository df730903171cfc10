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
  const entries: Day['entries'] = [...day.entries];
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
  Object.assign(files, logOf(entries));
  for (const vote of Object.values(snapshot.core.votes)) {
    files[`votes/${vote.voteId}/vote.json`] = strToU8(canonicalize(vote));
    const list = day.lists[vote.voteId];
    if (list && vote.state === 'closed') files[`votes/${vote.voteId}/ballots.jsonl`] = strToU8(listText(list));
  }
  return files;
}

/** Log and openings alone, of events that no replica could fold too. `opens`: which events are opened. */
export function logOf(entries: Day['entries'], opens: (event: LogEvent) => boolean = isDisclosed): BundleFiles {
  const [headers, openings]: [string[], string[]] = [[], []];
  let prev = GENESIS;
  entries.forEach(({ at, events, erased = [] }, n) => {
    const seq = n + 1;
    const salts = events.map((_, i) => sha256Hex(`salt ${seq} ${i}`));
    const header = canonicalHeader({ at, epoch: 1, ev: events.map((event, i) => eventCommitment(salts[i] ?? '', event)), log: DIALOGUE, prev, seq, v: 1 });
    prev = entryHash(header);
    headers.push(`${header}\n`);
    events.forEach((event, i) => {
      if (erased.includes(i)) openings.push(`${canonicalize({ erased: true, i, seq })}\n`);
      else if (opens(event)) openings.push(`${canonicalize({ event, i, salt: salts[i], seq })}\n`);
    });
  });
  return { 'log.jsonl': strToU8(headers.join('')), 'payload.jsonl': strToU8(openings.join('')) };
}

/** What a replica has of them once they are opened. */
function fold(entries: Day['entries']): { snapshot: Snapshot; seq: number; hash: string } {
  const { 'log.jsonl': log } = logOf(entries);
  const hashes = new TextDecoder().decode(log).trimEnd().split('\n').map(entryHash);
  const snapshot = entries.reduce((folded, { at, events, erased = [] }, n) => applyEntry(folded, { seq: n + 1, at, hash: hashes[n] ?? '', events: events.filter((event, i) => isDisclosed(event) && !erased.includes(i)) }), emptySnapshot(DIALOGUE));
  return { snapshot, seq: entries.length, hash: hashes.at(-1) ?? GENESIS };
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
  // stored: thousands of forgeries are made in tests
  return zipSync({ ...others, 'manifest.json': strToU8(manifest) }, { level: 0 });
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
