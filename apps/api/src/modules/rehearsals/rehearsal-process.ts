import { fork, spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PayloadInput, RehearsalLink, RehearsalRequest, RehearsalStep, RehearsedProgramme } from '@tegerek/contracts';

// the server may not import these packages (docs/architecture.md); it starts their programs, as an operator would
const PLAYERS = fileURLToPath(new URL('../../../../../packages/rehearsal/dist/on-server.js', import.meta.url));
const TEGEREK = fileURLToPath(new URL('../../../../../packages/cli/dist/main.js', import.meta.url));
/** Behind everything that people wait for. */
const NICE = 10;
const KEPT_CHARACTERS = 2_000;

export interface Telling {
  /** Creates the dialogue; the code of a refusal, or null. */
  onCreate(payload: PayloadInput<'dialogue.create'>): Promise<string | null>;
  onLinks(links: RehearsalLink[]): void;
  onStep(step: RehearsalStep): void;
  /** `faults` undefined: it ended before it was through. */
  onEnd(faults: string[] | undefined, words: string): void;
}

type Told = { kind: 'create'; payload: PayloadInput<'dialogue.create'> } | { kind: 'ready'; links: RehearsalLink[] } | { kind: 'step'; step: RehearsalStep } | { kind: 'end'; faults: string[] };

/** Starts synthetic participants against this server in a process of their own, at low priority and without this one's environment. */
export function startPlayers(order: { url: string; programme: RehearsedProgramme } & RehearsalRequest, telling: Telling): ChildProcess {
  const child = fork(PLAYERS, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: {}, execArgv: [] });
  if (child.pid !== undefined) {
    try { setPriority(child.pid, NICE); } catch { /* a system that lets nobody lower it */ }
  }
  let [words, faults]: [string, string[] | undefined] = ['', undefined];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { words = (words + text).slice(-KEPT_CHARACTERS); });
  const say = (message: object): void => { if (child.connected) child.send(message, () => undefined); };
  child.on('message', (told: Told) => {
    if (told.kind === 'create') void telling.onCreate(told.payload).then((code) => say({ kind: 'created', code }), () => say({ kind: 'created', code: 'server.fault' }));
    else if (told.kind === 'ready') telling.onLinks(told.links);
    else if (told.kind === 'step') telling.onStep(told.step);
    else ({ faults } = told);
  });
  child.once('error', (error) => { words += error.message; });
  child.once('close', () => telling.onEnd(faults, words));
  say({ kind: 'start', ...order });
  return child;
}

/** Ends a process and waits until it is gone. */
export async function stopPlayers(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => { child.once('close', done); });
  child.kill('SIGTERM');
  await gone;
}

/** `tegerek wipe-rehearsal NAME` on this installation. @throws Error with what it said when nothing was wiped */
export async function wipe(slug: string, databaseUrl: string): Promise<void> {
  const child = spawn(process.execPath, [TEGEREK, 'wipe-rehearsal', slug], { stdio: ['ignore', 'ignore', 'pipe'], env: { DATABASE_URL: databaseUrl } });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { words += text; });
  const code = await new Promise<number | null>((done) => { child.once('close', done); child.once('error', () => done(null)); });
  if (code !== 0) throw new Error(words.trim());
}
