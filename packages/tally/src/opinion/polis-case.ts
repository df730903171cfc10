import { TallyInputError } from '../errors.js';
import { consensusList, groupConsensus, orderByConsensus } from './consensus.js';
import { countByGroup, countByNamedGroup, countEveryRow, countVotes, type GroupVotes } from './counts.js';
import { opinionGroups } from './opinion-groups.js';
import { eligibleRows, pointsOf } from './opinion-map.js';
import { parsePolis, type PolisVotes } from './parse-polis.js';
import { principalAxes, project, type PrincipalAxes } from './principal-axes.js';
import { representativeness, representativeStatements, type Representativeness } from './representative.js';
import { packVotes, type OpinionVotes } from './votes.js';

/** One case of a folder of published Polis results (methods `polis-*`). */
export interface PolisCase {
  readonly name: string;
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** the statements; empty = those that were voted on */
  readonly candidates: readonly string[];
  readonly ballots: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Reads a file of the case's folder; throws where there is none. */
export type ReadFile = (relativePath: string) => string;

type Named = Readonly<Record<string, string | number>>;

/** The files of one conversation. Groups and moderation are part of the question: cases of the same folder hold them. */
class Conversation {
  readonly polis: PolisVotes;
  readonly votes: OpinionVotes;
  private readonly folder: string;

  constructor(private readonly question: PolisCase, private readonly readFile: ReadFile) {
    const file = (question.ballots as { readonly file?: unknown } | null)?.file;
    if (typeof file !== 'string') throw new TallyInputError('case.file', `${question.name}: expected ballots.file`, { path: 'ballots.file' });
    this.folder = file.slice(0, file.lastIndexOf('/') + 1);
    this.polis = parsePolis(readFile(file));
    this.votes = packVotes(this.polis.rows, question.candidates.length > 0 ? { statements: question.candidates } : {});
  }

  private tryRead(path: string): string | null {
    try {
      return this.readFile(path);
    } catch {
      return null;
    }
  }

  private sibling(method: string): PolisCase | null {
    const text = this.tryRead('expected.json');
    if (text === null) return null;
    const { cases } = JSON.parse(text) as { readonly cases: readonly PolisCase[] };
    return cases.find((c) => c.method === method && c.name.startsWith(this.folder)) ?? null;
  }

  groups(): Named {
    const own = this.question.options['groups'];
    if (typeof own === 'object' && own !== null) return own as Named;
    const matrix = this.tryRead(`${this.folder}participants-votes.csv`);
    const found = matrix === null ? this.sibling('polis-group-votes')?.options['groups'] : parsePolis(matrix).groups;
    if (typeof found !== 'object' || found === null) throw new TallyInputError('case.groups', `${this.question.name}: no groups found`, { path: 'options.groups' });
    return found as Named;
  }

  groupVotes(): GroupVotes {
    return countByNamedGroup(this.votes, this.groups());
  }

  /** From this case, or its sibling, or `statements.csv` (rejected ones and metadata questions). */
  moderatedOut(): Set<string> {
    const listed = this.question.options['moderatedOut'] ?? this.sibling('polis-consensus-list')?.options['moderatedOut'];
    if (Array.isArray(listed)) return new Set(listed.map(String));
    const [head, ...lines] = (this.tryRead(`${this.folder}statements.csv`) ?? '').trim().split(/\r?\n/).map((line) => line.split(','));
    const at = (name: string): number => (head ?? []).indexOf(name);
    return new Set(lines.filter((f) => f[at('moderated')] === '-1' || f[at('is_meta')] === '1').map((f) => f[at('statement')] ?? ''));
  }

  axes(): PrincipalAxes {
    return principalAxes(this.votes, { moderatedOut: this.moderatedOut(), tolerance: 1e-7 });
  }

