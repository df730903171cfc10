import { canonicalHeader, entryHash, eventCommitment, GENESIS, sha256Hex, type EntryHeader } from '@tegerek/ballot';
import { canonicalize, LANGS, type LogEvent, type ResolutionHead, type Snapshot } from '@tegerek/contracts';
import { applyEntry, buildDocument, composeResolution, emptySnapshot, type ResolutionTerms } from '@tegerek/replica';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { ListedBallot } from '../checks/recount.js';
import { listText } from './day.js';
import { pdfOf } from './least-pdf.js';
import { docxOf, packLog, type BundleFiles } from './seal.js';

/** An entry of a bundle, taken apart; `events` by their place, with their salts. What is not opened stays a commitment. */
export interface LooseEntry {
  header: EntryHeader;
  events: Map<number, { event: LogEvent; salt: string }>;
}

/** A bundle taken apart, to be forged in place and sealed again. */
export interface Loose {
  entries: LooseEntry[];
  lists: Record<string, ListedBallot[]>;
  files: BundleFiles;
}

const linesOf = (files: BundleFiles, name: string): string[] => strFromU8(files[name] ?? new Uint8Array()).trimEnd().split('\n').filter((line) => line !== '');

/** Takes any right bundle apart, one of a real server too. */
export function takeApart(bundle: Uint8Array): Loose {
  const files = unzipSync(bundle);
  const entries = linesOf(files, 'log.jsonl').map((line): LooseEntry => ({ header: JSON.parse(line) as EntryHeader, events: new Map() }));
  for (const line of linesOf(files, 'payload.jsonl')) {
    const { seq, i, event, salt } = JSON.parse(line) as { seq: number; i: number; event?: LogEvent; salt?: string };
    if (event && salt !== undefined) entries[seq - 1]?.events.set(i, { event, salt });
  }
  const lists = Object.fromEntries(Object.keys(files).flatMap((name) => { const [, voteId] = /^votes\/(.+)\/ballots\.jsonl$/u.exec(name) ?? []; return voteId === undefined ? [] : [[voteId, linesOf(files, name).map((line) => JSON.parse(line) as ListedBallot)]]; }));
  return { entries, lists, files };
}

/**
 * Seals it as a forger would who owns a key: commitments, chain, vote files, resolutions composed anew with their documents, checkpoint,
 * key and manifest fit whatever the events and lists are now. The copies of votes and the documents are those of the forged fold.
 */
export function sealAnew({ entries, lists, files }: Loose): Uint8Array {
  const made: BundleFiles = { 'VERIFY.md': files['VERIFY.md'] ?? new Uint8Array() };
  let [prev, snapshot] = [GENESIS, emptySnapshot(entries[0]?.header.log ?? '')];
  const folds = new Map<number, { snapshot: Snapshot; hash: string }>();
  const [headers, openings]: [string[], string[]] = [[], []];
  entries.forEach(({ header, events }, at) => {
    const seq = at + 1;
    const opened = [...events].sort(([a], [b]) => a - b);
    publishAnew(opened.map(([, { event }]) => event), folds, made);
    const ev = [...header.ev];
    for (const [i, { event, salt }] of opened) ev[i] = eventCommitment(salt, event);
    const text = canonicalHeader({ ...header, ev, prev, seq });
    prev = entryHash(text);
    headers.push(`${text}\n`);
    for (const [i, { event, salt }] of opened) openings.push(`${canonicalize({ event, i, salt, seq })}\n`);
    snapshot = applyEntry(snapshot, { seq, at: header.at, hash: prev, events: opened.map(([, { event }]) => event) });
    folds.set(seq, { snapshot, hash: prev });
  });
  made['log.jsonl'] = strToU8(headers.join(''));
  made['payload.jsonl'] = strToU8(openings.join(''));
  for (const vote of Object.values(snapshot.core.votes)) {
    made[`votes/${vote.voteId}/vote.json`] = strToU8(canonicalize(vote));
    if (vote.state === 'closed') made[`votes/${vote.voteId}/ballots.jsonl`] = strToU8(listText(lists[vote.voteId] ?? []));
  }
  return packLog(made, entries[0]?.header.log ?? '');
}

/** The resolution of an entry, composed from the forged log: its hash in the event, its data and documents among the files. */
function publishAnew(events: readonly LogEvent[], folds: ReadonlyMap<number, { snapshot: Snapshot; hash: string }>, made: BundleFiles): void {
  const of = (type: string) => events.find((event) => event.type === type)?.data;
  const [stated, framed] = [of('resolution.published') as ResolutionHead | undefined, of('resolution.framed') as Pick<ResolutionTerms, 'frame' | 'regions'> | undefined];
  const fold = stated && folds.get(stated.basedOnSeq);
  if (!stated || !framed || !fold) return;
  const document = composeResolution(fold.snapshot, { seq: stated.basedOnSeq, hash: fold.hash }, { ...stated, ...framed });
  const canon = canonicalize(document);
  stated.sha256 = sha256Hex(canon);
  made[`resolutions/${stated.number}.json`] = strToU8(canon);
  for (const lang of LANGS) {
    const model = buildDocument(document, stated.sha256, lang);
    made[`resolutions/${stated.number}.${lang}.docx`] = docxOf(model);
    made[`resolutions/${stated.number}.${lang}.pdf`] = pdfOf(model);
  }
}
