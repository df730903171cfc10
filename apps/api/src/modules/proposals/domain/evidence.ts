import { LIMITS, type Confidence, type EvidenceNote, type FileQuote, type Lang, type Refusal } from '@tegerek/contracts';
import { isOpenText, type Proposal } from './proposal.js';

export interface Contest {
  seatId: string;
  groupId: string | null;
  reason: string;
}

/** A fact with its source, attached to a proposal. */
export interface Evidence {
  id: string;
  space: string;
  proposalId: string;
  claim: string;
  source: string;
  date: string;
  region: string;
  url: string;
  file: FileQuote | null;
  confidence: Confidence;
  language: Lang;
  seatId: string;
  groupId: string | null;
  contests: readonly Contest[];
  withdrawn: boolean;
  at: number;
}

const closed = ({ status }: Proposal): Refusal | null => (isOpenText(status) ? null : { code: 'proposal.state', details: { status } });

/** Whether one more may be attached; with a frozen text its evidence stands still. */
export function checkAttach(proposal: Proposal, there: readonly Evidence[]): Refusal | null {
  const live = there.filter(({ withdrawn }) => !withdrawn).length;
  return closed(proposal) ?? (live >= LIMITS.evidencePerProposal ? { code: 'evidence.too-many', details: { max: LIMITS.evidencePerProposal } } : null);
}

export function withdrawEvidence(evidence: Evidence, proposal: Proposal): Evidence | Refusal {
  return closed(proposal) ?? (evidence.withdrawn ? { code: 'evidence.state' } : { ...evidence, withdrawn: true });
}

/** Somebody says why they doubt it; once each, the latest reason stands. Nobody contests their own. */
export function contest(evidence: Evidence, proposal: Proposal, by: Contest): Evidence | Refusal {
  const refusal = closed(proposal);
  if (refusal) return refusal;
  if (evidence.withdrawn) return { code: 'evidence.state' };
  if (evidence.seatId === by.seatId) return { code: 'evidence.own' };
  return { ...evidence, contests: [...evidence.contests.filter(({ seatId }) => seatId !== by.seatId), by] };
}

export function uncontest(evidence: Evidence, proposal: Proposal, seatId: string): Evidence | Refusal {
  const contests = evidence.contests.filter((each) => each.seatId !== seatId);
  return closed(proposal) ?? (contests.length === evidence.contests.length ? { code: 'evidence.not-contested' } : { ...evidence, contests });
}

/** What a version freezes beside its text: in the order in which it was attached, contested by these groups. */
export const notesOf = (evidence: readonly Evidence[]): EvidenceNote[] =>
  evidence.filter(({ withdrawn }) => !withdrawn).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id: evidenceId, claim, source, date, region, url: link, file, confidence, language, contests }) => ({
    evidenceId, claim, source, date, region, link, file, confidence, language, contestedBy: [...new Set(contests.flatMap(({ groupId }) => groupId ?? []))].sort(),
  }));
