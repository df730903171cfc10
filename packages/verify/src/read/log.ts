import { canonicalHeader, entryHash, eventCommitment, GENESIS, type EntryHeader } from '@tegerek/ballot';
import { events as definitions, type Entry, type LogEvent } from '@tegerek/contracts';
import type { Findings } from '../report.js';
import type { Files } from './container.js';
import { readLines } from './json-lines.js';

export const LOG = 'log.jsonl';
export const PAYLOAD = 'payload.jsonl';

/** An entry with what is opened of it; `i` is the event's place among all its events. */
export interface OpenedEntry extends Entry {
  opened: { i: number; event: LogEvent }[];
  /** Events of it whose bodies were erased. */
  erased: number;
}

export interface OpenedLog {
  log: string;
  entries: OpenedEntry[];
  head: { seq: number; hash: string };
  events: number;
  opened: number;
  erased: number;
}

/** C2–C4: canonical headers, gapless, chained, time never back; every opening fits its commitment. */
export function openLog(files: Files, findings: Findings): OpenedLog {
  const headers = readLines(files, LOG, findings).map(({ line, text, value }) => ({ line, text, header: value as EntryHeader }));
  const entries: OpenedEntry[] = [];
  const commitments = new Map<string, string>();
  let before: { seq: number; hash: string; at: number; epoch: number } = { seq: 0, hash: GENESIS, at: 0, epoch: 0 };
  const log = headers[0]?.header.log ?? '';
  for (const { line, text, header } of headers) {
    const at = `${LOG}:${line}`;
    if (!isHeader(header) || canonicalHeader(header) !== text) {
      findings.add('log.header', at, 'the header has other members than at, epoch, ev, log, prev, seq, v');
      continue;
    }
    if (header.log !== log) findings.add('log.other', at, `the entry is of another log: ${header.log}`);
    if (header.seq !== before.seq + 1) findings.add('log.gap', at, `entry ${header.seq} follows entry ${before.seq}`);
    if (header.prev !== before.hash) findings.add('log.chain', at, `entry ${header.seq} does not continue the hash of the entry before it`);
    if (header.at < before.at || header.epoch < before.epoch) findings.add('log.time', at, `entry ${header.seq} is earlier than the entry before it`);
    const hash = entryHash(text);
    header.ev.forEach((commitment, i) => commitments.set(`${header.seq} ${i}`, commitment));
    entries.push({ seq: header.seq, hash, at: header.at, events: [], opened: [], erased: 0 });
    before = { seq: header.seq, hash, at: header.at, epoch: header.epoch };
  }
  if (entries.length === 0) findings.add('log.empty', LOG, 'the log has no entry');
  const { opened, erased } = openPayloads(files, entries, commitments, findings);
  return { log, entries, head: { seq: before.seq, hash: before.hash }, events: commitments.size, opened, erased };
}

const MEMBERS = 'at,epoch,ev,log,prev,seq,v';

function isHeader(header: EntryHeader): boolean {
  if (typeof header !== 'object' || header === null || Object.keys(header).sort().join(',') !== MEMBERS) return false;
  const { at, epoch, ev, log, prev, seq, v } = header;
  return v === 1 && [at, epoch, seq].every(Number.isSafeInteger) && typeof log === 'string' && isHash(prev) && Array.isArray(ev) && ev.every(isHash);
}

const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value);

interface Opening {
  seq: number;
  i: number;
  salt?: string;
  event?: LogEvent;
  erased?: true;
}

function openPayloads(files: Files, entries: readonly OpenedEntry[], commitments: ReadonlyMap<string, string>, findings: Findings): { opened: number; erased: number } {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  let [opened, erased] = [0, 0];
  let last = { seq: 0, i: -1 };
  for (const { line, value } of readLines(files, PAYLOAD, findings)) {
    const at = `${PAYLOAD}:${line}`;
    const opening = value as Opening;
    const { seq, i, salt, event } = opening;
    const commitment = commitments.get(`${seq} ${i}`);
    if (commitment === undefined) { findings.add('payload.stray', at, `the log has no event ${i} in entry ${seq}`); continue; }
    if (seq < last.seq || (seq === last.seq && i <= last.i)) findings.add('payload.order', at, 'openings stand by entry and place, each once');
    last = { seq, i };
    const entry = bySeq.get(seq);
    if (isErased(opening)) {
      erased++;
      if (entry) entry.erased++;
      continue;
    }
    if (!isOpening(opening) || !event || salt === undefined) { findings.add('payload.shape', at, 'the opening has other members than event, i, salt, seq'); continue; }
    if (eventCommitment(salt, event) !== commitment) { findings.add('payload.commitment', at, `the event of entry ${seq} is not the one that the log committed to (${event.type})`); continue; }
    checkEvent(event, at, findings);
    entry?.events.push(event);
    entry?.opened.push({ i, event });
    opened++;
  }
  return { opened, erased };
}

const isErased = (opening: Opening): boolean => opening.erased === true && Object.keys(opening).sort().join(',') === 'erased,i,seq';
const isOpening = (opening: Opening): boolean => Object.keys(opening).sort().join(',') === 'event,i,salt,seq' && isHash(opening.salt) && typeof opening.event?.type === 'string';

/** The event is one of the contract's, with its version, audience and shape. */
function checkEvent(event: LogEvent, at: string, findings: Findings): void {
  const definition = Object.hasOwn(definitions, event.type) ? definitions[event.type] : undefined;
  if (!definition) { findings.add('event.unknown', at, `no such event: ${event.type}`); return; }
  if (definition.v !== event.v || definition.audience !== event.audience) findings.add('event.kind', at, `${event.type} has another version or audience than the contract says`);
  const parsed = definition.data.safeParse(event.data);
  if (!parsed.success) findings.add('event.shape', at, `${event.type}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`);
}
