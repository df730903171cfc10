import { LIMITS, type Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { expectNoneOpen, expectState } from '../domain/poll-states.js';
import { PollRow } from '../store/poll.row.js';
import { findPoll, pollsOfPanel } from '../store/polls.store.js';
import { openPoll } from './open-poll.js';
import { whereIsPoll } from './where-is.js';

/** The same question once more: a poll of its own, of the same series, so that rounds stand side by side. */
@Handles('poll.repeat')
export class RepeatPollHandler implements CommandHandler<'poll.repeat'> {
  locate(work: Work, { pollId }: Payload<'poll.repeat'>) {
    return whereIsPoll(work, pollId);
  }

  async execute(work: Work, { pollId, newPollId }: Payload<'poll.repeat'>, context: Context): Promise<Refuse | void> {
    const poll = await findPoll(work, pollId);
    if (!poll) return refuse('request.not-found');
    const all = (await pollsOfPanel(work, poll.panelId)).filter(({ state }) => state !== 'deleted');
    const refusal = expectState(poll.state, 'closed') ?? expectNoneOpen(all.find(({ state }) => state === 'open')?.id);
    if (refusal) return new Refuse(refusal);
    if (all.length >= LIMITS.pollsPerPanel) return refuse('poll.too-many', { details: { most: LIMITS.pollsPerPanel } });
    if (await work.taken(PollRow, newPollId)) return refuse('request.id-reused', { path: 'newPollId' });
    const round = Math.max(...all.filter(({ series }) => series === poll.series).map((other) => other.round)) + 1;
    openPoll(work, context, { ...poll, id: newPollId, rev: 0, round, isShown: false, hiddenTexts: [], closedAt: null });
  }
}
