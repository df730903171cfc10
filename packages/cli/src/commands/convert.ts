import { resolve } from 'node:path';
import { TallyInputError, writeBlt, writeCvotes, writeElectionJson, writePabulib, writePrefLib, type ElectionFile } from '@tegerek/tally';
import type { Command } from '../command.js';
import { readElection, type ReadElection } from '../tally/read-election.js';

const WRITERS: Readonly<Record<string, (e: ElectionFile) => string>> = {
  json: writeElectionJson, blt: writeBlt, cvotes: writeCvotes, pb: writePabulib,
  soc: (e) => writePrefLib(e, 'soc'), soi: (e) => writePrefLib(e, 'soi'), toc: (e) => writePrefLib(e, 'toc'), toi: (e) => writePrefLib(e, 'toi'),
};

export const convert: Command = {
  name: 'convert',
  summary: `convert --to ${Object.keys(WRITERS).join('|')} FILE   write ballots in another format`,
  async run(argv, io) {
    const [flag, format = '', name, ...rest] = argv;
    const write = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
    if (flag !== '--to' || write === undefined || name === undefined || rest.length > 0) {
      io.err(`usage: tegerek ${convert.summary}\n`);
      return 2;
    }
    let file: ReadElection | null = null;
    try {
      file = readElection(resolve(io.cwd, name));
      io.out(write(file.election));
      return 0;
    } catch (fault) {
      if (!(fault instanceof TallyInputError)) throw fault;
      const at = file?.place(fault) ?? { line: fault.line ?? 1, column: fault.column ?? 1 };
      io.err(`${name}:${at.line}:${at.column}: ${fault.message}\n`);
      return 2;
    }
  },
};
