import type { Context } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { freezeElectorate } from '../../ballots/index.js';
import { GRACE_MS, withEveryGroup } from '../domain/open-vote.js';
import { VoteRow } from '../store/vote.row.js';

type Frozen = Pick<VoteRow, 'id' | 'panelId' | 'purpose' | 'number' | 'proposalId' | 'version' | 'options' | 'rule' | 'electorate'>;

/** Freezes the electorate, saves the vote and says what was frozen. Called when every refusal is behind. */
export async function openVote(work: Work, context: Context, groupIds: readonly string[], frozen: Frozen): Promise<void> {
  const electorateByGroup = withEveryGroup(groupIds, await freezeElectorate(work, frozen.id, frozen.electorate));
  work.put(VoteRow, {
    ...frozen, space: context.space, state: 'open', electorateByGroup, graceMs: GRACE_MS, openedAt: context.now, openedSeq: context.seq,
    closesAt: null, closedAt: null, result: null, castByGroup: null, ballots: null, ballotsHash: null, voidReason: null,
  });
  const { id: voteId, panelId, purpose, number, version, options, rule, electorate } = frozen;
  work.emit('vote.opened', { voteId, panelId, purpose, number, version, options, rule, electorate, electorateByGroup, graceMs: GRACE_MS });
}
