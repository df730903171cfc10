/**
 * The cases describe some conventions in words. This is the one table that turns those words into option values;
 * an option that is not here goes to the method as it stands.
 */
type Translation = Readonly<Record<string, unknown>> | null;

interface Phrase {
  readonly method: string;
  readonly option: string;
  /** the words, or their beginning when they end in an ellipsis; undefined = whatever they are */
  readonly words?: string;
  /** options of our method; null = says only what the method always does */
  readonly means: Translation;
}

const ALWAYS: readonly [method: string, ...options: string[]][] = [
  ['stv-scottish', 'rule', 'quota', 'arithmetic', 'surplusOrder', 'elect', 'exclude', 'ties', 'lastVacancies', 'note'],
  ['stv-meek', 'rule', 'quota', 'arithmetic', 'omega', 'elect', 'exclude', 'ties', 'tolerance', 'optional'],
  ['approval-topk', 'meaning'],
  ['seq-phragmen', 'note', 'ties'],
  ['mes', 'cost', 'ties'],
  ['mes-costs', 'startEndowment'],
  ['phragmen-costs', 'stop'],
  ['irv', 'tolerance', 'overvoteRule', 'maxSkippedRanksAllowed', 'exhaustOnDuplicateCandidate', 'note', 'batchElimination'],
  ['stv-wigm-rctab', 'overvoteRule', 'maxSkippedRanksAllowed', 'exhaustOnDuplicateCandidate', 'note', 'batchElimination'],
];

const WRITE_INS = { first: ['Undeclared Write-ins'] };

const PHRASES: readonly Phrase[] = [
  ...ALWAYS.flatMap(([method, ...options]) => options.map((option): Phrase => ({ method, option, means: null }))),
  { method: 'irv', option: 'majority', words: 'of continuing votes', means: { majority: 'continuing' } },
  { method: 'irv', option: 'undeclaredWriteIns', words: 'eliminated first…', means: { ...WRITE_INS, majority: 'none' } },
  { method: 'stv-wigm-rctab', option: 'undeclaredWriteIns', words: 'eliminated first…', means: WRITE_INS },
  { method: 'stv-meek', option: 'equalRanks', words: 'split at the tie…', means: { equalRanks: 'split' } },
  { method: 'stv-meek', option: 'equalRanks', words: 'ballot replaced by every strict ordering…', means: { equalRanks: 'equalize' } },
  { method: 'mes', option: 'completion', words: 'seq-phragmen…', means: { completion: 'seq-phragmen' } },
  { method: 'score', option: 'aggregate', words: 'sum of points given…', means: { aggregate: 'sum' } },
  { method: 'greedy-approval', option: 'skip', words: 'projects that do not fit are skipped', means: { whenFull: 'skip' } },
  { method: 'mes-costs', option: 'completion', words: 'add1 as above but STOP…', means: { completion: 'add1-exhaustive' } },
  { method: 'mes-costs', option: 'completion', words: 'add1 in steps of 1…', means: { completion: 'add1-exhaustive' } },
  { method: 'mes-costs', option: 'completion', words: 'add1: raise every voter endowment…', means: { completion: 'add1' } },
  { method: 'mes-costs', option: 'completion', words: 'none, then remaining projects by votes…', means: { completion: 'by-votes' } },
];

const BUDGET_TIES: Readonly<Record<string, string>> = {
  'more votes': 'more-votes', maxVotes: 'more-votes', 'lower cost': 'lower-cost', minCost: 'lower-cost', maxCost: 'higher-cost',
};

function matches(words: string | undefined, value: unknown): boolean {
  if (words === undefined) return true;
  return words.endsWith('…') ? String(value).startsWith(words.slice(0, -1)) : value === words;
}

function budgetOption(option: string, value: unknown): Translation | undefined {
  if (option === 'tieOrder') return { lots: value };
  if (option !== 'ties') return undefined;
  if (/^(?:lexicographic|alphabetical)/.test(String(value))) return { ties: [] };
  const keys: readonly unknown[] = Array.isArray(value) ? value : String(value).split(',');
  return { ties: keys.map((v) => BUDGET_TIES[String(v).trim()] ?? v) };
}

/** The options of our method for those of a case. */
export function translateOptions(method: string, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isBudget = method === 'mes-costs' || method === 'phragmen-costs' || method === 'greedy-approval';
  const out: Record<string, unknown> = {};
  for (const [option, value] of Object.entries(options)) {
    const phrase = PHRASES.find((p) => p.method === method && p.option === option && matches(p.words, value));
    const means = phrase === undefined ? (isBudget ? budgetOption(option, value) : undefined) : phrase.means;
    Object.assign(out, means === undefined ? { [option]: value } : means);
  }
  return out;
}
