import { canonicalize, commandOf, id as uuid, isCommandName, LIMITS, type CommandName, type Payload, type Refusal } from '@tegerek/contracts';
import { z } from 'zod';
import { checkShape } from './check-shape.js';

export interface Checked {
  id: string;
  name: CommandName;
  space: string;
  payload: Payload;
  expect: { rev: number } | undefined;
}

const envelope = z.strictObject({
  // lower case only: the database's uuid knows no case, so another spelling of an id would pass for a new command
  id: uuid, name: z.string().max(60), space: uuid, payload: z.unknown(), expect: z.strictObject({ rev: z.int().nonnegative() }).optional(),
});

/** Size, depth, envelope, name and payload of a request; these refusals are not stored. `id` is echoed where it is one. */
export function validate(input: unknown): { checked: Checked } | { id: string; refusal: Refusal } {
  const id = typeof input === 'object' && input !== null && typeof (input as { id?: unknown }).id === 'string' ? (input as { id: string }).id.slice(0, 36) : '';
  const shape = checkShape(input);
  if (shape) return { id, refusal: shape };
  const outer = envelope.safeParse(input);
  if (!outer.success) return { id, refusal: invalid(outer.error, '') };
  const { name, space, payload, expect } = outer.data;
  if (!isCommandName(name)) return { id, refusal: { code: 'request.unknown-command', path: 'name' } };
  const parsed = commandOf(name).payload.safeParse(payload);
  if (!parsed.success) return { id, refusal: invalid(parsed.error, 'payload') };
  if (!fits(parsed.data, commandOf(name).large ? LIMITS.largeBodyBytes : LIMITS.frameBytes)) return { id, refusal: { code: 'request.too-large', details: { maxBytes: LIMITS.frameBytes } } };
  return { checked: { id: outer.data.id, name, space, payload: parsed.data as Payload, expect } };
}

/** Whether the canonical text has at most so many bytes; most payloads are so small that their text need not be made. */
const fits = (payload: unknown, bytes: number): boolean => bytesAtMost(payload) <= bytes || Buffer.byteLength(canonicalize(payload)) <= bytes;

/** Never less than the canonical text of a JSON value has: a UTF-16 unit is at most six bytes. */
function bytesAtMost(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 2;
  if (typeof value !== 'object' || value === null) return 24;
  let bytes = 2;
  for (const key in value) bytes += 6 * key.length + 4 + bytesAtMost((value as Record<string, unknown>)[key]);
  return bytes;
}

/** First issue as a refusal: the field's path and a reason the reader's language has words for; never the value. */
function invalid(error: z.ZodError, prefix: string): Refusal {
  const issue = error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1).map((key) => key.slice(0, 60)) : [];
  const path = [prefix, ...(issue?.path ?? []), ...keys].filter((part) => part !== '').join('.');
  const max = issue?.code === 'custom' ? (issue.params?.['max'] as number | undefined) : undefined;
  const reason = issue?.code === 'custom' ? issue.message : (issue?.code ?? 'invalid');
  return { code: 'request.invalid', path, details: { reason, ...(max === undefined ? {} : { max }) } };
}
