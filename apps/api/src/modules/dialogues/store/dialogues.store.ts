import type { Work } from '../../../platform/commands/work.js';
import { DialogueRow } from './dialogue.row.js';

/** The dialogue of this space; `undefined` in the `instance` space. */
export const findDialogue = (work: Work): Promise<DialogueRow | undefined> => work.get(DialogueRow, work.space);

/**
 * Whether another dialogue has this slug. Spaces are locked apart, so the slug is locked too: until this transaction ends
 * nobody else can take it.
 */
export async function isSlugTaken(work: Work, slug: string, exceptId: string): Promise<boolean> {
  await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`slug:${slug}`]);
  return (await work.query('SELECT 1 FROM dialogues.dialogue WHERE slug = $1 AND id <> $2', [slug, exceptId])).length > 0;
}

/** Moves the dialogue to `published`; the resolution's own event tells it. */
export async function markPublished(work: Work): Promise<void> {
  const dialogue = await findDialogue(work);
  if (dialogue) work.put(DialogueRow, { ...dialogue, phase: 'published' });
}

/** A vote over the whole dialogue or in any panel that is not over. Asked of the votes' table: votes know dialogues, never the reverse. */
export async function hasOpenVote(work: Work): Promise<boolean> {
  return (await work.query(`SELECT 1 FROM votes.vote WHERE space = $1 AND state IN ('open', 'closing') LIMIT 1`, [work.space])).length > 0;
}
