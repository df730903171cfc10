import type { Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { expectState } from '../domain/poll-states.js';
import { PollRow } from '../store/poll.row.js';
import { findPoll } from '../store/polls.store.js';
import { emitShown } from './show-result.js';
import { whereIsPoll } from './where-is.js';

/** Until it is shown a result leaves the server to nobody; hiding it again takes it off the screens, not out of the log. */
@Handles('poll.show')
export class ShowPollHandler implements CommandHandler<'poll.show'> {
  locate(work: Work, { pollId }: Payload<'poll.show'>) {
    return whereIsPoll(work, pollId);
  }

  async execute(work: Work, { pollId, shown }: Payload<'poll.show'>): Promise<Refuse | void> {
    const poll = await findPoll(work, pollId);
    if (!poll) return refuse('request.not-found');
    const refusal = expectState(poll.state, 'closed');
    if (refusal) return new Refuse(refusal);
    if (poll.isShown === shown) return refuse('poll.state', { details: { state: poll.state, shown } });
    work.put(PollRow, { ...poll, isShown: shown });
    if (shown) await emitShown(work, poll);
    else work.emit('poll.hidden', { pollId, panelId: poll.panelId });
  }
}
