import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findVote, lockBox, votesOfBox } from '../store/votes.store.js';
import { voidVote } from './void-vote.js';

/** Opened by mistake, before its close: listed as void with the reason, with all that is voted on together; each proposal is what it was before. */
@Handles('vote.void')
export class VoidVoteHandler implements CommandHandler<'vote.void'> {
  async locate(work: Work, { voteId }: Payload<'vote.void'>): Promise<Located | undefined> {
    const vote = await findVote(work, voteId);
    return vote && { panelId: vote.panelId };
  }

  async execute(work: Work, { voteId, reason }: Payload<'vote.void'>, context: Context): Promise<Refuse | void> {
    const vote = await findVote(work, voteId);
    if (!vote) return refuse('request.not-found');
    const states = await lockBox(work, vote.box);
    const state = states.get(voteId) ?? vote.state;
    if (state !== 'open' && state !== 'closing') return refuse('vote.state', { details: { state } });
    for (const each of (await votesOfBox(work, vote.box)).filter(({ state: now }) => now === 'open' || now === 'closing')) await voidVote(work, each, { reason, pulledOut: false, at: context.now });
  }
}
