import { countRanking, type RankingInput, type RankingResult } from './count-ranking.js';
import { shortlist, type ShortlistResult } from './shortlist.js';

/** A ranking as it is stored and published: integers and exact fractions only, so that it has one canonical form. */
export interface RankingReport extends Omit<RankingResult, 'borda' | 'groups' | 'bridge'> {
  /** Borda points are multiples of one half: twice as many are whole. */
  readonly borda: { readonly doubledScores: Readonly<Record<string, number>>; readonly ranking: readonly (readonly string[])[]; readonly conventions: RankingResult['borda']['conventions'] };
  /** `points`: the bridge score in ten-thousandths, rounded down exactly. */
  readonly bridge: { readonly ranking: readonly (readonly string[])[]; readonly points: Readonly<Record<string, number>>; readonly conventions: NonNullable<RankingResult['bridge']>['conventions'] } | null;
  readonly groups: Readonly<Record<string, Pick<RankingResult['groups'][string], 'ballots' | 'blank' | 'winners' | 'isTied' | 'ranking'>>>;
  readonly shortlist: ShortlistResult | null;
}

/** Counts a ranking with everything that is published of it. `seats`: places of the shortlist, `null` without one. Throws `TallyInputError`. */
export function rankingReport(input: RankingInput & { readonly groups: readonly string[] }, seats: number | null): RankingReport {
  const { borda, groups, bridge, ...overall } = countRanking(input);
  return {
    ...overall,
    borda: { doubledScores: Object.fromEntries(Object.entries(borda.scores).map(([option, score]) => [option, score * 2])), ranking: borda.ranking, conventions: borda.conventions },
    bridge: bridge && { ranking: bridge.ranking, points: bridge.points, conventions: bridge.conventions },
    groups: Object.fromEntries(Object.entries(groups).map(([group, { ballots, blank, winners, isTied, ranking }]) => [group, { ballots, blank, winners, isTied, ranking }])),
    shortlist: seats === null ? null : shortlist({ options: input.options, ballots: input.ballots, groups: input.groups, ranking: overall.ranking, seats }),
  };
}
