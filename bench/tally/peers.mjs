// The same counts by other packages, from the same array of ballots. Each returns the winners (a list), in its own time.
import { createRequire } from 'node:module';
import * as votes from 'votes';

const require = createRequire(import.meta.url);
const condorcet = require('condorcet');
const { default: caritat } = await import('caritat');

function caritatElection(names, ballots) {
  const election = new caritat.Election({ candidates: names });
  for (const b of ballots) election.addBallot(b.ranking.map(([c]) => c));
  return election;
}

const first = (list) => (list === undefined || list === null ? [] : Array.isArray(list) ? [list[0]].flat() : [list]);

/** peers[method][package](names, ballots) */
export const peers = {
  schulze: {
    'votes 3.0.0': (names, ballots) => first(new votes.Schulze(votes.utils.matrixFromBallots(ballots, names)).ranking()),
    'condorcet 0.1.0': (names, ballots) => {
      const count = new condorcet.Schulze(new Set(names));
      for (const b of ballots) count.addBallot(new Map(b.ranking.map(([c], rank) => [c, rank + 1])), 1);
      return first(count.rank());
    },
    'caritat 0.0.4': (names, ballots) => first(caritat.condorcet.schulze(caritatElection(names, ballots))),
  },
  borda: {
    'votes 3.0.0': (names, ballots) => first(new votes.Borda({ candidates: names, ballots }).ranking()),
    'caritat 0.0.4': (names, ballots) => first(caritat.borda(caritatElection(names, ballots))),
  },
  irv: {
    'votes 3.0.0': (names, ballots) => first(new votes.InstantRunoff({ candidates: names, ballots }).ranking()),
    'caritat 0.0.4': (names, ballots) => first(caritat.irv(caritatElection(names, ballots))),
  },
};
