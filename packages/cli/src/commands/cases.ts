import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseFolders, runFolder } from '../cases/run-cases.js';
import type { Command } from '../command.js';

/** Beside the checkout, where the published cases lie; they are not part of the repository. */
const DEFAULT_FOLDER = fileURLToPath(new URL('../../../../../shared/cases', import.meta.url));

export const cases: Command = {
  name: 'cases',
  summary: 'cases [DIR]   count every published case of a folder and compare',
  async run(argv, io) {
    if (argv.length > 1) {
      io.err('usage: tegerek cases [DIR]\n');
      return 2;
    }
    const folder = argv[0] === undefined ? DEFAULT_FOLDER : resolve(io.cwd, argv[0]);
    if (!existsSync(folder)) {
      io.out(`no cases: ${argv[0] ?? '../shared/cases'} does not exist\n`);
      return argv[0] === undefined ? 0 : 2;
    }
    const folders = caseFolders(folder);
    if (folders.length === 0) {
      io.err(`${folder}: expected folders with an expected.json\n`);
      return 2;
    }
    let [passed, failed] = [0, 0];
    for (const dir of folders) {
      const verdict = runFolder(dir);
      io.err(`${basename(dir)}: ${verdict.passed} passed, ${verdict.failed.length} failed\n`);
      for (const f of verdict.failed) io.out(`FAILED ${basename(dir)} ${f.name}: ${f.why}\n`);
      passed += verdict.passed;
      failed += verdict.failed.length;
    }
    // readers of this line expect three sums; no method is left out any more
    io.out(`${passed} passed, ${failed} failed, 0 skipped\n`);
    return failed > 0 ? 1 : 0;
  },
};
