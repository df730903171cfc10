import type { Context } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { freezeElectorate } from '../../ballots/index.js';
import { GRACE_MS, withEveryGroup } from '../domain/open-vote.js';
import { VoteRow } from '../store/vote.row.js';

type Frozen = Pick<VoteRow, 'id' | 'panelId' | 'purpose' | 'number' | 'proposalId' | 'version' | 'options' | 'rule' | 'electorate' | 'agendaId' | 'supersedes' | 'returnsTo'> & Partial<Pick<VoteRow, 'amendment'>>;

/**
 * Freezes the electorate, saves the votes and says what was frozen. Called when every refusal is behind. Several votes at once are the
 * items of one agenda: they share one electorate and one box of ballots.
 */
export async function openVotesTogether(work: Work, context: Context, groupIds: readonly string[], votes: readonly Frozen[]): Promise<void> {
  const [first] = votes;
  if (!first) return;
  const box = first.agendaId ?? first.id;
  const electorateByGroup = withEveryGroup(groupIds, await freezeElectorate(work, box, first.electorate));
  for (const frozen of votes) {
    work.put(VoteRow, {
      amendment: null, ...frozen, box, space: context.space, state: 'open', electorateByGroup, graceMs: GRACE_MS, openedAt: context.now, openedSeq: context.seq,
      closesAt: null, closedAt: null, result: null, castByGroup: null, ballots: null, ballotsHash: null, voidReason: null, pulledOut: false, paper: [], lot: null,
    });
    const { id: voteId, panelId, purpose, number, version, options, rule, electorate, agendaId, supersedes, returnsTo, amendment = null } = frozen;
    work.emit('vote.opened', { voteId, panelId, purpose, number, version, options, rule, electorate, electorateByGroup, graceMs: GRACE_MS, agendaId, supersedes, returnsTo, amendment });
  }
}
