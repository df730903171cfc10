import { describe, expect, it } from '@jest/globals';
import { LiveRanking } from './live-ranking.js';
import { makeProfile, type RankedBallot } from './profile.js';
import { schulze } from './schulze.js';

const options = [...'ABCDE'];
const start: RankedBallot[] = [{ ranking: [['A'], ['B', 'C']] }, { ranking: [['B'], ['D'], ['A']] }, { ranking: [['E'], ['A'], ['B'], ['C'], ['D']] }];

describe('LiveRanking', () => {
  it.each(['last', 'ignore'] as const)('equals a recount after every change (unranked %s)', (unranked) => {
    const live = new LiveRanking(options, start, { unranked });
    const ballots = [...start];
    const changes: [number, RankedBallot['ranking']][] = [[0, [['D'], ['E']]], [2, []], [1, [['A', 'B', 'C', 'D', 'E']]], [0, [['C'], ['B']]]];
    for (const [i, ranking] of changes) {
      live.replace(ballots[i]!.ranking, ranking);
      ballots[i] = { ranking };
      const recount = schulze(makeProfile(options, ballots), { unranked });
      expect(live.result()).toEqual(recount);
      expect(live.winners()).toEqual(recount.winners);
    }
    live.replace(null, [['E']]);
    expect(live.result()).toEqual(schulze(makeProfile(options, [...ballots, { ranking: [['E']] }]), { unranked }));
  });

  it('refuses a faulty ballot and stays as it was', () => {
    const live = new LiveRanking(options, start);
    const before = live.result();
    expect(() => live.replace(start[0]!.ranking, [['A'], ['A']])).toThrow('"A"');
    expect(() => live.replace(start[0]!.ranking, [['Z']])).toThrow('"Z"');
    expect(live.result()).toEqual(before);
  });
});
