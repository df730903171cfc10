import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import { contest } from '../domain/evidence.js';
import { findProposal } from '../store/proposals.store.js';
import { EvidenceRow } from '../store/evidence.row.js';
import { findEvidence } from '../store/evidence.store.js';
import { whereIsEvidence } from './acting.js';

@Handles('evidence.contest')
export class ContestEvidenceHandler implements CommandHandler<'evidence.contest'> {
  async locate(work: Work, { evidenceId }: Payload<'evidence.contest'>): Promise<Located | undefined> {
    return whereIsEvidence(work, evidenceId);
  }

  async execute(work: Work, { evidenceId, reason }: Payload<'evidence.contest'>, context: Context): Promise<Refuse | void> {
    const evidence = await findEvidence(work, evidenceId);
    const proposal = evidence && (await findProposal(work, evidence.proposalId));
    if (!evidence || !proposal) return refuse('request.not-found');
    const by = { seatId: context.seatId, groupId: (await findSeat(work, context.seatId))?.groupId ?? null, reason };
    const next = contest(evidence, proposal, by);
    if ('code' in next) return refuse(next.code, next);
    work.put(EvidenceRow, next);
    const about = { evidenceId, proposalId: proposal.id, panelId: proposal.panelId };
    work.emit('evidence.contested', { ...about, ...by }, { actor: context.seatId });
  }
}
