import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import { turnoutOf } from '../../ballots/index.js';
import { VoteRow } from '../store/vote.row.js';
import { findVote, pilesOf, votesOfBox } from '../store/votes.store.js';

/**
 * open → closing, for all that is voted on together; presses count for the grace time, or no longer once every elector who votes by phone
 * has. A pile that waits for its second person keeps the vote open. Closing twice is refused and changes nothing.
 */
@Handles('vote.close')
export class CloseVoteHandler implements CommandHandler<'vote.close'> {
  async locate(work: Work, { voteId }: Payload<'vote.close'>): Promise<Located | undefined> {
    const vote = await findVote(work, voteId);
    return vote && { panelId: vote.panelId };
  }

  async execute(work: Work, { voteId }: Payload<'vote.close'>, context: Context): Promise<Refuse | void> {
    const vote = await findVote(work, voteId);
    if (!vote) return refuse('request.not-found');
    if (vote.state !== 'open') return refuse('vote.state', { details: { state: vote.state } });
    const waiting = (await pilesOf(work, vote.box)).filter(({ state }) => state === 'entered');
    if (waiting.length > 0) return refuse('paper.unconfirmed', { details: { piles: waiting.length } });
    const { cast, electors } = await turnoutOf(work, vote.box);
    const closesAt = context.now + (cast >= electors ? 0 : vote.graceMs);
    for (const each of (await votesOfBox(work, vote.box)).filter(({ state }) => state === 'open')) {
      work.put(VoteRow, { ...each, state: 'closing', closesAt });
      work.emit('vote.closing', { voteId: each.id, closesAt });
    }
    // one finish per box: the id is derived from it
    work.schedule(closesAt, derivedId('vote.finish', vote.box), 'vote.finish', { voteId });
  }
}
