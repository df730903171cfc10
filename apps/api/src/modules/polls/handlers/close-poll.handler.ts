import type { Payload } from '@tegerek/contracts';
import type { CommandHandler, Context, Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { closePoll } from './close-poll.js';
import { whereIsPoll } from './where-is.js';

@Handles('poll.close')
export class ClosePollHandler implements CommandHandler<'poll.close'> {
  locate(work: Work, { pollId }: Payload<'poll.close'>) {
    return whereIsPoll(work, pollId);
  }

  execute(work: Work, { pollId }: Payload<'poll.close'>, { now }: Context): Promise<Refuse | void> {
    return closePoll(work, pollId, 'hand', now);
  }
}
