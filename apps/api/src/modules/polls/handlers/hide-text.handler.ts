import { LIMITS, type Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { expectState } from '../domain/poll-states.js';
import { PollRow } from '../store/poll.row.js';
import { findPoll } from '../store/polls.store.js';
import { emitShown } from './show-result.js';
import { whereIsPoll } from './where-is.js';

/** Before the cloud is shown, or after: then it is shown anew without the text. */
@Handles('poll.hide-text')
export class HideTextHandler implements CommandHandler<'poll.hide-text'> {
  locate(work: Work, { pollId }: Payload<'poll.hide-text'>) {
    return whereIsPoll(work, pollId);
  }

  async execute(work: Work, { pollId, key, hidden }: Payload<'poll.hide-text'>, context: Context): Promise<Refuse | void> {
    const poll = await findPoll(work, pollId);
    if (!poll) return refuse('request.not-found');
    const refusal = expectState(poll.state, 'closed');
    if (refusal) return new Refuse(refusal);
    if (poll.hiddenTexts.includes(key) === hidden) return refuse('poll.state', { details: { state: poll.state, hidden } });
    if (hidden && poll.hiddenTexts.length >= LIMITS.hiddenTexts) return refuse('poll.too-many', { details: { most: LIMITS.hiddenTexts } });
    const next = { ...poll, hiddenTexts: [...poll.hiddenTexts.filter((other) => other !== key), ...(hidden ? [key] : [])] };
    work.put(PollRow, next);
    work.emit('poll.text-hidden', { pollId, panelId: poll.panelId, key, hidden }, { panelId: poll.panelId, actor: context.seatId });
    if (next.isShown) await emitShown(work, next);
  }
}
