import { canonicalize, type VoteHead } from '@tegerek/contracts';
import type { Findings } from '../report.js';
import { nameOf } from './name-of.js';

/** C8: items of one agenda are decided by the same ballots, the same papers, one rule and one electorate; but for what was pulled out they are void together or not at all. */
export function checkAgendas(votes: readonly VoteHead[], findings: Findings): void {
  const first = new Map<string, VoteHead>();
  const decided = new Set(votes.filter(({ state }) => state === 'closed').map(({ agendaId }) => agendaId));
  const lost = votes.find(({ agendaId, state, pulledOut }) => agendaId !== null && decided.has(agendaId) && state === 'void' && !pulledOut);
  if (lost) findings.add('agenda.voided', `votes/${lost.voteId}`, `${nameOf(lost)}: it is void, while other items of its agenda were decided, and nobody pulled it out`);
  for (const vote of votes.filter(({ agendaId, state }) => agendaId !== null && state === 'closed')) {
    const other = first.get(vote.agendaId ?? '');
    if (!other) first.set(vote.agendaId ?? '', vote);
    else if (together(vote) !== together(other)) findings.add('agenda.ballots', `votes/${vote.voteId}`, `${nameOf(vote)}: decided by other ballots, papers, rule or electorate than ${nameOf(other)} of the same agenda`);
  }
}

const together = ({ ballotsHash, electorate, electorateByGroup, openedSeq, paper, rule }: VoteHead): string => canonicalize({ ballotsHash, electorate, electorateByGroup, openedSeq, paper, rule });
