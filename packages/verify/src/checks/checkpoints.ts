import { keyFingerprint, parseCheckpoint, parseVerifier, signedBy, type VerifierKey } from '@tegerek/ballot/signed-note';
import { canonicalize } from '@tegerek/contracts/wire';
import { textOf, type Files } from '../read/container.js';
import type { OpenedLog } from '../read/log.js';
import type { Findings } from '../report.js';

export const KEYS = 'keys.json';
export const FOLDER = 'checkpoints/';
const SINCE = 'the checkpoint noted earlier';

/** What a reader brings from elsewhere; each is optional. */
export interface Known {
  /** A checkpoint that was noted earlier: the text of its note. The log of the bundle must continue it. */
  since?: string;
  /** The verifier `name+id+base64`, or the first 16 or more digits of its fingerprint, by which the newest checkpoint must be signed. */
  key?: string;
}

export interface SignedBy {
  name: string;
  /** SHA-256 of the public key. */
  fingerprint: string;
}

/**
 * C12: each checkpoint is a signed note of this log, names one of its entries with its hash, and is signed by a key of keys.json; the last
 * one covers the last entry. C13: what the reader brings fits. Returns the key of the last one.
 */
export function checkCheckpoints(files: Files, opened: OpenedLog, known: Known, findings: Findings): SignedBy | null {
  const keys: VerifierKey[] = [];
  findings.guard('keys.read', KEYS, () => { keys.push(...readKeys(files, findings)); });
  let last: { seq: number; by: VerifierKey | undefined } | undefined;
  const used = new Set<VerifierKey>();
  for (const name of Object.keys(files).filter((one) => one.startsWith(FOLDER))) {
    findings.guard('checkpoint.read', name, () => {
      const { seq, by } = checkNote(textOf(files[name] ?? new Uint8Array()), name, opened, keys, findings);
      if (name !== noteName(seq)) findings.add('checkpoint.name', name, `the note of entry ${seq} stands under another name`);
      if (by) used.add(by);
      if (!last || seq > last.seq) last = { seq, by };
    });
  }
  if (!last || last.seq !== opened.head.seq) findings.add('checkpoint.behind', FOLDER, `no checkpoint covers the last entry, ${opened.head.seq}`);
  for (const key of keys) if (!used.has(key)) findings.add('keys.unused', KEYS, `no checkpoint is signed by ${key.name}`);
  findings.guard('checkpoint.read', SINCE, () => { if (known.since !== undefined) checkNote(known.since, SINCE, opened, keys, findings); });
  if (known.key !== undefined && !(last?.by && isKey(last.by, known.key))) findings.add('checkpoint.key', FOLDER, isForm(known.key) ? 'the newest checkpoint is not signed by the key that was given' : 'what was given is no key: neither NAME+ID+KEY nor 16 or more digits of a fingerprint');
  return last?.by ? { name: last.by.name, fingerprint: keyFingerprint(last.by) } : null;
}

export const noteName = (seq: number): string => `${FOLDER}${seq}.note`;

function readKeys(files: Files, findings: Findings): VerifierKey[] {
  const bytes = files[KEYS];
  if (!bytes) {
    findings.add('file.missing', KEYS, 'the file is not in the bundle');
    return [];
  }
  const text = textOf(bytes);
  const { keys } = JSON.parse(text) as { keys: string[] };
  if (canonicalize({ keys, v: 1 }) !== text) findings.add('keys.canonical', KEYS, 'the file is not the canonical form of { keys, v }');
  return keys.flatMap((each) => {
    const key = parseVerifier(each);
    if (!key) findings.add('keys.read', KEYS, `this is no key of a checkpoint: ${each}`);
    return key ? [key] : [];
  });
}

/** @throws where the text is no checkpoint */
function checkNote(text: string, at: string, { log, entries }: OpenedLog, keys: readonly VerifierKey[], findings: Findings): { seq: number; by: VerifierKey | undefined } {
  const note = parseCheckpoint(text);
  if (!note) throw new Error('this is no checkpoint of a log');
  const entry = entries.find(({ seq }) => seq === note.seq);
  if (note.log !== log || entry?.hash !== note.hash) findings.add('checkpoint.head', at, `the checkpoint states entry ${note.seq} of the log ${note.log} with another hash than this log has: this is another history`);
  const by = signedBy(note, keys);
  if (!by) findings.add('checkpoint.signature', at, `no key of ${KEYS} signed the checkpoint of entry ${note.seq}`);
  return { seq: note.seq, by };
}

const digitsOf = (given: string): string => given.replaceAll(/[\s:]/gu, '').toLowerCase();
const isForm = (given: string): boolean => parseVerifier(given) !== undefined || /^[0-9a-f]{16,64}$/u.test(digitsOf(given));

const isKey = (key: VerifierKey, given: string): boolean => {
  const verifier = parseVerifier(given);
  return verifier ? keyFingerprint(verifier) === keyFingerprint(key) : isForm(given) && keyFingerprint(key).startsWith(digitsOf(given));
};
