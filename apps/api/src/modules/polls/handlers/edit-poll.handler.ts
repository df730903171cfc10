import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { checkSetup } from '../domain/check-setup.js';
import { expectState } from '../domain/poll-states.js';
import { PollRow } from '../store/poll.row.js';
import { findPoll } from '../store/polls.store.js';
import { whereIsPoll } from './where-is.js';

/** Drafts only: what people answer never changes under them. A second writer is told that theirs is old. */
@Handles('poll.edit')
export class EditPollHandler implements CommandHandler<'poll.edit'> {
  locate(work: Work, { pollId }: Payload<'poll.edit'>) {
    return whereIsPoll(work, pollId);
  }

  async execute(work: Work, { pollId, setup }: Payload<'poll.edit'>, context: Context): Promise<Refuse | void> {
    const poll = await findPoll(work, pollId);
    if (!poll) return refuse('request.not-found');
    const refusal = expectState(poll.state, 'draft') ?? checkSetup(setup);
    if (refusal) return new Refuse(refusal);
    if (context.expect !== undefined && context.expect.rev !== poll.rev) return refuse('request.stale', { details: { rev: poll.rev } });
    const rev = poll.rev + 1;
    work.put(PollRow, { ...poll, setup, rev });
    work.emit('poll.edited', { pollId, panelId: poll.panelId, setup, rev }, { panelId: poll.panelId, actor: context.seatId });
  }
}
