import { asApprovals, type Election } from '../election.js';
import { TallyInputError } from '../errors.js';
import type { Participant } from '../across/breakdown.js';
import type { ElectionFile } from './election-json.js';
import { faultAt, linesOf, type Line, type Token } from './text.js';

/** Fields of a line between semicolons; a field in quotes may hold semicolons and doubled quotes. */
function fields(text: string, line: Line): Token[] {
  const out: Token[] = [];
  for (let at = 0; at <= line.text.length;) {
    if (line.text[at] === '"') {
      const m = /^"((?:[^"]|"")*)"(?=;|$)/.exec(line.text.slice(at));
      if (m !== null) {
        out.push({ text: m[1]!.replaceAll('""', '"'), at: line.at + at, isQuoted: true });
        at += m[0].length + 1;
        continue;
      }
    }
    const end = line.text.indexOf(';', at);
    const stop = end < 0 ? line.text.length : end;
    out.push({ text: line.text.slice(at, stop).trim(), at: line.at + at });
    at = stop + 1;
  }
  return out;
}

type Row = ReadonlyMap<string, Token>;
interface Sections {
  readonly meta: Map<string, Token>;
  readonly projects: Row[];
  readonly votes: Row[];
}

function readSections(text: string): Sections {
  const out: Sections = { meta: new Map(), projects: [], votes: [] };
  let section: 'META' | 'PROJECTS' | 'VOTES' | null = null;
  let columns: Token[] | null = null;
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') continue;
    const title = /^\s*(META|PROJECTS|VOTES)\s*;*$/i.exec(line.text)?.[1]?.toUpperCase();
    if (title !== undefined) {
      section = title as 'META' | 'PROJECTS' | 'VOTES';
      columns = null;
      continue;
    }
    if (section === null) throw faultAt(text, line.at, 'META');
    const row = fields(text, line);
    if (section === 'META') {
      if (row.length < 2) throw faultAt(text, line.at, '"key;value"');
      out.meta.set(row[0]!.text.toLowerCase(), row[1]!);
    } else if (columns === null) columns = row;
    else {
      if (row.length !== columns.length) throw faultAt(text, line.at, `${columns.length} fields (${columns.map((c) => c.text).join(';')}), not ${row.length}`);
      (section === 'PROJECTS' ? out.projects : out.votes).push(new Map(columns.map((c, i) => [c.text.toLowerCase(), row[i]!])));
    }
  }
  return out;
}

function number(text: string, token: Token | undefined, at: number, expected: string): string {
  if (token === undefined || !/^\d+([.,]\d+)?$/.test(token.text)) throw faultAt(text, token?.at ?? at, expected);
  return token.text.replace(',', '.');
}

const AGE_BANDS: readonly [below: number, name: string][] = [[18, '0-17'], [40, '18-39'], [65, '40-64'], [Infinity, '65+']];
/** Columns of voters that are kept as groups. */
const GROUPS: readonly [column: string, group: string][] = [['sex', 'sex'], ['education', 'education'], ['voting_method', 'channel'], ['neighborhood', 'neighborhood']];

function groupsOf(row: Row): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [column, group] of GROUPS) {
    const value = row.get(column)?.text ?? '';
    if (value !== '') out[group] = value;
  }
  const age = row.get('age')?.text ?? '';
  if (/^\d+$/.test(age)) out['age'] = AGE_BANDS.find(([below]) => Number(age) < below)![1];
  return out;
}

function list(token: Token): Token[] {
  if (token.text === '') return [];
  let at = token.at + (token.isQuoted === true ? 1 : 0);
  return token.text.split(',').map((part) => {
    const out = { text: part.trim(), at };
    at += part.length + 1;
    return out;
  });
}

