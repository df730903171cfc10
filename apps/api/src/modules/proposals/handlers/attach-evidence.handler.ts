import type { Payload } from '@tegerek/contracts';
import { refuse, type CommandHandler, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import { Handles } from '../../../platform/commands/handles.decorator.js';
import type { Work } from '../../../platform/commands/work.js';
import { findFile, quoteFile } from '../../files/index.js';
import { findSeat } from '../../people/index.js';
import { checkAttach } from '../domain/evidence.js';
import { EvidenceRow } from '../store/evidence.row.js';
import { evidenceOf } from '../store/evidence.store.js';
import { findProposal } from '../store/proposals.store.js';
import { whereIs } from './acting.js';

@Handles('evidence.attach')
export class AttachEvidenceHandler implements CommandHandler<'evidence.attach'> {
  async locate(work: Work, { proposalId }: Payload<'evidence.attach'>): Promise<Located | undefined> {
    return whereIs(await findProposal(work, proposalId));
  }

  async execute(work: Work, payload: Payload<'evidence.attach'>, context: Context): Promise<Refuse | void> {
    const { evidenceId, proposalId, link: url, file: quoted, ...stated } = payload;
    if (await work.taken(EvidenceRow, evidenceId)) return refuse('request.id-reused', { path: 'evidenceId' });
    const proposal = await findProposal(work, proposalId);
    if (!proposal) return refuse('request.not-found');
    const refusal = checkAttach(proposal, await evidenceOf(work, proposalId));
    if (refusal) return refuse(refusal.code, refusal);
    const held = quoted && (await findFile(work, quoted.hash));
    if (quoted && !held) return refuse('file.unknown', { path: 'file' });
    if (held) quoteFile(work, held);
    const file = quoted && held ? { hash: held.hash, name: quoted.name, type: held.type, size: held.size } : null;
    const by = { seatId: context.seatId, groupId: (await findSeat(work, context.seatId))?.groupId ?? null };
    work.put(EvidenceRow, { id: evidenceId, space: context.space, proposalId, ...stated, url, file, ...by, contests: [], withdrawn: false, at: context.now });
    work.emit('evidence.attached', { evidenceId, proposalId, panelId: proposal.panelId, ...stated, link: url, file, ...by }, { actor: context.seatId });
  }
}
