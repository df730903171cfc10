import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MOST, verifyBundle, type Facts, type Report } from '@tegerek/verify';
import type { Command, ExitCode } from '../command.js';

const USAGE = 'usage: tegerek verify [--json] [--since CHECKPOINT] [--key KEY] BUNDLE\n';

/** `--since`: a file with a checkpoint noted earlier. `--key`: who must have signed. Exit 0 everything fits · 1 findings, each named · 2 not readable as a bundle. */
export const verify: Command = {
  name: 'verify',
  summary: 'verify [--json] [--since CHECKPOINT] [--key KEY] BUNDLE   recount a bundle offline and name every mismatch',
  async run(argv, io) {
    const given = readArguments(argv);
    if (given === undefined) {
      io.err(USAGE);
      return 2;
    }
    const { name, isJson, key } = given;
    let bytes: Uint8Array;
    let since: string | undefined;
    try {
      bytes = readGiven(io.cwd, name);
      since = given.since === undefined ? undefined : new TextDecoder().decode(readGiven(io.cwd, given.since));
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
    const report = verifyBundle(bytes, { ...(since === undefined ? {} : { since }), ...(key === undefined ? {} : { key }) });
    if (isJson) io.out(`${JSON.stringify(report, null, 2)}\n`);
    else print(report, name, io.out);
    return exitOf(report);
  },
};

interface Given {
  name: string;
  isJson: boolean;
  since: string | undefined;
  key: string | undefined;
}

function readArguments(argv: readonly string[]): Given | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { json: { type: 'boolean' }, since: { type: 'string' }, key: { type: 'string' } } });
    const [name] = positionals;
    return name === undefined || positionals.length > 1 ? undefined : { name, isJson: values.json ?? false, since: values.since, key: values.key };
  } catch {
    return undefined;
  }
}

/** @throws an error whose message is for the reader */
function readGiven(cwd: string, name: string): Uint8Array {
  const path = resolve(cwd, name);
  let size: number | null;
  try {
    const stats = statSync(path);
    size = stats.isFile() ? stats.size : null;
    if (size !== null && size > 0 && size <= MOST.bundle.bytes) return readFileSync(path);
  } catch (error) {
    throw new Error(`${name}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'the file cannot be read'}`, { cause: error });
  }
  throw new Error(`${name}: ${size === null ? 'this is a folder, or another thing that is no file' : size === 0 ? 'the file is empty' : 'the file is larger than any bundle'}`);
}

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

const lines = ({ dialogueId, head, entries, opened, events, votes, ballots, resolutions, fingerprint, signed }: Facts): string =>
  `dialogue ${dialogueId}\nlog: ${entries} entries, ${opened} of ${events} events opened\nhead: ${head.seq} ${head.hash}\nvotes: ${votes}, ballots recounted: ${ballots}, resolutions: ${resolutions}\nbundle: ${fingerprint}\nsigned: ${signed ? `${signed.name} ${signed.fingerprint}` : 'by no key of the bundle'}\n`;
