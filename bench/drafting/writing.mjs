import { diffWords, lintProposal, SimilarIndex } from '../../packages/drafting/dist/index.js';
import { quantile } from '../lib/stats.mjs';
import { Texts } from './texts.mjs';

/** Milliseconds of each call. */
function timed(times, one) {
  const took = [];
  for (let k = 0; k < times; k++) {
    const at = performance.now();
    one(k);
    took.push(performance.now() - at);
  }
  return took;
}

const row = (what, took, floor, goal) => {
  const [p50, p95, least] = [quantile(took, 0.5), quantile(took, 0.95), quantile(floor, 0.5)];
  return { what, p50, p95, floor: least, ratio: p50 / least, ...(goal ? { goal: `≤ ${goal} ms`, '': p95 <= goal ? 'met' : 'MISSED' } : {}) };
};

/** What runs in the browser of whoever writes: similar proposals and the linter with each key, the difference of two versions. */
export function writing({ proposals, keys }) {
  const texts = new Texts(11);
  const all = Array.from({ length: proposals }, (_, i) => ({ id: String(i), text: texts.text(700) }));
  const json = JSON.stringify(all);
  const index = new SimilarIndex();
  const built = timed(1, () => { for (const each of all) index.put(each); });
  const draft = texts.text(700);
  const upTo = (k) => draft.slice(0, 20 + Math.floor(((draft.length - 20) * k) / keys));
  const floor = timed(keys, () => JSON.parse(json));
  const pressed = timed(keys, (k) => index.similar(upTo(k)));
  // another's edit comes between two keys: the index takes it in, and all lengths are measured again
  const afterEdit = timed(keys, (k) => {
    index.put({ id: String(k % proposals), text: texts.edited(all[k % proposals].text) });
    index.similar(upTo(k));
  });
  const long = texts.text(20_000).slice(0, 20_000);
  const edited = texts.edited(long);
  const fields = { title: 'Сроки ответа', text: long, addressee: 'Министерство', responsible: '', deadline: '', indicator: '', region: '' };
  const words = (text) => timed(keys, () => text.match(/[\p{L}\p{N}]+/gu).length);
  const short = all[0].text;
  let late = short;
  for (let k = 0; k < 20; k++) late = texts.edited(late);
  return [
    row(`similar: ${proposals} proposals taken in at once`, built, floor),
    row('similar: a key pressed', pressed, floor, 200),
    row("similar: a key pressed after another's edit", afterEdit, floor, 200),
    ...['ru', 'ky', 'en'].map((locale) => row(`linter ${locale}: 20,000 characters`, timed(keys, () => lintProposal(fields, locale)), words(long), 200)),
    row('difference of versions 1 and 21, 700 characters', timed(keys, () => diffWords(short, late)), words(short), 200),
    row('difference of two versions, 20,000 characters', timed(keys, () => diffWords(long, edited)), words(long), 200),
  ];
}
