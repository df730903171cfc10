import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { checkTranslation } from '../domain/translate.js';
import { findProposal } from '../store/proposals.store.js';
import { frozenFrom, saveTranslation } from '../store/translations.store.js';
import { whereIs } from './acting.js';
import { tellTranslation } from './tell-translation.js';

@Handles('proposal.translate')
export class TranslateProposalHandler implements CommandHandler<'proposal.translate'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.translate'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, language, rev, fields }: Payload<'proposal.translate'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const refusal = checkTranslation(proposal, { language, rev });
    if (refusal) return refuse(refusal.code, refusal);
    const made = saveTranslation(work, { proposalId, language, rev, version: await frozenFrom(work, proposalId, rev), fields, bySeat: context.seatId, at: context.now, checkedBy: null });
    tellTranslation(work, proposal.panelId, made, context.seatId);
  }
}
