import { entryHash, sha256Hex } from '@tegerek/ballot';
import { canonicalize, LANGS, type LogEvent, type Snapshot } from '@tegerek/contracts';
import { applyEntry, buildDocument, emptySnapshot, isDisclosed, type ResolutionDocument } from '@tegerek/replica';
import { strToU8 } from 'fflate';
import { renderApart } from '../files/render-apart.js';
import { zip } from '../render/fixed-zip.js';
import type { SpaceCopy } from './read-space.js';
import { VERIFY_TEXT } from './verify-text.js';

interface Header {
  at: number;
  seq: number;
}

/** The bundle of a dialogue (docs/verification.md): the same for everybody who may have it; same copy, same bytes. */
export async function buildBundle(copy: SpaceCopy): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = { 'VERIFY.md': strToU8(VERIFY_TEXT), 'log.jsonl': strToU8(copy.headers.map((line) => `${line}\n`).join('')) };
  const { lines, snapshot } = openPayloads(copy);
  files['payload.jsonl'] = strToU8(lines.map((line) => `${line}\n`).join(''));
  for (const vote of Object.values(snapshot.core.votes)) {
    files[`votes/${vote.voteId}/vote.json`] = strToU8(canonicalize(vote));
    const list = copy.lists.get(vote.voteId);
    if (list !== undefined) files[`votes/${vote.voteId}/ballots.jsonl`] = strToU8(list);
  }
  for (const { number, canon, sha256 } of copy.resolutions) {
    files[`resolutions/${number}.json`] = strToU8(canon);
    for (const lang of LANGS) {
      const model = buildDocument(JSON.parse(canon) as ResolutionDocument, sha256, lang);
      files[`resolutions/${number}.${lang}.docx`] = await renderApart(model, 'docx');
      files[`resolutions/${number}.${lang}.pdf`] = await renderApart(model, 'pdf');
    }
  }
  for (const { seq, note } of copy.checkpoints) files[`checkpoints/${seq}.note`] = strToU8(note);
  files['keys.json'] = strToU8(canonicalize({ keys: copy.keys, v: 1 }));
  files['manifest.json'] = strToU8(manifest(copy, files));
  return zip(files);
}

/** Opens what everybody may see; an erased body is said to be erased, what another audience sees stays a commitment. */
function openPayloads({ space, headers, payloads }: SpaceCopy): { lines: string[]; snapshot: Snapshot } {
  const lines: string[] = [];
  const events = new Map<number, LogEvent[]>();
  for (const { seq, i, salt, body } of payloads) {
    if (salt === null || body === null) {
      lines.push(canonicalize({ erased: true, i, seq }));
      continue;
    }
    const event = JSON.parse(body) as LogEvent;
    if (!isDisclosed(event)) continue;
    lines.push(canonicalize({ event, i, salt, seq }));
    events.set(seq, [...(events.get(seq) ?? []), event]);
  }
  let snapshot = emptySnapshot(space);
  for (const canon of headers) {
    const { seq, at } = JSON.parse(canon) as Header;
    snapshot = applyEntry(snapshot, { seq, at, hash: '', events: events.get(seq) ?? [] });
  }
  return { lines, snapshot };
}

/** Names every other file with its SHA-256; all else in it can be recomputed from them. */
function manifest({ space, headers }: SpaceCopy, files: Readonly<Record<string, Uint8Array>>): string {
  const hashes = Object.fromEntries(Object.keys(files).sort().map((name) => [name, sha256Hex(files[name] ?? new Uint8Array())]));
  return canonicalize({ files: hashes, format: 'tegerek-bundle', head: { hash: entryHash(headers.at(-1) ?? ''), seq: headers.length }, log: space, v: 1 });
}
