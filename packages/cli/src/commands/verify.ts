import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyBundle, type Facts, type Report } from '@tegerek/verify';
import type { Command, ExitCode } from '../command.js';

const USAGE = 'usage: tegerek verify [--json] BUNDLE\n';

/** Exit 0 everything fits · 1 findings, each named · 2 not readable as a bundle. */
export const verify: Command = {
  name: 'verify',
  summary: 'verify [--json] BUNDLE   recount a bundle offline and name every mismatch',
  async run(argv, io) {
    const names = argv.filter((each) => each !== '--json');
    const [name] = names;
    if (name === undefined || names.length > 1 || name.startsWith('-')) {
      io.err(USAGE);
      return 2;
    }
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(resolve(io.cwd, name));
    } catch (error) {
      io.err(`${name}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'the file cannot be read'}\n`);
      return 2;
    }
    const report = verifyBundle(bytes);
    if (argv.includes('--json')) io.out(`${JSON.stringify(report, null, 2)}\n`);
    else print(report, name, io.out);
    return exitOf(report);
  },
};

const exitOf = ({ outcome }: Report): ExitCode => (outcome === 'right' ? 0 : outcome === 'findings' ? 1 : 2);

function print({ outcome, findings, notChecked, facts }: Report, name: string, out: (text: string) => void): void {
  if (outcome === 'unreadable') {
    out(`${name}: not readable as a bundle: ${findings[0]?.words ?? ''}\n`);
    return;
  }
  for (const { code, at, words } of findings) out(`FINDING ${code} ${at}: ${words}\n`);
  if (facts) out(lines(facts));
  for (const each of notChecked) out(`not checked: ${each}\n`);
  out(findings.length === 0 ? 'RIGHT: everything in this bundle fits\n' : `${findings.length} FINDINGS\n`);
}

const lines = ({ dialogueId, head, entries, opened, events, votes, ballots, resolutions, fingerprint }: Facts): string =>
  `dialogue ${dialogueId}\nlog: ${entries} entries, ${opened} of ${events} events opened\nhead: ${head.seq} ${head.hash}\nvotes: ${votes}, ballots recounted: ${ballots}, resolutions: ${resolutions}\nbundle: ${fingerprint}\n`;
