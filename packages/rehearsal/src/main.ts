// npm run rehearse [-- --people N] [--seed N] [--proposals N] [--pace X | --fast] [--bundle FILE] [--port N]
// A dialogue of synthetic participants on a temporary server, which is wiped at the end. Without --fast and --bundle it runs at the pace
// of life, prints links to watch it by, and stays open until Ctrl-C. Progress goes to stderr; exit 0: published and verified.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reachableUrl } from '@tegerek/api/announce';
import type { RehearsalStep } from '@tegerek/contracts';
import type { Cast } from './cast.js';
import { demoProgramme } from './programme.js';
import { gradeOf, rehearse, type Outcome } from './rehearse.js';
import { stageOf, startTemporary } from './temporary.js';

const USAGE = 'usage: npm run rehearse -- [--people N] [--seed N] [--proposals N] [--pace X] [--fast] [--bundle FILE] [--port N]';
const say = (line: string): void => { process.stderr.write(`${line}\n`); };

interface Given {
  people: number;
  seed: number;
  proposals: number;
  pace: number;
  bundle: string | undefined;
  port: number;
  /** Somebody may want to look on afterwards. */
  stays: boolean;
}

/** @throws an error whose message is for the reader */
function readGiven(argv: string[]): Given {
  const { values } = parseArgs({
    args: argv, options: { people: { type: 'string' }, seed: { type: 'string' }, proposals: { type: 'string' }, pace: { type: 'string' }, fast: { type: 'boolean' }, bundle: { type: 'string' }, port: { type: 'string' } },
  });
  const number = (name: 'people' | 'seed' | 'proposals' | 'pace' | 'port', fallback: number, least: number, most: number): number => {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (!Number.isFinite(value) || value < least || value > most || (name !== 'pace' && !Number.isInteger(value))) throw new Error(`--${name}: a number from ${least} to ${most} is expected`);
    return value;
  };
  const isFast = values.fast ?? false;
  return {
    people: number('people', 60, 3, 2_000), seed: number('seed', 1, 0, 1_000_000_000), proposals: number('proposals', 5, 1, 12), pace: isFast ? Infinity : number('pace', 1, 0.1, 1_000),
    bundle: values.bundle, port: number('port', isFast ? 0 : 3000, 0, 65_535), stays: !isFast && values.bundle === undefined,
  };
}

function print({ connections, commands, presses, seconds, votes, groupIds, faults }: Outcome): void {
  for (const vote of votes) say(`  ${vote.number.padEnd(5)} ${gradeOf(vote).padEnd(24)} ${groupIds.map((id) => vote.castByGroup?.[id] ?? 0).join(' + ')} ballots  ${vote.version?.fields.title ?? ''}`);
  process.stdout.write(`connections ${connections}, commands ${commands} (ballots ${presses}), seconds ${seconds.toFixed(1)}\n`);
  for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
  process.stdout.write(faults.length === 0 ? 'every receipt is a row of the bundle, and the bundle is right\n' : `${faults.length} faults\n`);
}

function wordsOf(step: RehearsalStep): string {
  switch (step.kind) {
    case 'joined': return `${step.people} participants have joined`;
    case 'phase': return `panel ${step.panel}: ${step.phase}`;
    case 'counted': return `panel ${step.panel}: ${step.vote} is counted`;
    case 'published': return 'the resolution is published';
  }
}

/** Links for those who look on; the codes open synthetic seats only. */
function links(url: string, { slug, organizer, moderators, participants }: Cast): string[] {
  const shown = [organizer, ...moderators, ...participants.filter(({ code }) => code !== null)];
  return [`public page  ${url}/p/${slug}`, `screen       ${url}/screen`, ...shown.map(({ key, code }) => `${key.padEnd(12)} ${url}/j/${slug}#${code ?? ''}`)];
}

async function main(): Promise<void> {
  const given = readGiven(process.argv.slice(2));
  const host = given.stays ? '0.0.0.0' : '127.0.0.1';
  const temporary = await startTemporary({ port: given.port, host, publicUrl: undefined, log: say });
  const interrupted = new Promise<void>((done) => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done()); });
  try {
    const url = reachableUrl({ publicUrl: undefined, host }, temporary.server.port);
    const programme = demoProgramme(new Date().toISOString().slice(0, 10));
    const work = rehearse(stageOf(temporary.server), { ...given, programme, report: (step) => say(wordsOf(step)), ...(given.stays ? { onReady: (cast: Cast) => { for (const line of links(url, cast)) say(line); } } : {}) });
    const outcome = await Promise.race([work, interrupted]);
    work.catch(() => undefined);
    if (!outcome) return void (process.exitCode = 130);
    print(outcome);
    if (given.bundle !== undefined) writeFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), given.bundle), outcome.bundle);
    if (outcome.faults.length > 0) process.exitCode = 1;
    if (given.stays) {
      say('Ctrl-C ends the rehearsal and wipes it.');
      await interrupted;
    }
  } finally {
    await temporary.wipe();
  }
}

try {
  await main();
} catch (error) {
  const words = error instanceof Error ? error.message : String(error);
  say(words.startsWith('--') || words.startsWith('Unknown option') ? `${words}\n${USAGE}` : words);
  process.exitCode = process.exitCode || 2;
}
// after a fault in one panel the others would go on waiting for what never comes
process.stdout.write('', () => process.exit());
