import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@tegerek/api/platform/clock/clock';
import { CounterReader } from '@tegerek/api/platform/presses/counter-reader';
import type { ReplicaState } from '@tegerek/replica';
import type { LiveClient } from '@tegerek/testkit';
import { accepted, startWorld, type World } from '../world.js';

describe('slices (LIVE-10)', () => {
  let world: World;
  let space: string;
  let panelId: string;
  let device: LiveClient;
  let moderator: LiveClient;
  let builds = 0;

  beforeAll(async () => {
    world = await startWorld();
    const dialogue = await world.dialogue();
    space = dialogue.dialogueId;
    panelId = dialogue.panels[0]?.id ?? '';
    device = await world.device(space, dialogue.observer);
    moderator = await world.device(space, dialogue.moderator);
    // each build reads its counters once
    const reader = world.server.app.get(CounterReader);
    const read = reader.of.bind(reader);
    reader.of = (objects) => { builds++; return read(objects); };
  });
  afterAll(() => world.close());

  const slices = async (names: string, at: string) => (await device.request('GET', `/api/dialogues/${space}/slices/${names}?at=${at}`)).body as ReplicaState;

  it('asking differently for the same thing does not have it built anew', async () => {
    const clock = world.server.app.get(Clock);
    const stopped = Date.now();
    clock.now = () => stopped;
    await slices(`core,panel-${panelId}`, '1');
    builds = 0;
    const asked = ['9007199254740991', '1e308', '-5', 'x', ''].flatMap((at) => [`core,panel-${panelId}`, `panel-${panelId},core,core`, `core,panel-${panelId},panel-nothing`].map((names) => slices(names, at)));
    const answers = await Promise.all(asked);
    expect(new Set(answers.map((answer) => answer.hash)).size).toBe(1);
    expect(builds).toBe(0);
    clock.now = () => stopped + 1_001;
    await slices(`core,panel-${panelId}`, '1');
    expect(builds).toBe(1);
    clock.now = () => Date.now();
  });

  it('whoever names an entry gets a fold that has it, cached or not', async () => {
    for (const to of ['open', 'discussion', 'formulation'] as const) {
      const { seq } = accepted(await moderator.give('panel.move-phase', { panelId, to }, { space, over: 'http' }));
      const fresh = await slices('core', String(seq));
      expect(fresh.seq).toBeGreaterThanOrEqual(seq);
      expect(fresh.snapshot.core.panels[panelId]?.phase).toBe(to);
    }
  });
});
