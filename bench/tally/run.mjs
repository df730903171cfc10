// Rankings counted by this repository and by other npm packages, side by side: from the same array of ballots
// ({ ranking: [[name], …], weight }, the format of the peers) to the winner, reading and compression included, answers
// printed and compared. «from indexes»: ours from the same rankings as numbers, the form in which a server holds them; the
// peers cannot read that, so their time is the one above.
// Run: npm run bench -- tally [--quick]      (--quick: without the slow peers at 10,000 x 20 and with fewer rounds)
import { cpus } from 'node:os';
import { LiveRanking, borda, irv, makeProfile, makeProfileOfIndexes, rankedPairs, schulze, stvScottish } from '@tegerek/tally';
import { electorate } from './electorate.mjs';
import { pairwiseFloor } from './floor.mjs';
import { peers } from './peers.mjs';

const QUICK = process.argv.includes('--quick');
const SIZES = [[1_000, 10], [10_000, 20], [100_000, 50]];
/** A peer slower than this in one run is not run again. */
const PATIENCE_MS = 1_500;

const ours = {
  schulze: (profile) => schulze(profile).winners,
  borda: (profile) => borda(profile).winners,
  irv: (profile) => irv(profile).possibleWinners,
};

/** The best of several runs: on a machine with other work the median measures the others. */
function timed(run, rounds) {
  const ms = [];
  const cold = performance.now();
  let result = run(); // warms up; counted only when it is the only run
  if (rounds === 0 || performance.now() - cold > PATIENCE_MS) return { result, ms: performance.now() - cold };
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    result = run();
    ms.push(performance.now() - start);
    if (ms.at(-1) > PATIENCE_MS) break;
  }
  return { result, ms: Math.min(...ms) };
}

const show = (ms) => `${ms < 10 ? ms.toFixed(3) : ms.toFixed(1)} ms`;
const line = (label, ms, note) => console.log(`  ${label.padEnd(34)}${show(ms).padStart(14)}   ${note}`);
const sameWinners = (a, b) => a.length === b.length && a.every((name) => b.includes(name));

/** Several counts in alternation, so that a busy second hits all of them: the best of each. */
function alternating(runs, rounds) {
  const best = runs.map(({ label, run }) => ({ label, run, ...timed(run, 0), rounds: 0 }));
  for (let i = 0; i < rounds; i++) {
    for (const entry of best) {
      if (entry.ms > PATIENCE_MS) continue;
      const start = performance.now();
      entry.result = entry.run();
      entry.ms = Math.min(entry.ms, performance.now() - start);
    }
  }
  return best;
}

function sideBySide(names, ballots, rankings, withPeers) {
  for (const [method, count] of Object.entries(ours)) {
    const others = withPeers ? Object.entries(peers[method]).map(([label, run]) => ({ label, run: () => run(names, ballots) })) : [];
    const [own, fromIndexes, ...rivals] = alternating([
      { label: 'ours', run: () => count(makeProfile(names, ballots)) }, { label: 'ours, from indexes', run: () => count(makeProfileOfIndexes(names, rankings)) }, ...others,
    ], QUICK ? 5 : 25);
    for (const { label, ms, result } of [own, fromIndexes, ...rivals]) line(`${method}: ${label}`, ms, `${result.join(' ')}${sameWinners(result, own.result) ? '' : '   OTHER ANSWER'}`);
    if (!withPeers) continue;
    const fastest = Math.min(...rivals.filter(({ result }) => sameWinners(result, own.result)).map(({ ms }) => ms));
    console.log(`  ${method}: ${(fastest / own.ms).toFixed(1)} x the fastest peer that agrees; from indexes ${(fastest / fromIndexes.ms).toFixed(1)} x`);
  }
}

/** Schulze, ranked pairs, Borda, IRV and STV from one reading of the ballots, against the floor. */
function together(names, ballots, rankings) {
  const five = (profile) => {
    return { schulze: schulze(profile).winners, rankedPairs: rankedPairs(profile).winners, borda: borda(profile).winners, irv: irv(profile).possibleWinners, stv: stvScottish(profile, { seats: 5 }).electedOrder };
  };
  const all = timed(() => five(makeProfile(names, ballots)), QUICK ? 3 : 11);
  const fromIndexes = timed(() => five(makeProfileOfIndexes(names, rankings)), QUICK ? 3 : 11);
  const floor = pairwiseFloor(rankings, names.length);
  const p = schulze(makeProfile(names, ballots)).pairwise;
  const check = names.reduce((s, a, i) => s + names.slice(i + 1).reduce((t, b) => t + p[a][b] * (i + 1), 0), 0);
  line('five methods together', all.ms, Object.entries(all.result).map(([k, w]) => `${k} ${w.join(' ')}`).join(', '));
  line('pairwise floor', floor.ms, `${floor.label}; ${check === floor.check ? 'same table' : 'OTHER TABLE'}`);
  line('the same, from indexes', fromIndexes.ms, '');
  console.log(`  together: ${(all.ms / floor.ms).toFixed(1)} x the floor; from indexes ${(fromIndexes.ms / floor.ms).toFixed(1)} x`);
}

function live(names, ballots) {
  const ranking = new LiveRanking(names, ballots);
  const rounds = 500;
  const change = () => {
    for (let i = 0; i < rounds; i++) {
      ranking.replace(ballots[i].ranking, ballots[i + 1].ranking);
      ranking.winners();
      ranking.replace(ballots[i + 1].ranking, ballots[i].ranking);
      ranking.winners();
    }
    return ranking.winners();
  };
  change();
  const one = timed(change, QUICK ? 3 : 9); // as many as the recount
  const recount = timed(() => schulze(makeProfile(names, ballots)).winners, QUICK ? 3 : 9);
  const each = one.ms / (2 * rounds);
  line('one ballot replaced, new Schulze', each, `${one.result.join(' ')}; recount ${show(recount.ms)} = ${(recount.ms / each).toFixed(0)} x${sameWinners(one.result, recount.result) ? '' : '   OTHER ANSWER'}`);
}

console.log(`node ${process.version}, ${cpus()[0].model.trim()}, ${cpus().length} cores`);
for (const [n, size] of SIZES) {
  const names = Array.from({ length: size }, (_, i) => `c${i}`);
  const rankings = electorate(n, size, 7);
  const ballots = rankings.map((order) => ({ ranking: order.map((c) => [names[c]]), weight: 1 }));
  console.log(`\n${n.toLocaleString('en')} ballots x ${size} candidates, all ranked`);
  sideBySide(names, ballots, rankings, n <= 10_000);
  live(names, ballots);
  together(names, ballots, rankings);
}
