import type { BordaResult } from '../ranked/borda.js';
import type { SingleResult } from '../single/single.js';
import { sayTied } from './pairs.js';
import { comparedWith, readable, sayOrder, type Voice } from './voice.js';

const UNIT = { plurality: 'votes', approval: 'votes', score: 'points', dots: 'points', borda: 'points' } as const;

/** Plurality, approval, score, dots, Borda: whoever has most. */
export function explainScores(voice: Voice, r: SingleResult | BordaResult): void {
  const exact = 'exactScores' in r ? r.exactScores : undefined;
  const of = (id: string): number | string => readable(r.scores[id]!, exact?.[id]);
  const a = r.winners[0]!;
  const unit = UNIT[r.method];
  if (r.isTied) {
    sayTied(voice, r.winners);
    voice.say(`${unit}.tie`, { n: of(a) });
  } else voice.say(`${r.method}.wins`, { a: voice.option(a), n: of(a) });
  const { next, last } = comparedWith(r.ranking);
  if (next !== null) voice.say(`${unit}.next`, { b: voice.option(next), n: of(next) });
  else if (!r.isTied) voice.say('only.option');
  if (last !== null) voice.say(`${unit}.last`, { b: voice.option(last), n: of(last) });
  sayOrder(voice, r.ranking);
  voice.mention(`${r.method}.method`);
}
