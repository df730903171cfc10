import { asRankings, type Election } from '../election.js';
import { TallyInputError } from '../errors.js';
import type { RankedBallot } from '../ranked/profile.js';
import type { ElectionFile } from './election-json.js';
import { faultAt, linesOf, pieces, wholeToken, type Line } from './text.js';

interface Parameters {
  candidates: string[] | null;
  seats: number | null;
  unranked: 'last' | 'ignore' | null;
  isWeightAllowed: boolean;
}

function flag(text: string, value: Line): boolean {
  if (!/^(true|false)$/i.test(value.text)) throw faultAt(text, value.at, 'true or false');
  return value.text.toLowerCase() === 'true';
}

function readParameter(text: string, line: Line, out: Parameters): void {
  const m = /^#\/([^:]*):\s*(.*?)\s*$/.exec(line.text);
  if (m === null) throw faultAt(text, line.at, '"#/Name: value"');
  const value = { text: m[2]!, at: line.at + line.text.length - line.text.slice(line.text.indexOf(':') + 1).trimStart().length };
  const name = m[1]!.trim().toLowerCase();
  if (name === 'candidates') {
    const list = pieces(value, ';');
    list.forEach((c, i) => {
      if (c.text === '' || list.findIndex((d) => d.text === c.text) !== i) throw faultAt(text, c.at, 'names of candidates, each once, with ";" between them');
    });
    out.candidates = list.map((c) => c.text);
  } else if (name === 'number of seats') out.seats = wholeToken(text, value, 'the number of seats');
  else if (name === 'implicit ranking') out.unranked = flag(text, value) ? 'last' : 'ignore';
  else if (name === 'weight allowed') out.isWeightAllowed = flag(text, value);
}

/** Cuts "… ^ 3" or "… * 4" off the end of a line; the number, or 1. */
function cutNumber(text: string, line: Line, sign: string, expected: string): { rest: Line; n: number } {
  const at = line.text.lastIndexOf(sign);
  if (at < 0) return { rest: line, n: 1 };
  const tail = line.text.slice(at + 1);
  const n = wholeToken(text, { text: tail.trim(), at: line.at + at + 1 + (tail.length - tail.trimStart().length) }, expected);
  return { rest: { text: line.text.slice(0, at), at: line.at }, n };
}

function readBallot(text: string, line: Line, params: Parameters): RankedBallot {
  const comment = line.text.indexOf('#');
  const whole = comment < 0 ? line : { text: line.text.slice(0, comment), at: line.at };
  const tags = whole.text.indexOf('||');
  const body = tags < 0 ? whole : { text: whole.text.slice(tags + 2), at: whole.at + tags + 2 };
  const times = cutNumber(text, body, '*', 'how many such ballots');
  const weight = cutNumber(text, times.rest, '^', 'the weight of the ballot');
  if (weight.n === 0 || times.n === 0) throw faultAt(text, body.at, 'a weight and a number above 0');
  const count = times.n * (params.isWeightAllowed ? weight.n : 1);
  if (weight.rest.text.trim() === '/EMPTY_RANKING/') return { count, ranking: [] };
  const seen = new Set<string>();
  const ranking = pieces(weight.rest, '>').map((place) => pieces(place, '=').map((c) => {
    if (c.text === '') throw faultAt(text, c.at, 'a candidate');
    if (seen.has(c.text)) throw faultAt(text, c.at, 'each candidate once in a ballot');
    if (params.candidates !== null && !params.candidates.includes(c.text)) throw faultAt(text, c.at, `one of the candidates (${params.candidates.join('; ')})`);
    seen.add(c.text);
    return c.text;
  }));
  return { count, ranking };
}

/**
 * Reads the Condorcet Election Format (`.cvotes`): parameters, tags, weights (^), multiples (*), comments. Without a list
 * of candidates they are those of the ballots, in the order met. Implicit ranking becomes `options.unranked`.
 */
export function parseCvotes(text: string): ElectionFile {
  const params: Parameters = { candidates: null, seats: null, unranked: null, isWeightAllowed: false };
  const lines = linesOf(text);
  for (const line of lines) if (line.text.startsWith('#/')) readParameter(text, line, params);
  const ballots = lines.filter((l) => !l.text.trimStart().startsWith('#') && l.text.trim() !== '').map((l) => readBallot(text, l, params));
  const candidates = params.candidates ?? [...new Set(ballots.flatMap((b) => b.ranking.flat()))];
  if (candidates.length === 0) throw faultAt(text, text.length, '"#/Candidates: …" or a ballot');
  return { candidates, seats: params.seats, ballots, ...(params.unranked === null ? {} : { options: { unranked: params.unranked } }) };
}

/** Writes `.cvotes`. Throws `TallyInputError` for an id that the format cannot carry. */
export function writeCvotes(e: ElectionFile): string {
  const bad = e.candidates.find((id) => /[;>=^*#\n]|\|\|/.test(id) || id.trim() !== id || id === '');
  if (bad !== undefined) throw new TallyInputError('format.does-not-fit', `candidates: "${bad}" cannot stand in a .cvotes file`, { path: 'candidates' });
  const unranked = e.options?.['unranked'];
  const lines = asRankings(e as Election).map((b) => {
    const ranking = b.ranking.length === 0 ? '/EMPTY_RANKING/' : b.ranking.map((p) => p.join(' = ')).join(' > ');
    return (b.count ?? 1) === 1 ? ranking : `${ranking} * ${b.count}`;
  });
  return [
    `#/Candidates: ${e.candidates.join(' ; ')}`, ...(e.seats === null || e.seats === undefined ? [] : [`#/Number of Seats: ${e.seats}`]),
    ...(unranked === undefined ? [] : [`#/Implicit Ranking: ${String(unranked !== 'ignore')}`]), '', ...lines, '',
  ].join('\n');
}
