import type { Work } from '../../../platform/commands/work.js';
import { readAnswers } from '../../ballots/index.js';
import { findDialogue } from '../../dialogues/index.js';
import { countPoll } from '../domain/count-poll.js';
import type { PollRow } from '../store/poll.row.js';

/** Counts the answers of a closed poll and tells everybody. */
export async function emitShown(work: Work, { id: pollId, panelId, setup, hiddenTexts }: PollRow): Promise<void> {
  const groupIds = ((await findDialogue(work))?.groups ?? []).map(({ id }) => id);
  const answers = await readAnswers((sql, values) => work.query(sql, values), pollId);
  work.emit('poll.shown', { pollId, panelId, result: countPoll(setup.body, answers, groupIds, hiddenTexts) });
}
