import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ballotList, readBallots } from '../../ballots/index.js';
import { settleProposal } from '../../proposals/index.js';
import { countVote } from '../domain/count-vote.js';
import { VoteRow } from '../store/vote.row.js';
import { findVote, lockVote } from '../store/votes.store.js';
import { listHash, sealResult } from '../seal-result.js';

/** closing → closed: takes the exclusive lock, counts the rows and writes one entry. */
@Handles('vote.finish')
export class FinishVoteHandler implements CommandHandler<'vote.finish'> {
  async locate(work: Work, { voteId }: Payload<'vote.finish'>): Promise<Located | undefined> {
    const vote = await findVote(work, voteId);
    return vote && { panelId: vote.panelId };
  }

  async execute(work: Work, { voteId }: Payload<'vote.finish'>, context: Context): Promise<Refuse | void> {
    const vote = await findVote(work, voteId);
    if (!vote) return refuse('request.not-found');
    const state = await lockVote(work, voteId);
    if (state !== 'closing') return refuse('vote.state', { details: { state: state ?? vote.state } });
    const ballots = await readBallots((sql, values) => work.query(sql, values), voteId);
    const count = countVote(vote, ballots);
    const { castByGroup } = count;
    const result = sealResult(vote, count);
    const ballotsHash = listHash(ballotList(ballots));
    work.put(VoteRow, { ...vote, state: 'closed', closedAt: context.now, result, castByGroup, ballots: ballots.length, ballotsHash });
    if (vote.proposalId !== null) await settleProposal(work, vote.proposalId, result['adopted'] === true);
    work.emit('vote.closed', { voteId, result, castByGroup, ballots: ballots.length, ballotsHash });
  }
}
