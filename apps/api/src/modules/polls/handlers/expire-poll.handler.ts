import type { Payload } from '@tegerek/contracts';
import type { CommandHandler, Context, Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { closePoll } from './close-poll.js';
import { whereIsPoll } from './where-is.js';

/** The time that was set at the opening is over; one that was closed by hand is refused here and stays as it is. */
@Handles('poll.expire')
export class ExpirePollHandler implements CommandHandler<'poll.expire'> {
  locate(work: Work, { pollId }: Payload<'poll.expire'>) {
    return whereIsPoll(work, pollId);
  }

  execute(work: Work, { pollId }: Payload<'poll.expire'>, { now }: Context): Promise<Refuse | void> {
    return closePoll(work, pollId, 'clock', now);
  }
}
