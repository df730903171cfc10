import type { DecisionRule, PaperPile, Snapshot, Version, VoteHead } from '@tegerek/contracts/wire';
import { annexesOf } from './annexes.js';
import type { AmendmentOfDecision, DecidedProposal, PaperOfDecision, VoteFigures } from './resolution-document.js';

interface TallyFigures {
  electorate: number;
  cast: number;
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
  support: number;
  canLiveWith: number;
  reservations: number;
  block: number;
}

/** The part of the tally's decision result that the document shows. */
interface DecisionFigures {
  grade: string;
  adopted: boolean;
  tie: boolean;
  failed: { id: string; group?: string }[];
  overall: TallyFigures;
  groups: Record<string, TallyFigures>;
}

export interface Decided {
  adopted: boolean;
  proposal: DecidedProposal;
}

const NONE: TallyFigures = { electorate: 0, cast: 0, yes: 0, no: 0, abstain: 0, invalid: 0, support: 0, canLiveWith: 0, reservations: 0, block: 0 };

function figures({ electorate, cast, yes, no, abstain, invalid, support, canLiveWith, reservations, block }: TallyFigures, isScale: boolean, piles: readonly PaperOfDecision[]): VoteFigures {
  const onPaper = piles.reduce((sum, { ballots }) => sum + ballots, 0);
  return { electorate, cast, yes, no, abstain, invalid, onPaper, scale: isScale ? { support, canLiveWith, reservations, block } : null };
}

const pile = ({ groupId, how, counts, enteredBy, confirmedBy }: PaperPile): PaperOfDecision =>
  ({ groupId, how, enteredBy, confirmedBy, ballots: Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0) });

/** The decisions of a panel, one per proposal: the last closed vote on it stands, earlier ones are listed with it. */
export function decidedIn(snapshot: Snapshot, panelId: string, rank: ReadonlyMap<string, number>, overallRank: ReadonlyMap<string, number>): Decided[] {
  const closed = Object.values(snapshot.core.votes)
    .filter((vote) => vote.purpose === 'decision' && vote.panelId === panelId && vote.state === 'closed')
    .sort((a, b) => a.openedSeq - b.openedSeq);
  const byProposal = new Map<string, VoteHead[]>();
  for (const vote of closed) {
    const proposalId = vote.version?.proposalId ?? '';
    byProposal.set(proposalId, [...(byProposal.get(proposalId) ?? []), vote]);
  }
  return [...byProposal].flatMap(([proposalId, votes]) => {
    const last = votes.at(-1);
    return last ? [decided(snapshot, last, votes, rank.get(proposalId) ?? null, overallRank.get(proposalId) ?? null)] : [];
  });
}

const panelIdOf = ({ panelId }: VoteHead): string => panelId ?? '';

/** What renders this very version. */
const translationsOf = ({ panels }: Snapshot, panelId: string, { proposalId, number, language }: Version): DecidedProposal['translations'] =>
  Object.values(panels[panelId]?.translations[proposalId] ?? {})
    .flatMap((each) => (each.version === number && each.language !== language ? [{ language: each.language, fields: each.fields, isChecked: each.checkedBy !== null }] : []))
    .sort((a, b) => (a.language < b.language ? -1 : 1));

/** What the room was to decide about a proposal's text, settled; in the stated order. Public events only. */
function amendmentsOf({ core, panels }: Snapshot, panelId: string, proposalId: string): AmendmentOfDecision[] {
  const items = panels[panelId]?.lineUps[proposalId]?.items ?? [];
  return items.flatMap(({ number, field, text, outcome, voteId, to }): AmendmentOfDecision[] => {
    if (outcome === 'waiting' || outcome === 'voting' || outcome === 'out') return [];
    const vote = voteId === null ? undefined : core.votes[voteId];
    const fellTo = to === null ? null : items.find(({ amendmentId }) => amendmentId === to)?.number ?? '';
    return [{ number, field, outcome, fellTo, before: vote?.amendment?.before ?? '', text: vote?.version?.fields[field] ?? text, vote: vote?.version ? votedOn(vote, vote.version) : null }];
  });
}

function votedOn(vote: VoteHead, version: Version): AmendmentOfDecision['vote'] {
  const { grade, failed, overall, groups } = vote.result as unknown as DecisionFigures;
  const isScale = (vote.rule as DecisionRule).ballot === 'consent-scale';
  const paper = vote.paper.map(pile);
  return {
    voteId: vote.voteId, version: version.number, versionHash: version.hash, grade, failed, overall: figures(overall, isScale, paper), ballotsHash: vote.ballotsHash ?? '',
    groups: Object.keys(vote.electorateByGroup).sort().map((groupId) => ({ groupId, ...figures(groups[groupId] ?? NONE, isScale, paper.filter((each) => each.groupId === groupId)) })),
  };
}

function decided(snapshot: Snapshot, vote: VoteHead, votes: readonly VoteHead[], rank: number | null, overallRank: number | null): Decided {
  const result = vote.result as unknown as DecisionFigures;
  const { version } = vote;
  if (!version) throw new Error(`decision ${vote.voteId} has no version`);
  const rule = vote.rule as DecisionRule;
  const groups = Object.keys(vote.electorateByGroup).sort();
  const isScale = rule.ballot === 'consent-scale';
  const paper = vote.paper.map(pile);
  return {
    adopted: result.adopted,
    proposal: {
      number: vote.number, proposalId: version.proposalId, voteId: vote.voteId, version: version.number, versionHash: version.hash, language: version.language, fields: version.fields,
      grade: result.grade, failed: result.failed, isTied: result.tie, base: rule.base, electorate: vote.electorate,
      overall: figures(result.overall, isScale, paper), groups: groups.map((groupId) => ({ groupId, ...figures(result.groups[groupId] ?? NONE, isScale, paper.filter((each) => each.groupId === groupId)) })),
      ballotsHash: vote.ballotsHash ?? '', rank, overallRank,
      earlier: votes.slice(0, -1).map((before, i) => ({ voteId: before.voteId, version: before.version?.number ?? 0, grade: (before.result as unknown as DecisionFigures).grade, reason: votes[i + 1]?.supersedes?.reason ?? '' })),
      ballot: rule.ballot, agendaId: vote.agendaId, paper,
      translations: translationsOf(snapshot, panelIdOf(vote), version),
      amendments: amendmentsOf(snapshot, panelIdOf(vote), version.proposalId),
      ...annexesOf(snapshot, vote, version.versionId),
    },
  };
}

/** `2.10` after `2.9`. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
