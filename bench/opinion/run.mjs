// Opinion map of 10,000 people x 1,000 statements with 2 million votes, against one pass of its Gram matrix over a
// Float64Array in the same run. Three readings of «one pass», from the hardest for us to the easiest:
//   apply   y = X'(X q): the dense matrix (zeros where nobody voted) read once, one vector
//   votes   G += x'x for every person, only the votes cast, upper triangle into a Float64Array(1,000 x 1,000)
//   dense   G = X'X over the dense Float64Array(10,000 x 1,000), upper triangle
// The budget is 3 x `votes`: the cheapest way to form the matrix at all. Run: node bench/opinion/run.mjs [--quick]
import { cpus } from 'node:os';
import { opinionMap } from '@tegerek/tally';
import { syntheticVotes } from './data.mjs';

const BUDGET = 3;
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;
const [people, statements] = [10_000, 1_000];
const { votes, truth } = syntheticVotes(people, statements, 0.2);

const timed = (run, times = rounds) => {
  const ms = [];
  let result;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    result = run();
    ms.push(performance.now() - start);
  }
  return { result, ms: ms.sort((a, b) => a - b)[ms.length >> 1] };
};

const mean = new Float64Array(statements);
const seen = new Float64Array(statements);
votes.column.forEach((c, k) => { mean[c] += votes.value[k]; seen[c]++; });
mean.forEach((sum, c) => { mean[c] = seen[c] ? sum / seen[c] : 0; });
const dense = new Float64Array(people * statements);
for (let i = 0; i < people; i++) {
  for (let k = votes.offset[i]; k < votes.offset[i + 1]; k++) dense[i * statements + votes.column[k]] = votes.value[k] - mean[votes.column[k]];
}

function gramOfVotes() {
  const gram = new Float64Array(statements * statements);
  const { offset, column, value } = votes;
  const x = new Float64Array(statements);
  for (let i = 0; i < people; i++) {
    const from = offset[i], to = offset[i + 1];
    for (let k = from; k < to; k++) x[k - from] = value[k] - mean[column[k]];
    for (let a = from; a < to; a++) {
      const row = column[a] * statements, xa = x[a - from];
      for (let b = a; b < to; b++) gram[row + column[b]] += xa * x[b - from];
    }
  }
  return gram;
}

function gramOfDense() {
  const gram = new Float64Array(statements * statements);
  for (let i = 0; i < people; i++) {
    const at = i * statements;
    for (let a = 0; a < statements; a++) {
      const xa = dense[at + a], row = a * statements;
      for (let b = a; b < statements; b++) gram[row + b] += xa * dense[at + b];
    }
  }
  return gram;
}

function applyDense(q) {
  const y = new Float64Array(statements);
  for (let i = 0; i < people; i++) {
    const at = i * statements;
    let sum = 0;
    for (let c = 0; c < statements; c++) sum += dense[at + c] * q[c];
    for (let c = 0; c < statements; c++) y[c] += dense[at + c] * sum;
  }
  return y;
}

/** Share of people who share their group with the majority of their camp. */
function purity(group) {
  const table = new Map();
  truth.forEach((t, i) => { const key = `${group[i]}/${t}`; table.set(key, (table.get(key) ?? 0) + 1); });
  const best = new Map();
  for (const [key, n] of table) { const g = key.split('/')[0]; best.set(g, Math.max(best.get(g) ?? 0, n)); }
  return [...best.values()].reduce((a, b) => a + b, 0) / truth.length;
}

opinionMap(votes); // warm up the compiler once, as a server would be
const map = timed(() => opinionMap(votes));
const warm = timed(() => opinionMap(votes, { previous: map.result }));
const apply = timed(() => applyDense(map.result.axes.first));
const sparse = timed(gramOfVotes);
const full = quick ? null : timed(gramOfDense, 1);

// Is the answer right? G·axis must be variance·axis: the largest angle between the two, over both axes.
const gram = sparse.result;
const residual = Math.max(...[map.result.axes.first, map.result.axes.second].map((axis) => {
  const image = new Float64Array(statements);
  for (let a = 0; a < statements; a++) for (let b = a; b < statements; b++) { image[a] += gram[a * statements + b] * axis[b]; if (b > a) image[b] += gram[a * statements + b] * axis[a]; }
  const norm = Math.hypot(...image);
  return Math.sqrt(Math.max(0, 1 - (image.reduce((s, x, i) => s + x * axis[i], 0) / norm) ** 2));
}));

const f = (x) => (x < 100 ? x.toFixed(1) : x.toFixed(0));
const ratio = map.ms / sparse.ms;
console.log(`CPU ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; median of ${rounds}`);
console.log(`${people} x ${statements}, ${votes.value.length} votes: map ${f(map.ms)} ms, ${map.result.axes.passes} passes; warm start ${f(warm.ms)} ms, ${warm.result.axes.passes} passes`);
console.log(`groups ${map.result.groups.sizes.join(' + ')}, purity ${purity(map.result.group).toFixed(3)}, silhouette ${map.result.silhouette.toFixed(3)}, angle of G·axis to axis ${residual.toExponential(1)}`);
console.log(`one pass of the Gram matrix: votes only ${f(sparse.ms)} ms${full === null ? '' : `, dense ${f(full.ms)} ms`}; applied to one vector (dense) ${f(apply.ms)} ms`);
console.log(`ratio map / Gram matrix (votes only): ${ratio.toFixed(2)} (at most ${BUDGET})${full === null ? '' : `; / dense: ${(map.ms / full.ms).toFixed(3)}`}; / applied: ${(map.ms / apply.ms).toFixed(1)}`);
if (!(ratio <= BUDGET)) {
  console.log(`FAILED: ${ratio.toFixed(2)} > ${BUDGET}`);
  process.exitCode = 1;
}
