import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commandNames, commandOf, commands, INSTANCE_SPACE, LIMITS, REFUSALS, type CommandName, type Reply } from '@tegerek/contracts';
import { CommandBus } from '@tegerek/api/platform/commands/command-bus';
import { Rate } from '@tegerek/api/platform/commands/rate';
import type { Actor } from '@tegerek/api/platform/commands/actor';
import type { DialogueFixture } from '@tegerek/testkit';
import { samples } from '../laws/samples.js';
import { accepted, startWorld, type World } from '../world.js';
import { HOSTILE_KINDS, hostileTexts, leaves, replaced } from './corpora.js';

/** What ends people or the day comes last. */
const ENDS: CommandName[] = ['seat.revoke', 'person.erase', 'seat.set-roles', 'dialogue.close', 'resolution.publish'];
const outside = [...commandNames.filter((name) => !commandOf(name).system && !ENDS.includes(name)), ...ENDS];
/** Fewer than a node lets wait. */
const MOST_AT_ONCE = 50;
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/u;
/** Joiners stay inside a picture alone. */
const withoutPictures = (text: string): string => text.replace(/\p{Extended_Pictographic}\u200D/gu, '');

/**
 * Every field of every command with every hostile value, given to the bus as its rightful giver: the wire in front of it is
 * what the other tests of this folder attack. (The seat's rate is lifted: it would stop the test, not the values.)
 */
describe('bad values in every field (I-08…I-12)', () => {
  let world: World;
  let dialogue: DialogueFixture;
  let bus: CommandBus;
  let account: Actor;

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    bus = world.server.app.get(CommandBus);
    const [row] = (await world.server.database.query('SELECT id FROM people.account LIMIT 1')) as { id: string }[];
    const moderator = await world.device(dialogue.dialogueId, dialogue.moderator);
    for (const to of ['open', 'discussion'] as const) accepted(await moderator.give('panel.move-phase', { panelId: dialogue.panels[0]?.id ?? '', to }, { space: dialogue.dialogueId, over: 'http' }));
    accepted(await bus.execute({ kind: 'seat', seatId: dialogue.organizer.seatId }, { id: randomUUID(), name: 'registration.set', space: dialogue.dialogueId, payload: { approval: dialogue.groups.map(({ id }) => id), codes: [] } }));
    jest.spyOn(Rate.prototype, 'take').mockReturnValue(0);
    account = { kind: 'account', accountId: row?.id ?? '' };
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  const actorOf = (name: CommandName): Actor => {
    if (commandOf(name).lane === 'instance') return account;
    if (name === 'seat.register') return { kind: 'anonymous' };
    return { kind: 'seat', seatId: GIVERS[name] === 'participant' ? (dialogue.participants[0]?.seatId ?? '') : dialogue[GIVERS[name] ?? 'organizer'].seatId };
  };
  const GIVERS: Partial<Record<CommandName, 'moderator' | 'rapporteur' | 'participant'>> = {
    'question.ask': 'participant', 'hand.raise': 'participant', 'proposal.submit': 'participant', 'ballot.cast': 'participant', 'question.support': 'participant', 'minutes.add': 'rapporteur', 'minutes.edit': 'rapporteur', 'turn.start': 'moderator', 'screen.show': 'moderator', 'panel.move-phase': 'moderator',
  };
  const give = (name: CommandName, payload: unknown): Promise<Reply> =>
    bus.execute(actorOf(name), { id: randomUUID(), name, space: commandOf(name).lane === 'instance' ? INSTANCE_SPACE : dialogue.dialogueId, payload });

  /** Everything that a command could have changed. */
  const stateNow = async (): Promise<string> => {
    const tables = ['log.entry', 'log.payload', 'dialogues.dialogue', 'panels.panel', 'people.seat', 'people.account', 'people.registration', 'people.applicant', 'questions.question', 'proposals.proposal', 'votes.vote', 'ballots.press', 'projector.screen'];
    const parts = await Promise.all(tables.map((table) => world.server.database.query(`SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${table} t`)));
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  };
  /** Hostile values for this leaf: of its own kind where it is a text, of another kind always. */
  const valuesFor = (value: unknown, name: CommandName): [string, unknown][] => [...(typeof value === 'string' ? hostileTexts(maxOf(name)) : []), ...HOSTILE_KINDS];
  const maxOf = (name: CommandName): number => (name.startsWith('proposal') ? LIMITS.proposalText : name.startsWith('minutes') ? LIMITS.minutes : LIMITS.question);

  /** What the schema lets through is in its stored form: well-formed, visible, the same when read again. */
  function flaw(name: CommandName, data: unknown): string | null {
    const texts = leaves(data).filter(({ path, value }) => typeof value === 'string' && path[0] !== 'password' && path[0] !== 'token');
    const kept = texts.find(({ value }) => INVISIBLE.test(withoutPictures(value as string)) || /\p{Surrogate}/u.test(value as string));
    if (kept) return `kept at ${kept.path.join('.')}`;
    return JSON.stringify(commands[name].payload.parse(data)) === JSON.stringify(data) ? null : 'another form the second time';
  }

  /** Why this answer is wrong; `null`: it is right. */
  function wrong(reply: Reply, isLetThrough: boolean): string | null {
    if (reply.ok) return isLetThrough ? null : 'accepted though its schema refuses it';
    if (REFUSALS[reply.code] >= 500) return JSON.stringify(reply);
    if (!isLetThrough && reply.code === 'request.invalid' && !reply.path?.startsWith('payload')) return 'no path';
    return JSON.stringify(reply).length > 500 ? 'says too much' : null;
  }

  it.each(outside)('%s', async (name: CommandName) => {
    const fresh = () => JSON.parse(JSON.stringify(samples(dialogue)[name])) as unknown;
    // the items of a list have one schema: the first stands for all
    const cases = leaves(fresh()).filter(({ path }) => path.every((part) => typeof part === 'string' || part === 0)).flatMap(({ path, value }) => valuesFor(value, name).map(([family, hostile]) => {
      const payload = replaced(fresh(), path, hostile);
      return { label: `${path.join('.')} ← ${family}`, payload, parsed: commands[name].payload.safeParse(payload) };
    }));
    const faults: string[] = [];
    const giveAll = (some: typeof cases) => Promise.all(some.map(async ({ label, payload, parsed }) => {
      const said = wrong(await give(name, payload), parsed.success) ?? (parsed.success ? flaw(name, parsed.data) : null);
      if (said !== null) faults.push(`${label}: ${said}`);
    }));
    const [refused, letThrough] = [cases.filter(({ parsed }) => !parsed.success), cases.filter(({ parsed }) => parsed.success)];
    const before = await stateNow();
    await giveAll(refused);
    expect(await stateNow()).toBe(before);
    for (let i = 0; i < letThrough.length; i += MOST_AT_ONCE) await giveAll(letThrough.slice(i, i + MOST_AT_ONCE));
    expect(faults).toEqual([]);
    expect(refused.length).toBeGreaterThan(cases.length / 5);
  }, 120_000);
});
