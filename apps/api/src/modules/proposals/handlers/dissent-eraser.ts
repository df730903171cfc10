import type { Work } from '../../../platform/commands/work.js';
import { findDialogue } from '../../dialogues/index.js';
import type { PersonEraser } from '../../people/index.js';
import { leaveLine } from '../amend-by-vote.js';
import { AmendmentRow } from '../store/amendment.row.js';
import { EvidenceRow, ReservationRow } from '../store/evidence.row.js';
import { findProposal } from '../store/proposals.store.js';

/**
 * What a person said about others' texts: suggested amendments, doubts about evidence, reservations. What the room was asked to decide
 * stays in the version that it voted on, without its author's reason; on a void vote such an amendment goes too.
 * A reservation that a published resolution states stays in that document and the log behind it, and in nothing that is made later; the
 * wording of a fallen amendment that it states stays too, for the log must give that document again. Anything else goes from the log.
 */
export class DissentEraser implements PersonEraser {
  async erase(work: Work, seatId: string): Promise<readonly string[]> {
    return [...(await amendments(work, seatId)), ...(await contests(work, seatId)), ...(await reservations(work, seatId))];
  }
}

const isPublished = async (work: Work): Promise<boolean> => (await findDialogue(work))?.phase === 'published';

async function amendments(work: Work, seatId: string): Promise<string[]> {
  const isStated = await isPublished(work);
  const objects: string[] = [];
  for (const amendment of await work.select(AmendmentRow, { seatId })) {
    const proposal = await findProposal(work, amendment.proposalId);
    const isOpen = amendment.status === 'open';
    work.put(AmendmentRow, { ...amendment, status: isOpen ? 'withdrawn' : amendment.status, text: '', reason: '', erased: true });
    if (isOpen && proposal) {
      work.emit('amendment.withdrawn', { amendmentId: amendment.id, proposalId: proposal.id, panelId: proposal.panelId });
      leaveLine(work, amendment, proposal, 'withdrawn');
    }
    objects.push(amendment.id);
    if (!(isStated && amendment.status === 'fell' && proposal?.decision)) objects.push(`${amendment.id}#put`);
  }
  return objects;
}

async function contests(work: Work, seatId: string): Promise<string[]> {
  const contested = (await work.select(EvidenceRow, {})).filter((evidence) => evidence.contests.some((each) => each.seatId === seatId));
  for (const evidence of contested) work.put(EvidenceRow, { ...evidence, contests: evidence.contests.filter((each) => each.seatId !== seatId) });
  // also of a doubt that was taken back since
  const doubts = await work.query<{ object: string }>(
    `SELECT DISTINCT (b.body->'data'->>'evidenceId') || '#' || $2 AS object FROM log.payload p CROSS JOIN LATERAL (SELECT p.body::jsonb AS body) b
     WHERE p.log_id = $1 AND p.body IS NOT NULL AND b.body->>'type' = 'evidence.contested' AND b.body->'data'->>'seatId' = $2`, [work.space, seatId]);
  return doubts.map(({ object }) => object);
}

async function reservations(work: Work, seatId: string): Promise<string[]> {
  // reservations are recorded before the first publication only
  const isLate = await isPublished(work);
  const objects: string[] = [];
  for (const row of await work.select(ReservationRow, { seatId })) {
    const proposal = await findProposal(work, row.proposalId);
    const isStated = isLate && !row.withdrawn;
    work.put(ReservationRow, { ...row, text: '', organisation: '', withdrawn: true });
    if (!row.withdrawn && proposal) work.emit('reservation.withdrawn', { reservationId: row.id, proposalId: proposal.id, panelId: proposal.panelId });
    if (!isStated) objects.push(row.id);
  }
  return objects;
}
