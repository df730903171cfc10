import { randomFillSync } from 'node:crypto';
import { canonicalCommitment, canonicalHeader, entryHash, type CommittedEvent, type EntryHeader } from '@tegerek/ballot';
import { canonicalize, eventOf, type Entry, type LogEvent } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import type { PendingEvent } from '../commands/handler.js';
import { begin, run, uuidLiteral } from '../db/statement.js';

export interface Head {
  space: string;
  epoch: number;
  seq: number;
  hash: string;
  at: number;
}

/** An entry made in memory, written with its batch. */
export interface NewEntry {
  space: string;
  seq: number;
  prev: string;
  hash: string;
  at: number;
  epoch: number;
  canon: string;
  payloads: { salt: string; body: string }[];
}

/** Begins the transaction of a batch, locks the order of its space and reads its head. `undefined`: no such space. */
export async function beginAtHead(runner: QueryRunner, space: string): Promise<Head | undefined> {
  const [head] = await begin<Head>(runner, `SELECT log_id AS space, epoch, seq, hash, at FROM log.head WHERE log_id = ${uuidLiteral(space)} FOR UPDATE`);
  return head;
}

export async function createHead(runner: QueryRunner, space: string, kind: 'real' | 'rehearsal'): Promise<Head> {
  await runner.query('INSERT INTO log.head (log_id, kind) VALUES ($1, $2)', [space, kind]);
  return { space, epoch: 1, seq: 0, hash: '0'.repeat(64), at: 0 };
}

/** The next entry of a head; advances the head in memory. Time never runs backwards in a log. */
export function nextEntry(head: Head, events: readonly PendingEvent[], now: number): NewEntry {
  const payloads = events.map((event) => sealed(event));
  head.at = Math.max(now, head.at);
  const header: EntryHeader = { at: head.at, epoch: head.epoch, ev: payloads.map(({ commitment }) => commitment), log: head.space, prev: head.hash, seq: head.seq + 1, v: 1 };
  const canon = canonicalHeader(header);
  const entry: NewEntry = { space: head.space, seq: header.seq, prev: head.hash, hash: entryHash(canon), at: header.at, epoch: header.epoch, canon, payloads };
  head.seq = entry.seq;
  head.hash = entry.hash;
  return entry;
}

function sealed({ type, data, options }: PendingEvent): { salt: string; body: string; commitment: string } {
  const { v, audience } = eventOf(type);
  const event: CommittedEvent = { type, v, audience: options.audience ?? audience, panelId: options.panelId, actor: options.actor, data };
  const [salt, body] = [newSalt(), canonicalize(event)];
  return { salt, body, commitment: canonicalCommitment(salt, body) };
}

const SALT_BYTES = 32;
const salts = Buffer.alloc(128 * SALT_BYTES);
let nextSalt = salts.length;

/** 256 random bits, hex; drawn by the hundred, each used once. */
function newSalt(): string {
  if (nextSalt === salts.length) {
    randomFillSync(salts);
    nextSalt = 0;
  }
  return salts.toString('hex', nextSalt, (nextSalt += SALT_BYTES));
}

const APPEND = `
  WITH heads AS (
    UPDATE log.head h SET seq = x.seq, hash = x.hash, at = x.at FROM jsonb_to_recordset($3::jsonb) AS x(space uuid, seq bigint, hash text, at bigint) WHERE h.log_id = x.space),
  entries AS (
    INSERT INTO log.entry (log_id, seq, prev, hash, canon)
    SELECT space, seq, prev, hash, canon FROM jsonb_to_recordset($1::jsonb) AS x(space uuid, seq bigint, prev text, hash text, canon text) ORDER BY space, seq),
  payloads AS (
    INSERT INTO log.payload (log_id, seq, i, salt, body) SELECT * FROM jsonb_to_recordset($2::jsonb) AS x(log_id uuid, seq bigint, i integer, salt text, body text))
  SELECT pg_notify('tegerek_log', $4)`;

/** Entries, their payloads, the heads and the word to other nodes, in one statement. `space`: whose batch it is; `node`: who says it. */
export async function appendEntries(runner: QueryRunner, entries: readonly NewEntry[], heads: readonly Head[], notice: { space: string; node: string }): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ space, seq, prev, hash, canon }) => ({ space, seq, prev, hash, canon }));
  const payloads = entries.flatMap(({ space, seq, payloads: sealedOnes }) => sealedOnes.map(({ salt, body }, i) => ({ log_id: space, seq, i, salt, body })));
  await run(runner, APPEND, [JSON.stringify(rows), JSON.stringify(payloads), JSON.stringify(heads), `${notice.space} ${notice.node}`]);
}

interface EntryRow {
  seq: number;
  hash: string;
  at: number;
  epoch: number;
  /** JSON array of the entry's events in order, `null` for an erased one. */
  events: string;
}

export interface RawEntry extends Entry {
  epoch: number;
}

/** A committed entry as reading it back would give it. */
export const asRead = ({ seq, hash, at, epoch, payloads }: NewEntry): RawEntry => ({ seq, hash, at, epoch, events: payloads.map(({ body }) => JSON.parse(body) as LogEvent) });

/**
 * Committed entries after `seq`, in order, with every audience's events; erased ones are left out. Bodies are JSON texts, so they come as one text
 * of each entry: the driver reads arrays letter by letter.
 */
export async function entriesAfter(query: (sql: string, values: unknown[]) => Promise<unknown>, space: string, seq: number, most: number): Promise<RawEntry[]> {
  const rows = (await query(
    `SELECT e.seq, e.hash, (e.canon::jsonb->>'at')::bigint AS at, (e.canon::jsonb->>'epoch')::integer AS epoch,
       (SELECT '[' || string_agg(coalesce(p.body, 'null'), ',' ORDER BY p.i) || ']' FROM log.payload p WHERE p.log_id = e.log_id AND p.seq = e.seq) AS events
     FROM log.entry e WHERE e.log_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`, [space, seq, most])) as EntryRow[];
  return rows.map((row) => ({ seq: row.seq, hash: row.hash, at: row.at, epoch: row.epoch, events: (JSON.parse(row.events) as (LogEvent | null)[]).filter((event) => event !== null) }));
}

/** Blanks salts and bodies; the guard lets nothing else happen to a payload. */
export async function erasePayloads(runner: QueryRunner, space: string, paths: readonly { seq: number; i: number }[]): Promise<void> {
  await run(runner,
    `UPDATE log.payload p SET salt = NULL, body = NULL FROM jsonb_to_recordset($2::jsonb) AS x(seq bigint, i integer) WHERE p.log_id = $1 AND p.seq = x.seq AND p.i = x.i`,
    [space, JSON.stringify(paths)],
  );
}
