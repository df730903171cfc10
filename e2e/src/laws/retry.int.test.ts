import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveClient } from '@tegerek/testkit';
import { accepted, startWorld, type World } from '../world.js';

describe('retry: the same id twice is once (LIVE-7)', () => {
  let world: World;
  let space: string;
  let panelId: string;
  let moderator: LiveClient;

  beforeAll(async () => {
    world = await startWorld();
    const dialogue = await world.dialogue();
    space = dialogue.dialogueId;
    panelId = dialogue.panels[0]?.id ?? '';
    moderator = await world.device(space, dialogue.moderator);
    await moderator.join(space);
  });
  afterAll(() => world.close());

  const entries = async () => Number(((await world.server.database.query('SELECT count(*) AS n FROM log.entry WHERE log_id = $1', [space])) as { n: number }[])[0]?.n);

  it('sent five times at once, over both transports, is one entry and one answer', async () => {
    const before = await entries();
    const id = randomUUID();
    const replies = await Promise.all((['socket', 'http', 'socket', 'http', 'socket'] as const).map((over) => moderator.give('panel.move-phase', { panelId, to: 'open' }, { id, over })));
    expect(await entries()).toBe(before + 1);
    expect(new Set(replies.map((reply) => accepted(reply).seq)).size).toBe(1);
    expect(new Set(replies.map((reply) => accepted(reply).hash)).size).toBe(1);
  });

  it('with another body it is refused', async () => {
    const id = randomUUID();
    accepted(await moderator.give('minutes.add', { entryId: randomUUID(), panelId, text: 'Первый текст' }, { id }));
    expect(await moderator.give('minutes.add', { entryId: randomUUID(), panelId, text: 'Другой текст' }, { id })).toMatchObject({ ok: false, code: 'request.id-reused' });
  });

  it('a stored refusal stays refused after the state changed', async () => {
    const id = randomUUID();
    expect(await moderator.give('panel.move-phase', { panelId, to: 'formulation' }, { id })).toMatchObject({ ok: false, code: 'panel.transition' });
    accepted(await moderator.give('panel.move-phase', { panelId, to: 'discussion' }));
    expect(await moderator.give('panel.move-phase', { panelId, to: 'formulation' }, { id })).toMatchObject({ ok: false, code: 'panel.transition', dup: true });
  });
});
