import { Refuse, refuse } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { readAnswers } from '../../ballots/index.js';
import { expectState } from '../domain/poll-states.js';
import { PollRow } from '../store/poll.row.js';
import { findPoll, lockPoll } from '../store/polls.store.js';
import { emitShown } from './show-result.js';

/** open → closed in one entry, with the result where the poll says so. An answer counts iff its transaction saw the poll open. */
export async function closePoll(work: Work, pollId: string, how: 'hand' | 'clock', now: number): Promise<Refuse | void> {
  const poll = await findPoll(work, pollId);
  if (!poll) return refuse('request.not-found');
  const refusal = expectState((await lockPoll(work, pollId)) ?? poll.state, 'open');
  if (refusal) return new Refuse(refusal);
  const answeredByGroup: Record<string, number> = {};
  for (const { groupId } of await readAnswers((sql, values) => work.query(sql, values), pollId)) if (groupId !== null) answeredByGroup[groupId] = (answeredByGroup[groupId] ?? 0) + 1;
  const closed: PollRow = { ...poll, state: 'closed', closedAt: now, isShown: poll.setup.showAtClose };
  work.put(PollRow, closed);
  work.emit('poll.closed', { pollId, panelId: poll.panelId, how, answeredByGroup });
  if (closed.isShown) await emitShown(work, closed);
}
