import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { expectState } from '../domain/poll-states.js';
import { PollRow } from '../store/poll.row.js';
import { findPoll } from '../store/polls.store.js';
import { whereIsPoll } from './where-is.js';

/** A draft goes; what was asked in the room stays. */
@Handles('poll.delete')
export class DeletePollHandler implements CommandHandler<'poll.delete'> {
  locate(work: Work, { pollId }: Payload<'poll.delete'>) {
    return whereIsPoll(work, pollId);
  }

  async execute(work: Work, { pollId }: Payload<'poll.delete'>, context: Context): Promise<Refuse | void> {
    const poll = await findPoll(work, pollId);
    if (!poll) return refuse('request.not-found');
    const refusal = expectState(poll.state, 'draft');
    if (refusal) return new Refuse(refusal);
    work.put(PollRow, { ...poll, state: 'deleted' });
    work.emit('poll.deleted', { pollId, panelId: poll.panelId }, { panelId: poll.panelId, actor: context.seatId });
  }
}
