import type { Reply } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { run } from '../db/statement.js';

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

const KNOWN = `
  SELECT r.actor, r.id, r.request_hash AS "requestHash", r.reply FROM log.receipt r JOIN jsonb_to_recordset($1::jsonb) AS x(actor text, id uuid) ON r.actor = x.actor AND r.id = x.id`;

/** What is stored under these (actor, id) pairs. Read under the lock of the space, so that a pair of this space cannot come meanwhile. */
export async function knownReceipts(runner: QueryRunner, keys: readonly { actor: string; id: string }[]): Promise<Map<string, StoredReceipt>> {
  const rows = await run<Omit<StoredReceipt, 'reply'> & { reply: string | null }>(runner, KNOWN, [JSON.stringify(keys)]);
  return new Map(rows.map((row) => [keyOf(row), { ...row, reply: row.reply === null ? null : (JSON.parse(row.reply) as Reply) }]));
}

const STORE = `
  INSERT INTO log.receipt (actor, id, space, request_hash, reply)
  SELECT actor, id, space, "requestHash", reply FROM jsonb_to_recordset($1::jsonb) AS x(actor text, id uuid, space uuid, "requestHash" text, reply text)`;
const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';

/** Stores the batch's receipts. @throws a transient error when another space took one of the pairs meanwhile: nothing of the batch is done then */
export async function storeReceipts(runner: QueryRunner, receipts: readonly (ReceiptKey & { reply: Reply })[]): Promise<void> {
  if (receipts.length === 0) return;
  const rows = JSON.stringify(receipts.map((receipt) => ({ ...receipt, reply: JSON.stringify(receipt.reply) })));
  await run(runner, STORE, [rows]).catch((error: unknown) => {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    throw Object.assign(new Error('a receipt of another space came meanwhile'), { code: SERIALIZATION_FAILURE });
  });
}

export const keyOf = ({ actor, id }: { actor: string; id: string }): string => `${actor} ${id}`;
