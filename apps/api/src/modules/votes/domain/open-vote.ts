import type { DecisionRule, Formulation, Lang, ProposalStatus, RankingRule, Refusal, VoteHead, VoteOption } from '@tegerek/contracts';
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
  /** The correction that was asked for; `null`: none. */
  supersedes: { voteId: string; reason: string } | null;
  /** The closed decision on the proposal that stands. */
  lastId: string | undefined;
}

/** Why a decision cannot open now; `null`: it can. */
export function mayOpenDecision({ secret, rule, groupIds, electorate, proposal, openVoteId, supersedes, lastId }: OpenDecision): Refusal | null {
  if (secret) return { code: 'vote.secret-unsupported', path: 'secret' };
  const busy = openVoteId ?? (proposal.status === 'frozen' ? proposal.voteId : null);
  if (busy) return { code: 'vote.open-already', details: { voteId: busy } };
  if (supersedes !== null && supersedes.voteId !== lastId) return { code: 'vote.superseded', path: 'supersedes', details: { voteId: lastId ?? null } };
  const isReady = proposal.status === 'in-formulation' && proposal.ready;
  const isDecided = proposal.status === 'adopted' || proposal.status === 'not-adopted';
  if (!isReady && !(isDecided && supersedes !== null)) return { code: 'proposal.state', path: 'proposalId', details: { status: proposal.status, ready: proposal.ready } };
  return checkDecisionRule(rule, groupIds, electorate);
}

/** Why a vote on an amendment to a proposal cannot open now; `null`: it can. */
export function mayOpenAmendmentVote({ secret, rule, groupIds, electorate, proposal, openVoteId }: Omit<OpenDecision, 'supersedes' | 'lastId'>): Refusal | null {
  if (proposal.status === 'adopted' || proposal.status === 'not-adopted') return { code: 'proposal.state', details: { status: proposal.status, ready: proposal.ready } };
  return mayOpenDecision({ secret, rule, groupIds, electorate, proposal, openVoteId, supersedes: null, lastId: undefined });
}

/** What a decision replaces, and what its proposal becomes again if it is void. A later decision always supersedes the one that stands. */
export function supersession(status: ProposalStatus, lastId: string | undefined, reason = ''): Pick<VoteHead, 'supersedes' | 'returnsTo'> {
  return { supersedes: lastId === undefined ? null : { voteId: lastId, reason }, returnsTo: status === 'adopted' || status === 'not-adopted' ? status : 'in-formulation' };
}

export interface OpenRanking {
  secret: boolean;
  /** Places of the shortlist. */
  shortlist: number | null;
  options: readonly VoteOption[];
  openVoteId: string | undefined;
}

/** Why a ranking cannot open now; `null`: it can. One recommendation alone has no order. */
export function mayOpenRanking({ secret, shortlist, options, openVoteId }: OpenRanking): Refusal | null {
  if (secret) return { code: 'vote.secret-unsupported', path: 'secret' };
  if (openVoteId !== undefined) return { code: 'vote.open-already', details: { voteId: openVoteId } };
  if (options.length < 2) return { code: 'vote.nothing-to-rank', details: { options: options.length } };
  return shortlist !== null && shortlist >= options.length ? { code: 'vote.nothing-to-rank', path: 'shortlist', details: { options: options.length } } : null;
}

/** The frozen data of a ranking: Schulze by winning votes, what a ballot leaves out stands last. */
export const rankingRule = (top: number | null, shortlist: number | null = null): RankingRule =>
  ({ algorithm: { id: 'schulze', version: 1 }, strength: 'winning', unranked: 'last', top, shortlist });

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

