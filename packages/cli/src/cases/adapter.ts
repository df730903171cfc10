import { doubleMajority, irv, makeProfile, runPolisCase, tally, type Election, type RankedBallot, type WeighedGroup } from '@tegerek/tally';
import type { Answer, Case, ReadFile } from './case.js';
import { diffCase } from './text-diff.js';
import { translateOptions } from './prose.js';

/** The ballots of a case: inline, or those of its file, whose other fields (costs, budget …) come with them. */
export function electionOf(c: Case, readFile: ReadFile): Election {
  const file = (c.ballots as { readonly file?: string } | undefined)?.file;
  const read = file === undefined ? { ballots: c.ballots } : (JSON.parse(readFile(file)) as object);
  return {
    ...(read as Partial<Election>), candidates: c.candidates ?? [], seats: c.seats ?? null,
    ...(c.costs === undefined ? {} : { costs: c.costs }), ...(c.budget === undefined ? {} : { budget: c.budget }),
  };
}

/** Winners under the three readings of equal ranks, and those when shared places are passed over. */
function equalRankReadings(election: Election): Answer {
  const profile = makeProfile(election.candidates, election.ballots as readonly RankedBallot[]);
  const winners = (['split', 'exhaust', 'skip'] as const).map((equalRanks) => irv(profile, { equalRanks }).winners);
  return {
    winnerSameUnderAllEqualRankConventions: new Set(winners.map(String)).size === 1,
    publishedWinnerWhenEqualRanksAreIgnored: winners[2],
  };
}

/** The facts of an instant runoff that reports state beside the winner. */
function runoffFacts(election: Election, answer: Answer): Answer {
  const facts = tally('condorcet', election) as unknown as { readonly condorcetWinner: string | null; readonly pairwise: unknown };
  const first = tally('plurality', election) as unknown as { readonly winners: readonly string[]; readonly scores: unknown };
  const rounds = answer['rounds'] as readonly { readonly tallies: unknown }[];
  return {
    pluralityWinner: first.winners.length === 1 ? first.winners[0] : null, condorcetWinner: facts.condorcetWinner,
    firstPreferencesOfficial: rounds[0]!.tallies, finalRoundOfficial: rounds.at(-1)!.tallies, pairwisePublished: facts.pairwise,
  };
}

const METHOD_NAMES: Readonly<Record<string, string>> = { 'stv-wigm-rctab': 'stv-wigm' };

/** Counts one case. Throws what the method throws. */
export function countCase(c: Case, readFile: ReadFile): Answer {
  if (c.method.startsWith('polis-')) return runPolisCase({ ...c, candidates: c.candidates ?? [], ballots: c.ballots }, readFile) as Answer;
  if (c.method === 'text-diff') return diffCase(c);
  if (c.method === 'double-majority') {
    const input = { groups: c.groups as readonly WeighedGroup[], ...(c.overallPublished === undefined ? {} : { overall: c.overallPublished }) };
    return doubleMajority(input) as unknown as Answer;
  }
  const election = electionOf(c, readFile);
  const answer = tally(METHOD_NAMES[c.method] ?? c.method, election, translateOptions(c.method, c.options)) as unknown as Answer;
  if (c.method !== 'irv') return answer;
  return {
    ...answer,
    ...('publishedWinnerWhenEqualRanksAreIgnored' in c.expected ? equalRankReadings(election) : {}),
    ...('pluralityWinner' in c.expected ? runoffFacts(election, answer) : {}),
  };
}
