import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findProposal } from '../store/proposals.store.js';
import { findTranslation, saveTranslation } from '../store/translations.store.js';
import { whereIs } from './acting.js';

@Handles('proposal.check-translation')
export class CheckTranslationHandler implements CommandHandler<'proposal.check-translation'> {
  async locate(work: Work, { proposalId }: Payload<'proposal.check-translation'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, { proposalId, language, rev }: Payload<'proposal.check-translation'>, context: Context): Promise<Refuse | void> {
    const proposal = await findProposal(work, proposalId);
    const translation = proposal && (await findTranslation(work, { proposalId, language, rev }));
    if (!proposal || !translation) return refuse('request.not-found', { path: 'language' });
    if (proposal.rev !== rev) return refuse('proposal.stale', { path: 'rev', details: { rev: proposal.rev } });
    saveTranslation(work, { ...translation, checkedBy: context.seatId });
    work.emit('proposal.translation-checked', { proposalId, panelId: proposal.panelId, language, rev, bySeat: context.seatId }, { actor: context.seatId, ...(translation.version === null ? { audience: 'room' as const } : {}) });
  }
}
