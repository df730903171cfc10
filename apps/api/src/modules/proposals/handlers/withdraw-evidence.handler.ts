import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { withdrawEvidence } from '../domain/evidence.js';
import { findProposal } from '../store/proposals.store.js';
import { EvidenceRow } from '../store/evidence.row.js';
import { findEvidence } from '../store/evidence.store.js';
import { whereIsEvidence } from './acting.js';

@Handles('evidence.withdraw')
export class WithdrawEvidenceHandler implements CommandHandler<'evidence.withdraw'> {
  async locate(work: Work, { evidenceId }: Payload<'evidence.withdraw'>): Promise<Located | undefined> {
    return whereIsEvidence(work, evidenceId);
  }

  async execute(work: Work, { evidenceId }: Payload<'evidence.withdraw'>, context: Context): Promise<Refuse | void> {
    const evidence = await findEvidence(work, evidenceId);
    const proposal = evidence && (await findProposal(work, evidence.proposalId));
    if (!evidence || !proposal) return refuse('request.not-found');
    const next = withdrawEvidence(evidence, proposal);
    if ('code' in next) return refuse(next.code, next);
    work.put(EvidenceRow, next);
    const about = { evidenceId, proposalId: proposal.id, panelId: proposal.panelId };
    work.emit('evidence.withdrawn', about, { actor: context.seatId });
  }
}
