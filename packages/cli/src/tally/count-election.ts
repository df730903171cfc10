import {
  METHODS, TallyInputError, countDecision, doubleMajority, opinionMap, packVotes, parsePolis, runPolisCase, tally,
  type DecisionBallot, type DecisionRule, type WeighedGroup,
} from '@tegerek/tally';
import { translateOptions } from '../cases/prose.js';
import type { TallyArguments } from './arguments.js';
import type { ReadElection } from './read-election.js';

export type CountResult = Readonly<Record<string, unknown>>;

const ALIASES: Readonly<Record<string, string>> = { 'stv-wigm-rctab': 'stv-wigm', decision: 'yes-no' };

/** Methods with input of their own, beside those of `METHODS`. */
const OWN: readonly string[] = ['yes-no', 'double-majority', 'opinion-map', 'polis-…'];

function doubleMajorityOf({ election: e }: ReadElection): unknown {
  if (!Array.isArray(e.groups) || e.groups.length === 0) throw new TallyInputError('groups.missing', 'expected "groups": [{ id, weight, yes, no }]', { path: 'groups' });
  const odd = e.groups.findIndex((g) => typeof g !== 'object');
  if (odd >= 0) throw new TallyInputError('groups.missing', `groups[${odd}]: expected { id, weight, yes, no }`, { path: `groups[${odd}]` });
  return doubleMajority({ groups: e.groups as WeighedGroup[], ...(e.overallPublished === undefined ? {} : { overall: e.overallPublished as { yes: number; no: number } }) });
}

function decisionOf({ election: e }: ReadElection): unknown {
  for (const key of ['rule', 'electorate'] as const) {
    if (typeof e[key] !== 'object' || e[key] === null) throw new TallyInputError(`${key}.missing`, `expected "${key}"`, { path: key });
  }
  return countDecision({
    rule: e.rule as DecisionRule, electorate: e.electorate as Record<string, number>, ballots: (e.ballots ?? []) as unknown as DecisionBallot[],
    ...(e.present === undefined ? {} : { present: e.present as Record<string, number> }),
  });
}

function polisOf(method: string, file: ReadElection, options: Readonly<Record<string, unknown>>): unknown {
  if (method === 'opinion-map') return opinionMap(packVotes(parsePolis(file.sibling(file.fileName)).rows));
  const question = { name: file.fileName, method, options, candidates: file.election.candidates, ballots: { file: file.fileName }, expected: {} };
  return { method, ...runPolisCase(question, file.sibling) };
}

/** Options of the file that its method does not have say something about the file, not to us: they are left out. */
function fileOptions(method: string, options: Readonly<Record<string, unknown>>, run: (options: Record<string, unknown>) => unknown): unknown {
  const translated = translateOptions(method, options);
  for (;;) {
    try {
      return run(translated);
    } catch (fault) {
      const name = fault instanceof TallyInputError && fault.code === 'option.unknown' ? fault.path.slice('options.'.length) : null;
      if (name === null || !Object.hasOwn(translated, name)) throw fault;
      delete translated[name];
    }
  }
}

/** Counts one file. Options of the call stand above those of the file. Throws `TallyInputError`. */
export function countElection(file: ReadElection, args: TallyArguments): CountResult {
  const { election } = file;
  const asked = args.method ?? election.method ?? (election.rule === undefined ? null : 'yes-no');
  if (asked === null) throw new TallyInputError('method.missing', `--method: expected one of ${[...METHODS, ...OWN].join(', ')}`);
  const method = ALIASES[asked] ?? asked;
  if (method === 'yes-no') return decisionOf(file) as CountResult;
  if (method === 'double-majority') return doubleMajorityOf(file) as CountResult;
  if (method.startsWith('polis-') || method === 'opinion-map') return polisOf(method, file, { ...election.options, ...args.options }) as CountResult;
  const called = translateOptions(asked, args.options);
  const seated = args.seats === null ? election : { ...election, seats: args.seats };
  return fileOptions(asked, election.options ?? {}, (own) => tally(method, seated, { ...own, ...called })) as CountResult;
}
