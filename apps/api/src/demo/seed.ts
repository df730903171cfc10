import { authKeyHash, authKeyOf, parseCode, secretOf } from '@tegerek/ballot';
import { INSTANCE_SPACE, type Reply } from '@tegerek/contracts';
import type { Actor } from '../platform/commands/actor.js';
import { newDemoFile, readDemoFile, writeDemoFile, type DemoFile, type DemoLink } from './links.js';
import { demoId, demoSteps, dialogueIdOf } from './plan.js';

export interface DemoOptions {
  bus: { execute(actor: Actor, input: unknown): Promise<Reply> };
  /** Ids of the dialogues that the installation has. */
  dialogueIds: readonly string[];
  /** Where the 0600 file with the plain links lies. */
  dataDir: string;
  /** ms since 1970. */
  now: number;
  log?: (line: string) => void;
}

export interface Demo {
  dialogueId: string;
  links: DemoLink[];
}

/**
 * Makes the demo dialogue once, through real commands, on an installation that has none; a start that was cut off goes on with the same
 * ids. Later starts return its links as long as its dialogue is there. `undefined`: this installation has no demo.
 */
export async function seedDemo(options: DemoOptions): Promise<Demo | undefined> {
  const known = readDemoFile(options.dataDir);
  const isThere = known !== undefined && options.dialogueIds.includes(dialogueIdOf(known.seed));
  if (known && isThere && known.isComplete) return { dialogueId: dialogueIdOf(known.seed), links: known.links };
  if (!isThere && options.dialogueIds.length > 0) return undefined;
  const file = known && !known.isComplete ? known : newDemoFile(options.now);
  writeDemoFile(options.dataDir, file);
  options.log?.('making the demo dialogue');
  await run(options, file);
  writeDemoFile(options.dataDir, { ...file, isComplete: true });
  return { dialogueId: dialogueIdOf(file.seed), links: file.links };
}

/** Command ids come from the seed: what was done already answers from its receipt. */
async function run({ bus }: DemoOptions, file: DemoFile): Promise<void> {
  const dialogueId = dialogueIdOf(file.seed);
  const steps = demoSteps({ seed: file.seed, startedAt: file.startedAt, authKeyHashes: await hashesOf(file, dialogueId) });
  for (const [i, { as, name, payload }] of steps.entries()) {
    const actor: Actor = as === 'system' ? { kind: 'system' } : { kind: 'seat', seatId: as };
    const reply = await bus.execute(actor, { id: demoId(file.seed, `command-${i}`), name, space: name === 'dialogue.create' ? INSTANCE_SPACE : dialogueId, payload });
    if (!reply.ok) throw new Error(`the demo dialogue could not be made: ${name} was answered ${reply.code}${reply.path === undefined ? '' : ` (${reply.path})`}`);
  }
}

/** As the organizer's browser does it: of each code only the hash of its `authKey` goes on. */
async function hashesOf(file: DemoFile, dialogueId: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const { key, code } of file.links) {
    const parsed = parseCode(code);
    if (parsed === null) throw new Error(`the demo's file of links is damaged at ${key}`);
    hashes[key] = authKeyHash(authKeyOf(await secretOf(parsed, dialogueId), dialogueId));
  }
  return hashes;
}
