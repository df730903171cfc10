import type { VoteHead } from '@tegerek/contracts/wire';
import type { RankingOfResolution, ShortlistOfRanking } from './resolution-document.js';

/** The part of the tally's ranking result that the document shows. */
interface RankingFigures {
  ballots: number;
  blank: number;
  isTied: boolean;
  ranking: string[][];
  pairwise: Record<string, Record<string, number>>;
  groups: Record<string, { ballots: number; ranking: string[][] }>;
  bridge: { points: Record<string, number> } | null;
  shortlist: ShortlistFigures | null;
}

interface ShortlistFigures {
  seats: number;
  selected: string[];
  needsLot: string[] | null;
}

function composeShortlist({ lot, result }: VoteHead): ShortlistOfRanking | null {
  const shown = (lot?.shortlist ?? (result as unknown as RankingFigures).shortlist) as ShortlistFigures | null;
  if (!shown) return null;
  const numbers = lot && Object.keys(lot.numbers).sort().map((groupId) => ({ groupId, number: lot.numbers[groupId] ?? 0 }));
  return { seats: shown.seats, selected: shown.selected, waiting: shown.needsLot ?? [], lot: numbers };
}

/** Places of options: equal ones share a place, the next follows after all of them (1, 1, 3). */
export function placesOf(ranking: readonly (readonly string[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const tied of ranking) {
    const place = places.size + 1;
    for (const option of tied) places.set(option, place);
  }
  return places;
}

/** The last closed ranking of a panel (`null`: over the whole dialogue): a later one supersedes. */
export function lastRanking(votes: readonly VoteHead[], panelId: string | null): VoteHead | undefined {
  return votes.filter((vote) => vote.purpose === 'ranking' && vote.panelId === panelId && vote.state === 'closed').sort((a, b) => a.openedSeq - b.openedSeq).at(-1);
}

export const placesIn = (vote: VoteHead | undefined): Map<string, number> => (vote?.result ? placesOf((vote.result as unknown as RankingFigures).ranking) : new Map());

export function composeRanking(vote: VoteHead | undefined): RankingOfResolution | null {
  if (!vote?.result) return null;
  const result = vote.result as unknown as RankingFigures;
  const places = placesOf(result.ranking);
  const byId = new Map(vote.options.map((option) => [option.id, option]));
  const options = result.ranking.flat().flatMap((id) => {
    const option = byId.get(id);
    return option ? [{ id, number: option.number, title: option.title, language: option.language, rank: places.get(id) ?? 0, bridge: result.bridge?.points[id] ?? 0 }] : [];
  });
  return {
    voteId: vote.voteId, electorate: vote.electorate, ballots: result.ballots, blank: result.blank, isTied: result.isTied, ballotsHash: vote.ballotsHash ?? '', options,
    pairwise: options.map(({ id: above }) => options.map(({ id: below }) => (above === below ? 0 : (result.pairwise[above]?.[below] ?? 0)))),
    groups: Object.keys(result.groups).sort().map((groupId) => ({ groupId, ballots: result.groups[groupId]?.ballots ?? 0, ranking: result.groups[groupId]?.ranking ?? [] })),
    shortlist: composeShortlist(vote),
  };
}
