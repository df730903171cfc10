import { asRankings, type Election } from '../election.js';
import { TallyInputError } from '../errors.js';
import type { RankedBallot } from '../ranked/profile.js';
import type { ElectionFile } from './election-json.js';
import { faultAt, linesOf, wholeToken, type Line } from './text.js';

export type PrefLibType = 'soc' | 'soi' | 'toc' | 'toi';

/** More are refused as a slip of the hand: no method counts as many. */
const MAX_ALTERNATIVES = 100_000;

interface Header {
  readonly names: Map<number, string>;
  size: number;
  voters: number | null;
  orders: number | null;
  title: string;
}

function readHeader(text: string, lines: readonly Line[]): Header {
  const out: Header = { names: new Map(), size: 0, voters: null, orders: null, title: '' };
  for (const line of lines) {
    const m = /^#\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line.text);
    if (m === null) continue;
    const value = { text: m[2]!, at: line.at + line.text.indexOf(':') + 1 + (/^\s*/.exec(line.text.slice(line.text.indexOf(':') + 1))![0].length) };
    const name = /^ALTERNATIVE NAME (\d+)$/.exec(m[1]!);
    if (name !== null) out.names.set(Number(name[1]), m[2]!);
    else if (m[1] === 'NUMBER ALTERNATIVES') out.size = wholeToken(text, value, 'the number of alternatives');
    else if (m[1] === 'NUMBER VOTERS') out.voters = wholeToken(text, value, 'the number of voters');
    else if (m[1] === 'NUMBER UNIQUE ORDERS') out.orders = wholeToken(text, value, 'the number of unique orders');
    else if (m[1] === 'TITLE') out.title = m[2]!;
  }
  if (out.size === 0) out.size = Math.max(0, ...out.names.keys());
  if (out.size > MAX_ALTERNATIVES) throw faultAt(text, 0, `at most ${MAX_ALTERNATIVES} alternatives, not ${out.size}`);
  if (out.size === 0) throw faultAt(text, 0, 'a header with "# NUMBER ALTERNATIVES: n"');
  return out;
}

/** "3,{1,2},4" as places; every number once, braces closed. */
function readOrder(text: string, line: Line, from: number, size: number): string[][] {
  const ranking: string[][] = [];
  const seen = new Set<number>();
  let open: string[] | null = null;
  let wantsItem = true;
  for (const m of line.text.slice(from).matchAll(/\d+|[{},]|\S/g)) {
    const at = line.at + from + m.index;
    if (/^\d/.test(m[0]) && wantsItem) {
      const n = Number(m[0]);
      if (n < 1 || n > size) throw faultAt(text, at, `an alternative from 1 to ${size}`);
      if (seen.has(n)) throw faultAt(text, at, 'each alternative once in an order');
      seen.add(n);
      if (open === null) ranking.push([String(n)]);
      else open.push(String(n));
      wantsItem = false;
    } else if (m[0] === '{' && open === null && wantsItem) open = [];
    else if (m[0] === '}' && open !== null && (!wantsItem || open.length === 0)) {
      if (open.length > 0) ranking.push(open);
      open = null;
      wantsItem = false;
    } else if (m[0] === ',' && !wantsItem) wantsItem = true;
    else throw faultAt(text, at, wantsItem ? 'an alternative' : '"," or the end of the line');
  }
  const end = line.at + line.text.length;
  if (open !== null) throw faultAt(text, end, '"}"');
  if (wantsItem && ranking.length > 0) throw faultAt(text, end, 'an alternative');
  return ranking;
}

/**
 * Reads PrefLib orders (`.soc .soi .toc .toi`, the format with `#` headers). Ids are the numbers of the alternatives.
 * The type's promises (complete, without ties) and the header's numbers are checked, so a cut-off file is refused.
 */
export function parsePrefLib(text: string, type: PrefLibType): ElectionFile {
  const lines = linesOf(text);
  const header = readHeader(text, lines.filter((l) => l.text.startsWith('#')));
  const ballots: RankedBallot[] = [];
  for (const line of lines) {
    if (line.text.startsWith('#') || line.text.trim() === '') continue;
    const colon = line.text.indexOf(':');
    if (colon < 0) throw faultAt(text, line.at, '"count: order"');
    const count = wholeToken(text, { text: line.text.slice(0, colon).trim(), at: line.at }, 'how many voters gave this order');
    const ranking = readOrder(text, line, colon + 1, header.size);
    const named = ranking.reduce((n, p) => n + p.length, 0);
    if (type[0] === 's' && ranking.some((p) => p.length > 1)) throw faultAt(text, line.at, `an order without ties (.${type})`);
    if (type[2] === 'c' && named !== header.size) throw faultAt(text, line.at, `all ${header.size} alternatives (.${type})`);
    ballots.push({ count, ranking });
  }
  const voters = ballots.reduce((n, b) => n + b.count!, 0);
  if (header.voters !== null && header.voters !== voters) throw faultAt(text, text.length, `${header.voters} voters as the header says, not ${voters}`);
  if (header.orders !== null && header.orders !== ballots.length) throw faultAt(text, text.length, `${header.orders} orders as the header says, not ${ballots.length}`);
  const candidates = Array.from({ length: header.size }, (_, i) => String(i + 1));
  return {
    candidates, seats: null, ballots, candidateNames: Object.fromEntries(candidates.map((id) => [id, header.names.get(Number(id)) ?? id])),
    ...(header.title === '' ? {} : { title: header.title }),
  };
}

/** Writes a PrefLib file of the given type. Throws `TallyInputError` when a ballot does not fit the type. */
export function writePrefLib(e: ElectionFile, type: PrefLibType): string {
  const ballots = asRankings(e as Election);
  const number = new Map(e.candidates.map((id, i) => [id, String(i + 1)]));
  const orders = ballots.map((b, i) => {
    const named = b.ranking.reduce((n, p) => n + p.length, 0);
    if ((type[0] === 's' && b.ranking.some((p) => p.length > 1)) || (type[2] === 'c' && named !== e.candidates.length)) {
      throw new TallyInputError('format.does-not-fit', `ballots[${i}]: does not fit .${type}`, { path: `ballots[${i}]` });
    }
    const places = b.ranking.map((p) => p.map((id) => number.get(id) ?? '?'));
    return `${b.count ?? 1}: ${places.map((p) => (p.length === 1 ? p[0]! : `{${p.join(',')}}`)).join(',')}`;
  });
  const voters = ballots.reduce((n, b) => n + (b.count ?? 1), 0);
  return [
    `# TITLE: ${e.title ?? ''}`, `# DATA TYPE: ${type}`, `# NUMBER ALTERNATIVES: ${e.candidates.length}`, `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ORDERS: ${ballots.length}`, ...e.candidates.map((id, i) => `# ALTERNATIVE NAME ${i + 1}: ${e.candidateNames?.[id] ?? id}`), ...orders, '',
  ].join('\n');
}
