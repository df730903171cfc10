import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { releaseProposal } from '../../proposals/index.js';
import { VoteRow } from '../store/vote.row.js';
import { findVote, lockVote } from '../store/votes.store.js';

/** A vote opened by mistake, before its close: listed as void with the reason; its proposal is ready again. */
@Handles('vote.void')
export class VoidVoteHandler implements CommandHandler<'vote.void'> {
  async locate(work: Work, { voteId }: Payload<'vote.void'>): Promise<Located | undefined> {
    const vote = await findVote(work, voteId);
    return vote && { panelId: vote.panelId };
  }

  async execute(work: Work, { voteId, reason }: Payload<'vote.void'>, context: Context): Promise<Refuse | void> {
    const vote = await findVote(work, voteId);
    if (!vote) return refuse('request.not-found');
    const state = await lockVote(work, voteId);
    if (state !== 'open' && state !== 'closing') return refuse('vote.state', { details: { state: state ?? vote.state } });
    work.put(VoteRow, { ...vote, state: 'void', closedAt: context.now, voidReason: reason });
    if (vote.proposalId !== null) await releaseProposal(work, vote.proposalId);
    work.emit('vote.voided', { voteId, reason });
  }
}
