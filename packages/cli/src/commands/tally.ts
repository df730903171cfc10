import { resolve } from 'node:path';
import { EXPLAINED, TallyInputError, explain, type Explainable } from '@tegerek/tally';
import type { Command, Io } from '../command.js';
import { UsageError, readArguments, type TallyArguments } from '../tally/arguments.js';
import { countElection, type CountResult } from '../tally/count-election.js';
import { readElection, type ReadElection } from '../tally/read-election.js';
import { renderText } from '../tally/render.js';

const USAGE = 'usage: tegerek tally --method NAME [--seats k] [--option name=value …] [--format json|text] [--locale ru|ky|en] FILE…\n';

interface Counted {
  readonly result: CountResult;
  /** names by id, where the file has them */
  readonly names: Readonly<Record<string, string>>;
}

/** The result of one file, or null after saying what is wrong with it: FILE:LINE:COLUMN: what was expected. */
function countFile(name: string, args: TallyArguments, io: Io): Counted | null {
  let file: ReadElection | null = null;
  try {
    file = readElection(resolve(io.cwd, name));
    return { result: countElection(file, args), names: file.election.candidateNames ?? {} };
  } catch (fault) {
    if (!(fault instanceof TallyInputError)) throw fault;
    const at = file?.place(fault) ?? { line: fault.line ?? 1, column: fault.column ?? 1 };
    io.err(`${name}:${at.line}:${at.column}: ${fault.message}\n`);
    return null;
  }
}

function textOf({ result, names }: Counted, { locale }: TallyArguments): string {
  const isExplained = EXPLAINED.includes(String(result['method']));
  return renderText(result, isExplained ? explain(result as unknown as Explainable, locale, names) : []);
}

export const tally: Command = {
  name: 'tally',
  summary: 'tally --method NAME [--seats k] [--option name=value …] [--format json|text] FILE…   count ballots',
  async run(argv, io) {
    let args: TallyArguments;
    try {
      args = readArguments(argv);
    } catch (fault) {
      if (!(fault instanceof UsageError)) throw fault;
      io.err(`${fault.message}\n${USAGE}`);
      return 2;
    }
    const results = args.files.map((name) => countFile(name, args, io));
    // One unreadable file: nothing is printed, so that nobody takes a part for the whole.
    if (results.some((r) => r === null)) return 2;
    for (const r of results) io.out(args.format === 'json' ? `${JSON.stringify(r!.result)}\n` : textOf(r!, args));
    return 0;
  },
};
