import { LIMITS, type Payload } from '@tegerek/contracts';
import { Refuse, refuse, type CommandHandler, type Context } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { checkSetup } from '../domain/check-setup.js';
import { PollRow } from '../store/poll.row.js';
import { pollsOfPanel } from '../store/polls.store.js';

/** Prepared for one tap later. */
@Handles('poll.draft')
export class DraftPollHandler implements CommandHandler<'poll.draft'> {
  locate(_work: Work, { panelId }: Payload<'poll.draft'>) {
    return { panelId };
  }

  async execute(work: Work, { pollId, panelId, setup }: Payload<'poll.draft'>, context: Context): Promise<Refuse | void> {
    const refusal = checkSetup(setup);
    if (refusal) return new Refuse(refusal);
    if ((await pollsOfPanel(work, panelId)).filter(({ state }) => state !== 'deleted').length >= LIMITS.pollsPerPanel) return refuse('poll.too-many', { details: { most: LIMITS.pollsPerPanel } });
    if (await work.taken(PollRow, pollId)) return refuse('request.id-reused', { path: 'pollId' });
    work.put(PollRow, { id: pollId, space: work.space, panelId, setup, state: 'draft', rev: 0, series: pollId, round: 1, isShown: false, hiddenTexts: [], openedAt: null, closedAt: null });
    work.emit('poll.drafted', { pollId, panelId, setup }, { panelId, actor: context.seatId });
  }
}