function readVote(text: string, row: Row, type: string, known: ReadonlySet<string>): Participant {
  const vote = row.get('vote');
  if (vote === undefined) throw faultAt(text, 0, 'a column "vote" in VOTES');
  const ids = list(vote);
  ids.forEach((id, i) => {
    if (!known.has(id.text)) throw faultAt(text, id.at, 'the id of a project');
    if (ids.findIndex((x) => x.text === id.text) !== i) throw faultAt(text, id.at, 'each project once in a vote');
  });
  const groups = groupsOf(row);
  const names = ids.map((id) => id.text);
  const points = row.get('points');
  if (points !== undefined && type !== 'approval') {
    const given = list(points);
    if (given.length !== ids.length) throw faultAt(text, points.at, `${ids.length} points, one for each project`);
    const scores = Object.fromEntries(names.map((id, i) => [id, Number(number(text, given[i], points.at, 'points'))]));
    return { groups, scores, ...(type === 'ordinal' ? { ranking: names.map((id) => [id]) } : {}) };
  }
  return type === 'ordinal' ? { groups, ranking: names.map((id) => [id]) } : { groups, approvals: names };
}

/**
 * Reads a Pabulib participatory budget (`.pb`): approval, cumulative, scoring and ordinal votes; one participant per vote,
 * with sex, age band, education, channel and neighbourhood as groups. The numbers of the META section are checked.
 */
export function parsePabulib(text: string): ElectionFile {
  const { meta, projects, votes } = readSections(text);
  const budget = number(text, meta.get('budget'), text.length, '"budget;amount" in META');
  const type = meta.get('vote_type')?.text ?? 'approval';
  if (!['approval', 'cumulative', 'scoring', 'ordinal'].includes(type)) throw faultAt(text, meta.get('vote_type')!.at, 'approval, cumulative, scoring or ordinal');
  const costs: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const row of projects) {
    const id = row.get('project_id');
    if (id === undefined || id.text === '' || id.text in costs) throw faultAt(text, id?.at ?? 0, 'an id (project_id) of its own for each project');
    costs[id.text] = number(text, row.get('cost'), id.at, 'the cost of the project');
  }
  const candidates = projects.map((row) => row.get('project_id')!.text);
  const participants = votes.map((row) => readVote(text, row, type, new Set(candidates)));
  for (const [key, found] of [['num_projects', candidates.length], ['num_votes', participants.length]] as const) {
    const stated = meta.get(key);
    if (stated !== undefined && Number(stated.text) !== found) throw faultAt(text, stated.at, `${found}, which is what the file holds`);
  }
  const title = meta.get('description')?.text;
  return {
    candidates, seats: null, participants, costs: { ...costs }, budget, ...(title === undefined ? {} : { title }),
    candidateNames: Object.fromEntries(projects.map((row) => [row.get('project_id')!.text, row.get('name')?.text ?? ''])),
  };
}

const quote = (value: string): string => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""').replaceAll('\n', ' ')}"` : value);

/** Writes `.pb`: approvals, or points where ballots have scores. Throws `TallyInputError` without costs or budget. */
export function writePabulib(e: ElectionFile): string {
  if (e.costs === undefined || e.budget === undefined) throw new TallyInputError('budget.missing', 'a .pb file needs "costs" and "budget"', { path: 'budget' });
  const voters = [...(e.participants ?? []), ...(e.ballots ?? []).flatMap((b) => Array.from({ length: b.count ?? 1 }, () => ({ groups: {}, ...b })))];
  const hasScores = voters.some((v) => v.scores !== undefined);
  const rows = voters.map((v, i) => {
    const ids = v.scores !== undefined ? Object.keys(v.scores) : asApprovals({ candidates: e.candidates, ballots: [v] } as Election)[0]!.approvals;
    return [String(i + 1), ids.join(','), ...(hasScores ? [ids.map((id) => v.scores?.[id] ?? 1).join(',')] : [])].map(quote).join(';');
  });
  return [
    'META', 'key;value', `description;${quote(e.title ?? '')}`, `num_projects;${e.candidates.length}`, `num_votes;${voters.length}`, `budget;${e.budget}`,
    `vote_type;${hasScores ? 'cumulative' : 'approval'}`, 'PROJECTS', 'project_id;cost;name',
    ...e.candidates.map((id) => [id, String(e.costs![id]), e.candidateNames?.[id] ?? id].map(quote).join(';')),
    'VOTES', hasScores ? 'voter_id;vote;points' : 'voter_id;vote', ...rows, '',
  ].join('\n');
}
