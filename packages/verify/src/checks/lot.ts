import type { RankingRule, VoteHead } from '@tegerek/contracts';
import { canonicalize } from '@tegerek/contracts';
import { drawLots, lotSeed, shortlist, type RankingReport } from '@tegerek/tally';
import { firstDifference } from '../read/json-lines.js';
import type { Findings } from '../report.js';
import { asRankings, type ListedBallot } from './recount.js';
import { nameOf } from './name-of.js';

/** C15: a lot is drawn only where the shortlist waits for one, from the list's hash and a number of each group; the list follows from it. */
export function checkLot(vote: VoteHead, ballots: readonly ListedBallot[], findings: Findings): void {
  if (vote.lot === null) return;
  const at = `votes/${vote.voteId}`;
  findings.guard('lot.count', at, () => {
    const report = vote.result as unknown as RankingReport;
    if (!report.shortlist?.needsLot) findings.add('lot.needless', at, `${nameOf(vote)}: a lot was drawn where none was needed`);
    const callers = Object.keys(vote.electorateByGroup).filter((group) => (vote.electorateByGroup[group] ?? 0) > 0).sort();
    const numbers: Readonly<Record<string, number>> = vote.lot?.numbers ?? {};
    if (canonicalize(Object.keys(numbers).sort()) !== canonicalize(callers)) findings.add('lot.numbers', at, `${nameOf(vote)}: the numbers are not one of each group that has electors`);
    const options = vote.options.map(({ id }) => id);
    const { seed, lots } = drawLots(lotSeed(vote.ballotsHash ?? '', callers.map((group) => numbers[group] ?? 0)), options);
    const completed = shortlist({
      options, lots, groups: Object.keys(vote.electorateByGroup).sort(), ranking: report.ranking, seats: (vote.rule as RankingRule).shortlist ?? 0, ballots: asRankings(ballots),
    });
    const path = firstDifference(JSON.parse(canonicalize({ numbers, seed, lots, shortlist: completed })), vote.lot);
    if (path !== null) findings.add('lot.result', at, `${nameOf(vote)}: the lot, drawn again, differs from the stated one at ${path}`);
  });
}
