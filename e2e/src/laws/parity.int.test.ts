import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Rate } from '@tegerek/api/platform/commands/rate';
import { commandNames, commandOf, INSTANCE_SPACE, REFUSALS, type CommandName, type Refused } from '@tegerek/contracts';
import { PERMISSIONS } from '@tegerek/rules';
import type { DialogueFixture, FixtureSeat, LiveClient } from '@tegerek/testkit';
import { startWorld, type World } from '../world.js';
import { samples } from './samples.js';

const outside = commandNames.filter((name) => !commandOf(name).system);

describe('parity: HTTP and socket answer alike', () => {
  let world: World;
  let dialogue: DialogueFixture;
  let foreign: DialogueFixture;
  let organizer: LiveClient;
  const devices = new Map<string, LiveClient>();

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    foreign = await world.dialogue();
    organizer = (dialogue as DialogueFixture & { organizerDevice: LiveClient }).organizerDevice;
    await organizer.join(dialogue.dialogueId, 'facilitator');
    const seats: [string, FixtureSeat | undefined][] = [['moderator', dialogue.moderator], ['rapporteur', dialogue.rapporteur], ['observer', dialogue.observer], ['participant', dialogue.participants[0]]];
    for (const [who, seat] of seats) {
      if (!seat) continue;
      const device = await world.device(dialogue.dialogueId, seat);
      await device.join(dialogue.dialogueId);
      devices.set(who, device);
    }
    devices.set('organizer', organizer);
    jest.spyOn(Rate.prototype, 'take').mockReturnValue(0); // hundreds of envelopes of one seat: the rate would stop the test
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  /** The answer without what differs by nature: id, clock. */
  const bare = ({ id: _, now: __, dup: ___, seq: ____, hash: _____, ...answer }: Refused & { seq?: number; hash?: string }) => answer;

  async function both(device: LiveClient, envelope: Record<string, unknown>) {
    return Promise.all((['socket', 'http'] as const).map(async (over) => (await device.send({ ...envelope, id: randomUUID() }, over)) as Refused));
  }

  it.each(outside)('%s: an unknown field, a wrong type, an empty payload', async (name: CommandName) => {
    const device = devices.get('moderator') as LiveClient;
    const sample = samples(dialogue)[name] as Record<string, unknown>;
    const broken: unknown[] = [{ ...sample, unexpected: 1 }, [], null, 'text', 5, ...Object.keys(sample).flatMap((key) => [{ ...sample, [key]: { nested: [1] } }, { ...sample, [key]: undefined }])];
    for (const [socket, http] of await Promise.all(broken.map((payload) => both(device, { name, space: dialogue.dialogueId, payload })))) {
      expect(bare(socket as Refused)).toEqual(bare(http as Refused));
      if (!(socket as { ok: boolean }).ok) expect(REFUSALS[(socket as Refused).code]).toBeLessThan(500);
    }
  });

  it.each(outside.filter((name) => PERMISSIONS[name].who.every((capacity) => capacity !== 'account' && capacity !== 'anonymous' && capacity !== 'administrator')))(
    '%s: whoever is not in the permission table reads «no such thing», as for a foreign dialogue', async (name: CommandName) => {
      const payload = samples(dialogue)[name];
      await Promise.all([...devices].map(async ([who, device]) => {
        const isAllowed = PERMISSIONS[name].who.some((capacity) => capacity === who || capacity === 'seat' || capacity === 'author');
        if (!isAllowed) {
          const [socket, http] = await both(device, { name, space: dialogue.dialogueId, payload });
          expect([who, (socket as Refused).code, (http as Refused).code]).toEqual([who, expect.stringMatching(NOT_FOR_YOU), expect.stringMatching(NOT_FOR_YOU)]);
        }
        const [abroad] = await both(device, { name, space: foreign.dialogueId, payload });
        expect([who, abroad?.code]).toEqual([who, 'request.not-found']);
      }));
    });

  it('without a session nothing but registration is even looked at', async () => {
    const stranger = await (async () => new (organizer.constructor as new (url: string) => LiveClient)(world.url))();
    for (const name of outside) {
      const space = commandOf(name).lane === 'instance' ? INSTANCE_SPACE : dialogue.dialogueId;
      const reply = (await stranger.send({ id: randomUUID(), name, space, payload: samples(dialogue)[name] }, 'http')) as Refused;
      expect([name, reply.ok, reply.code]).toEqual([name, false, name === 'account.register' ? 'link.used' : name === 'seat.register' ? 'registration.closed' : 'request.not-found']);
    }
  });
});

/** An unknown object of the count lane is told by entitlement. */
const NOT_FOR_YOU = /^(request\.not-found|vote\.not-entitled)$/u;