  /** Who is in the conversation: as published with the groups, else whoever voted often enough. */
  grouped(): number[] {
    const published = this.sibling('polis-group-votes')?.options['groups'];
    if (typeof published !== 'object' || published === null) return eligibleRows(this.votes, 7);
    return this.votes.participants.flatMap((p, row) => (Object.hasOwn(published, p) ? [row] : []));
  }
}

type Answer = Record<string, unknown>;

function answerCounts(c: Conversation, question: PolisCase): Answer {
  const { count } = question.options as { count?: unknown };
  if (typeof count !== 'string' || !count.startsWith('last')) return { counts: countEveryRow(c.polis.rows, c.votes.statements) };
  const { statements, voters, votes } = countVotes(c.votes);
  return { counts: statements, voters, votes, changedVotes: c.polis.rows.length - votes };
}

function tableOf(votes: GroupVotes): Record<string, Record<string, [number, number, number]>> {
  const width = votes.statements.length;
  return Object.fromEntries(votes.groups.map((g, i) => [g, Object.fromEntries(votes.statements.map((s, c) => {
    const at = i * width + c;
    return [s, [votes.agree[at]!, votes.disagree[at]!, votes.seen[at]!] as [number, number, number]];
  }))]));
}

function answerConsensus(c: Conversation): Answer {
  const votes = c.groupVotes();
  const { agree } = groupConsensus(votes);
  return {
    values: Object.fromEntries(votes.statements.map((s, i) => [s, agree[i]!])),
    ranking: orderByConsensus(votes),
    groupSizes: Object.fromEntries(votes.groups.map((g, i) => [g, votes.sizes[i]!])),
    groupVotes: tableOf(votes),
  };
}

function answerList(c: Conversation): Answer {
  const all = countByGroup(c.votes, ['all'], new Int8Array(c.votes.participants.length));
  const list = consensusList(all, c.moderatedOut());
  const numbered = (s: (typeof list.agree)[number]): Answer => ({ ...s, statement: Number(s.statement) });
  return { agree: list.agree.map(numbered), disagree: list.disagree.map(numbered) };
}

function answerRepresentative(c: Conversation): Answer {
  const votes = c.groupVotes();
  const numbered = (r: Representativeness): Answer => ({ ...r, statement: Number(r.statement) });
  const selected = representativeStatements(votes, c.moderatedOut());
  return {
    groups: Object.fromEntries(Object.entries(selected).map(([g, list]) => [g, list.map(numbered)])),
    all: Object.fromEntries(votes.groups.map((g, i) => [g, representativeness(votes, i).flatMap((b) => [numbered(b.agree), numbered(b.disagree)])])),
  };
}

function answerAxes(c: Conversation): Answer {
  const axes = c.axes();
  return { statements: c.votes.statements.map(Number), columnMeans: [...axes.means], component1: [...axes.first], component2: [...axes.second] };
}

function answerGroups(c: Conversation, question: PolisCase): Answer {
  const rows = c.grouped();
  const k = (question.expected['quality'] as { readonly k?: number } | undefined)?.k;
  const found = opinionGroups(pointsOf(project(c.votes, c.axes()), rows), { minGroupSize: 1, ...(k === undefined ? {} : { groups: k }) });
  if (found === null) return { grouped: 0 };
  return {
    grouped: rows.length,
    groupSizes: [...found.sizes].sort((a, b) => a - b),
    assignment: Object.fromEntries(rows.map((row, i) => [c.votes.participants[row]!, found.label[i]!])),
    quality: { silhouette: found.silhouette, withinGroupSquares: found.within, k: found.k },
  };
}

const ANSWERS: Readonly<Record<string, (c: Conversation, question: PolisCase) => Answer>> = {
  'polis-counts': answerCounts,
  'polis-group-votes': (c) => ({ groupVotes: tableOf(c.groupVotes()) }),
  'polis-gic': answerConsensus,
  'polis-consensus-list': answerList,
  'polis-repness': answerRepresentative,
  'polis-pca': answerAxes,
  'polis-groups': answerGroups,
};

/**
 * Answers one case of published Polis results: every key of `expected` that is a result, computed from the files. The
 * groups case asks for a clustering «with the same k», so the number of groups is taken from the question. Compare with
 * `comparePolisCase`. Throws `TallyInputError` for another method or a missing file.
 */
export function runPolisCase(question: PolisCase, readFile: ReadFile): Record<string, unknown> {
  const answer = Object.hasOwn(ANSWERS, question.method) ? ANSWERS[question.method] : undefined;
  if (answer === undefined) throw new TallyInputError('case.method', `no Polis method "${question.method}"`, { path: 'method' });
  return answer(new Conversation(question, readFile), question);
}
