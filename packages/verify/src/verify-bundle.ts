import type { EventData, ResolutionHead, Snapshot } from '@tegerek/contracts';
import { applyEntry, emptySnapshot, isDisclosed } from '@tegerek/replica';
import { checkCheckpoints, FOLDER, KEYS, type Known } from './checks/checkpoints.js';
import { Electorates } from './checks/electorate.js';
import { Legality } from './checks/legality.js';
import { Papers } from './checks/paper.js';
import { checkResolution, docxName, pdfName, resolutionName } from './checks/resolutions.js';
import { checkVotes, listName, voteName } from './checks/votes.js';
import { NoBundle, readContainer, type Files } from './read/container.js';
import { LOG, openLog, PAYLOAD, type OpenedEntry, type OpenedLog } from './read/log.js';
import { checkManifest, fingerprintOf, MANIFEST, readManifest } from './read/manifest.js';
import { Findings, type Report } from './report.js';
import { canonicalize, LANGS } from '@tegerek/contracts/wire';

/**
 * Recomputes everything that a bundle states (docs/verification.md). Pure: bytes in, report out; no clock, no network, no Node. Never
 * throws: what cannot be parsed as a bundle is the outcome `unreadable`. `known`: what the reader has from elsewhere.
 */
export function verifyBundle(bytes: Uint8Array, known: Known = {}): Report {
  try {
    const files = readContainer(bytes);
    return check(files, readManifest(files), known);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof NoBundle) return { outcome: 'unreadable', findings: [{ code: 'bundle.unreadable', at: '', words }], notChecked: [], facts: null };
    // a bundle so malformed that a check could not go on: that is a finding about the bundle
    return { outcome: 'findings', findings: [{ code: 'bundle.malformed', at: '', words }], notChecked: ['everything after the malformed part'], facts: null };
  }
}

function check(files: Files, manifest: ReturnType<typeof readManifest>, known: Known): Report {
  const findings = new Findings();
  const opened = openLog(files, findings);
  findings.guard('manifest.shape', MANIFEST, () => checkManifest(files, manifest, opened.head, opened.log, findings));
  const { snapshot, unfinished, unchecked } = refold(files, opened, findings);
  const ballots = checkVotes(files, snapshot, findings);
  const signed = checkCheckpoints(files, opened, known, findings);
  checkNames(files, snapshot, findings);
  const { core } = snapshot;
  if (createdBy(opened.entries[0]) !== opened.log) findings.add('dialogue.other', LOG, 'the log is of another dialogue than its first entry creates, or that entry creates none');
  const notChecked = [
    ...(known.key === undefined ? [`whose key signs the checkpoints: compare ${signed?.fingerprint ?? 'it'} with what is printed elsewhere`] : []),
    ...(known.since === undefined ? ['an earlier checkpoint: none was given'] : []),
    'ballots against the receipts of voters', 'that a person stood behind each seat',
    ...(opened.events > opened.opened ? [`${opened.events - opened.opened} events that are not opened to everybody (${opened.erased} of them erased)`] : []),
    ...new Set(unchecked),
    ...(unfinished.length > 0 ? [`votes that are still open: ${unfinished.join(', ')}`] : []),
  ];
  return {
    outcome: findings.all.length === 0 ? 'right' : 'findings', findings: findings.all, notChecked,
    facts: {
      dialogueId: opened.log, head: opened.head, entries: opened.entries.length, opened: opened.opened, events: opened.events, erased: opened.erased,
      votes: Object.keys(core.votes).length, ballots, resolutions: core.resolutions.length, fingerprint: fingerprintOf(files), signed,
    },
  };
}

/** Folds the opened events as every replica does, checks each step, and recomposes each resolution from the fold it names. */
function refold(files: Files, { log, entries }: OpenedLog, findings: Findings): { snapshot: Snapshot; unfinished: string[]; unchecked: string[] } {
  const legality = new Legality(findings);
  const electorates = new Electorates(findings);
  const papers = new Papers(findings);
  const wanted = new Set(published(entries).map(({ basedOnSeq }) => basedOnSeq));
  const folds = new Map<number, { snapshot: Snapshot; head: { seq: number; hash: string } }>();
  let snapshot = emptySnapshot(log);
  for (const entry of entries) {
    const at = `entry ${entry.seq}`;
    const before = snapshot.core.resolutions.length;
    findings.guard('event.fold', at, () => { snapshot = applyEntry(snapshot, { ...entry, events: entry.events.filter(isDisclosed) }); });
    findings.guard('event.legal', at, () => { legality.entry(entry); electorates.entry(entry); papers.entry(entry); });
    if (entry.events.some((event) => !isDisclosed(event))) findings.add('payload.audience', at, 'an event is opened that only the room or the staff may see');
    for (const stated of snapshot.core.resolutions.slice(before)) {
      const fold = folds.get(stated.basedOnSeq);
      const framed = entry.events.find(({ type, data }) => type === 'resolution.framed' && (data as Partial<EventData<'resolution.framed'>> | null)?.resolutionId === stated.resolutionId);
      if (!framed) findings.add('resolution.frame', at, `resolution ${stated.number} was published without its frame`);
      else findings.guard('resolution.compose', resolutionName(stated.number), () => checkResolution(files, { ...stated, ...(framed.data as EventData<'resolution.framed'>) }, fold, findings));
      if (fold && canonicalize(fold.snapshot.core.votes) !== canonicalize(snapshot.core.votes)) findings.add('resolution.outdated', at, `resolution ${stated.number} leaves out votes between entry ${stated.basedOnSeq} and its publication`);
    }
    if (wanted.has(entry.seq)) folds.set(entry.seq, { snapshot, head: { seq: entry.seq, hash: entry.hash } });
  }
  return { snapshot, unfinished: legality.unfinished, unchecked: legality.unchecked };
}

/** The dialogue that an entry creates. */
const createdBy = (entry: OpenedEntry | undefined): string | undefined =>
  (entry?.events.find(({ type }) => type === 'dialogue.created')?.data as Partial<EventData<'dialogue.created'>> | null | undefined)?.dialogueId;

const published = (entries: readonly OpenedEntry[]): Pick<ResolutionHead, 'basedOnSeq'>[] =>
  entries.flatMap(({ events }) => events.filter(({ type, data }) => type === 'resolution.published' && data !== null).map(({ data }) => data as ResolutionHead));

/** Nothing stands in the bundle that nobody would check. */
function checkNames(files: Files, { core }: Snapshot, findings: Findings): void {
  const known = new Set([MANIFEST, LOG, PAYLOAD, KEYS, 'VERIFY.md']);
  for (const { voteId, state } of Object.values(core.votes)) {
    known.add(voteName(voteId));
    if (state === 'closed') known.add(listName(voteId));
  }
  for (const { number } of core.resolutions) for (const name of [resolutionName(number), ...LANGS.flatMap((lang) => [docxName(number, lang), pdfName(number, lang)])]) known.add(name);
  for (const name of Object.keys(files).sort()) if (!known.has(name) && !name.startsWith(FOLDER)) findings.add('file.unexpected', name, 'no such file belongs to the bundle');
  if (!files['VERIFY.md']) findings.add('file.missing', 'VERIFY.md', 'the file is not in the bundle');
}
