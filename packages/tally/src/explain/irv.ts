import type { IrvResult, IrvRound } from '../ranked/irv.js';
import { sayAlone } from './pairs.js';
import { isLong, lastOf, type Voice } from './voice.js';

const mostVoted = (tallies: Readonly<Record<string, number>>): string[] => {
  const most = Math.max(...Object.values(tallies));
  return Object.keys(tallies).filter((o) => tallies[o] === most);
};

/** What the last option to drop out changed for the winner. */
function sayTurn(voice: Voice, a: string, before: IrvRound, after: IrvRound): void {
  const c = before.eliminated![0]!;
  const [n, m] = [before.tallies[a]!, after.tallies[a]!];
  if (n === m) voice.say('irv.turnNone', { a: voice.option(a), c: voice.option(c), n });
  else voice.say('irv.turn', { a: voice.option(a), c: voice.option(c), n, m });
}

function sayFinal(voice: Voice, a: string, final: IrvRound): void {
  const n = final.tallies[a]!;
  const rest = Object.keys(final.tallies).filter((o) => o !== a).toSorted((x, y) => final.tallies[y]! - final.tallies[x]!);
  if (rest.length === 0) voice.say('irv.finalAlone', { a: voice.option(a), n });
  else voice.say('irv.final', { a: voice.option(a), n, b: voice.option(rest[0]!), m: final.tallies[rest[0]!]!, total: final.continuing });
}

function sayRounds(voice: Voice, r: IrvResult, a: string): void {
  const [first, final] = [r.rounds[0]!, r.rounds.at(-1)!];
  const leader = mostVoted(first.tallies);
  voice.say(leader.length === 1 ? 'irv.leader' : 'irv.leaders', { b: voice.options(leader), n: first.tallies[leader[0]!]! });
  const out = r.rounds.flatMap((x) => x.eliminated ?? []);
  if (isLong(out)) voice.mention('irv.outLast', { options: voice.options(lastOf(out)) });
  else if (out.length > 1) voice.mention('irv.out', { options: voice.options(out) });
  for (const x of r.rounds.filter((y) => y.tiedLowest !== undefined).slice(0, 2)) {
    voice.say('irv.lot', { options: voice.options(x.tiedLowest!), n: x.tallies[x.tiedLowest![0]!]!, c: voice.option(x.eliminated![0]!) });
  }
  sayTurn(voice, a, r.rounds.at(-2)!, final);
  sayFinal(voice, a, final);
}

export function explainIrv(voice: Voice, r: IrvResult): void {
  const a = r.winnerByLot;
  const first = r.rounds[0]!;
  const isAtOnce = r.rounds.length === 1;
  if (Object.keys(first.tallies).length === 1) sayAlone(voice, a);
  else if (r.winners === null) voice.say('irv.open', { options: voice.options(r.possibleWinners), a: voice.option(a) });
  else if (isAtOnce) voice.say('irv.atOnce', { a: voice.option(a), n: first.tallies[a]!, total: first.continuing });
  else voice.say('irv.wins', { a: voice.option(a) });
  if (!isAtOnce) sayRounds(voice, r, a);
  else {
    const second = Object.keys(first.tallies).filter((o) => o !== a).toSorted((x, y) => first.tallies[y]! - first.tallies[x]!)[0];
    if (second !== undefined) voice.say('irv.second', { b: voice.option(second), n: first.tallies[second]! });
  }
  if (r.rounds.at(-1)!.exhausted > 0) voice.mention('irv.exhausted', { n: r.rounds.at(-1)!.exhausted });
  if (r.winners === null) voice.mention('tie.rule');
  voice.mention('irv.method');
}
