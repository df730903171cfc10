import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { ballotList, readBallots } from '../../ballots/index.js';
import { settleAmendment, settleProposal } from '../../proposals/index.js';
import { blockReasons, countVote, listed } from '../domain/count-vote.js';
import { pileOf } from '../domain/paper.js';
import { listHash, sealResult } from '../seal-result.js';
import { VoteRow } from '../store/vote.row.js';
import { findVote, lockBox, pilesOf, votesOfBox } from '../store/votes.store.js';

/** closing → closed: takes the exclusive lock, counts rows and paper, and writes one entry; each item of an agenda gets its own result. */
@Handles('vote.finish')
export class FinishVoteHandler implements CommandHandler<'vote.finish'> {
  async locate(work: Work, { voteId }: Payload<'vote.finish'>): Promise<Located | undefined> {
    const vote = await findVote(work, voteId);
    return vote && { panelId: vote.panelId };
  }

  async execute(work: Work, { voteId }: Payload<'vote.finish'>, context: Context): Promise<Refuse | void> {
    const vote = await findVote(work, voteId);
    if (!vote) return refuse('request.not-found');
    const states = await lockBox(work, vote.box);
    const state = states.get(voteId);
    if (state !== 'closing') return refuse('vote.state', { details: { state: state ?? vote.state } });
    const cast = await readBallots((sql, values) => work.query(sql, values), vote.box);
    const ballots = cast.map(listed);
    const reasons = blockReasons(cast);
    const paper = (await pilesOf(work, vote.box)).flatMap(pileOf);
    const ballotsHash = listHash(ballotList(ballots));
    for (const each of (await votesOfBox(work, vote.box)).filter(({ id }) => states.get(id) === 'closing')) {
      const count = countVote(each, ballots, paper);
      const { castByGroup } = count;
      const result = sealResult(each, count);
      work.put(VoteRow, { ...each, state: 'closed', closedAt: context.now, result, castByGroup, ballots: ballots.length, ballotsHash, paper });
      const adopted = result['adopted'] === true;
      if (each.version !== null && each.amendment === null) await settleProposal(work, each.version, { voteId: each.id, adopted });
      work.emit('vote.closed', { voteId: each.id, result, castByGroup, ballots: ballots.length, ballotsHash, paper });
      if (each.amendment !== null && each.version !== null) await settleAmendment(work, each.amendment, { voteId: each.id, version: each.version, adopted }, { id: context.newId(), at: context.now });
      for (const reason of reasons) work.emit('vote.block-reasoned', { voteId: each.id, panelId: each.panelId, ...reason });
    }
  }
}
