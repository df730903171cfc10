import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { readBallots } from '../../ballots/index.js';
import { drawLot, mayDraw } from '../domain/draw-lot.js';
import { listed } from '../domain/count-vote.js';
import { VoteRow } from '../store/vote.row.js';
import { findVote } from '../store/votes.store.js';

/** The public lot of a shortlist that needs one: a number from each group, called out after the ballots were fixed by their hash. Once. */
@Handles('ranking.draw-lot')
export class DrawLotHandler implements CommandHandler<'ranking.draw-lot'> {
  async locate(work: Work, { voteId }: Payload<'ranking.draw-lot'>): Promise<Located | undefined> {
    const vote = await findVote(work, voteId);
    return vote && { panelId: vote.panelId };
  }

  async execute(work: Work, { voteId, numbers }: Payload<'ranking.draw-lot'>): Promise<Refuse | void> {
    const vote = await findVote(work, voteId);
    if (!vote) return refuse('request.not-found');
    const refusal = mayDraw(vote, numbers);
    if (refusal) return refuse(refusal.code, refusal);
    const ballots = (await readBallots((sql, values) => work.query(sql, values), vote.box)).map(listed);
    const lot = drawLot(vote, ballots, numbers);
    work.put(VoteRow, { ...vote, lot });
    work.emit('ranking.lot-drawn', { voteId, ...lot });
  }
}
