import type { LotDrawn, RankingRule, Refusal, VoteState } from '@tegerek/contracts';
import { drawLots, lotSeed, shortlist, type RankingReport } from '@tegerek/tally';
import type { CountableVote, ListedBallot } from './count-vote.js';

export interface RankedVote extends CountableVote {
  state: VoteState;
  ballotsHash: string | null;
  result: Record<string, unknown> | null;
  lot: LotDrawn | null;
}

/** Groups that call out a number: those with an elector. */
export const callers = ({ electorateByGroup }: Pick<CountableVote, 'electorateByGroup'>): string[] => Object.keys(electorateByGroup).filter((group) => (electorateByGroup[group] ?? 0) > 0).sort();

/** Why the lot cannot be drawn; `null`: it can. It is needed only where the shortlist stopped at a tie, and drawn once. */
export function mayDraw(vote: RankedVote, numbers: Readonly<Record<string, number>>): Refusal | null {
  if (vote.purpose !== 'ranking') return { code: 'lot.not-needed' };
  if (vote.state !== 'closed') return { code: 'vote.state', details: { state: vote.state } };
  const report = vote.result as unknown as RankingReport | null;
  if (vote.lot !== null || (report?.shortlist?.needsLot ?? null) === null) return { code: 'lot.not-needed' };
  const missing = callers(vote).find((group) => !Object.hasOwn(numbers, group));
  if (missing !== undefined) return { code: 'lot.numbers', path: `numbers.${missing}` };
  const stranger = Object.keys(numbers).find((group) => !callers(vote).includes(group));
  return stranger === undefined ? null : { code: 'lot.numbers', path: `numbers.${stranger}` };
}

/** The order of the lot from the list's hash and the numbers, and the shortlist that it completes (docs/protocol.md VOTE-15). */
export function drawLot(vote: RankedVote, ballots: readonly ListedBallot[], numbers: Readonly<Record<string, number>>): LotDrawn {
  const options = vote.options.map(({ id }) => id);
  const { lots, seed } = drawLots(lotSeed(vote.ballotsHash ?? '', callers(vote).map((group) => numbers[group] ?? 0)), options);
  const report = vote.result as unknown as RankingReport;
  const completed = shortlist({
    options, lots, groups: Object.keys(vote.electorateByGroup).sort(), ranking: report.ranking, seats: (vote.rule as RankingRule).shortlist ?? 0,
    ballots: ballots.map(({ group, choice }) => ({ group, ranking: (choice as string[]).map((option) => [option]) })),
  });
  return { numbers: { ...numbers }, seed, lots: [...lots], shortlist: { ...completed } };
}
