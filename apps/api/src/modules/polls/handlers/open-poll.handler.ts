import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { expectNoneOpen, expectState } from '../domain/poll-states.js';
import { findPoll, pollsOfPanel } from '../store/polls.store.js';
import { openPoll } from './open-poll.js';
import { whereIsPoll } from './where-is.js';

@Handles('poll.open')
export class OpenPollHandler implements CommandHandler<'poll.open'> {
  locate(work: Work, { pollId }: Payload<'poll.open'>) {
    return whereIsPoll(work, pollId);
  }

  async execute(work: Work, { pollId }: Payload<'poll.open'>, context: Context): Promise<Refuse | void> {
    const poll = await findPoll(work, pollId);
    if (!poll) return refuse('request.not-found');
    const refusal = expectState(poll.state, 'draft') ?? expectNoneOpen((await pollsOfPanel(work, poll.panelId)).find(({ state }) => state === 'open')?.id);
    if (refusal) return new Refuse(refusal);
    openPoll(work, context, poll);
  }
}
