import type { DecisionRule, Formulation, Lang, ProposalStatus, RankingRule, Refusal, VoteOption } from '@tegerek/contracts';
import { checkDecisionRule } from './decision-rule.js';

/** How long presses still count after «close» (product.md §7.3: the phone's clock never matters). */
export const GRACE_MS = 10_000;

export interface VotableProposal {
  id: string;
  number: number;
  status: ProposalStatus;
  ready: boolean;
  voteId: string | null;
  language: Lang;
  fields: Formulation;
}

export interface OpenDecision {
  secret: boolean;
  rule: DecisionRule;
  groupIds: readonly string[];
  electorate: 'present' | 'entitled';
  proposal: VotableProposal;
  /** The vote that is open or closing in the panel. */
  openVoteId: string | undefined;
}

/** Why a decision cannot open now; `null`: it can. */
export function mayOpenDecision({ secret, rule, groupIds, electorate, proposal, openVoteId }: OpenDecision): Refusal | null {
  if (secret) return { code: 'vote.secret-unsupported', path: 'secret' };
  const busy = openVoteId ?? (proposal.status === 'frozen' ? proposal.voteId : null);
  if (busy) return { code: 'vote.open-already', details: { voteId: busy } };
  if (proposal.status !== 'in-formulation' || !proposal.ready) return { code: 'proposal.state', path: 'proposalId', details: { status: proposal.status, ready: proposal.ready } };
  return checkDecisionRule(rule, groupIds, electorate);
}

export interface OpenRanking {
  secret: boolean;
  options: readonly VoteOption[];
  openVoteId: string | undefined;
}

/** Why a ranking cannot open now; `null`: it can. One recommendation alone has no order. */
export function mayOpenRanking({ secret, options, openVoteId }: OpenRanking): Refusal | null {
  if (secret) return { code: 'vote.secret-unsupported', path: 'secret' };
  if (openVoteId !== undefined) return { code: 'vote.open-already', details: { voteId: openVoteId } };
  return options.length < 2 ? { code: 'vote.nothing-to-rank', details: { options: options.length } } : null;
}

/** The frozen data of a ranking: Schulze by winning votes, what a ballot leaves out stands last. */
export const rankingRule = (top: number | null): RankingRule =>
  ({ algorithm: { id: 'schulze', version: 1 }, strength: 'winning', unranked: 'last', top });

/** `2.3`: the third proposal of panel 2. */
export const proposalNumber = (panelNumber: number, proposal: number): string => `${panelNumber}.${proposal}`;

const TITLE_POINTS = 200;

/** A proposal's heading: its title, else the start of its text. */
export function headingOf({ title, text }: Pick<Formulation, 'title' | 'text'>): string {
  if (title !== '') return title;
  const points = [...text];
  return points.length <= TITLE_POINTS ? text : `${points.slice(0, TITLE_POINTS - 1).join('')}…`;
}

/** The adopted recommendations as options of a ranking, by panel and number; the id is the proposal's. */
export function rankingOptions(proposals: readonly (VotableProposal & { panelNumber: number })[]): VoteOption[] {
  return proposals
    .filter(({ status }) => status === 'adopted')
    .sort((a, b) => a.panelNumber - b.panelNumber || a.number - b.number)
    .map(({ id, number, panelNumber, language, fields }) => ({ id, number: proposalNumber(panelNumber, number), title: headingOf(fields), text: fields.text, language }));
}

/** Seats by group, also of groups without any. */
export const withEveryGroup = (groupIds: readonly string[], byGroup: Readonly<Record<string, number>>): Record<string, number> =>
  ({ ...Object.fromEntries(groupIds.map((id) => [id, 0])), ...byGroup });

