import type { Reply } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';

export interface ReceiptKey {
  actor: string;
  id: string;
  space: string;
  requestHash: string;
}

export interface StoredReceipt {
  actor: string;
  id: string;
  requestHash: string;
  reply: Reply | null;
}

/** Claims these (actor, id) pairs; returns those that were new, and what is stored for the others. */
export async function claimReceipts(runner: QueryRunner, keys: readonly ReceiptKey[]): Promise<{ fresh: Set<string>; stored: Map<string, StoredReceipt> }> {
  const claimed = (await runner.query(
    `INSERT INTO log.receipt (actor, id, space, request_hash) SELECT actor, id, space, "requestHash" FROM jsonb_to_recordset($1::jsonb) AS x(actor text, id uuid, space uuid, "requestHash" text)
     ON CONFLICT DO NOTHING RETURNING actor, id`, [JSON.stringify(keys)])) as { actor: string; id: string }[];
  const fresh = new Set(claimed.map(keyOf));
  const known = keys.filter((key) => !fresh.has(keyOf(key)));
  const stored = new Map<string, StoredReceipt>();
  if (known.length > 0) {
    const rows = (await runner.query(
      `SELECT r.actor, r.id, r.request_hash AS "requestHash", r.reply FROM log.receipt r JOIN jsonb_to_recordset($1::jsonb) AS x(actor text, id uuid) ON r.actor = x.actor AND r.id = x.id`,
      [JSON.stringify(known)])) as (Omit<StoredReceipt, 'reply'> & { reply: string | null })[];
    for (const row of rows) stored.set(keyOf(row), { ...row, reply: row.reply === null ? null : (JSON.parse(row.reply) as Reply) });
  }
  return { fresh, stored };
}

export async function storeReplies(runner: QueryRunner, replies: readonly { actor: string; id: string; reply: Reply }[]): Promise<void> {
  if (replies.length === 0) return;
  await runner.query(
    `UPDATE log.receipt r SET reply = x.reply FROM jsonb_to_recordset($1::jsonb) AS x(actor text, id uuid, reply text) WHERE r.actor = x.actor AND r.id = x.id`,
    [JSON.stringify(replies.map(({ actor, id, reply }) => ({ actor, id, reply: JSON.stringify(reply) })))],
  );
}

export const keyOf = ({ actor, id }: { actor: string; id: string }): string => `${actor} ${id}`;
