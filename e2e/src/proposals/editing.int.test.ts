import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DialogueFixture, LiveClient } from '@tegerek/testkit';
import { accepted, startWorld, type World } from '../world.js';

const FIELDS = { title: 'Планы', text: 'Публиковать планы', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };

describe('who is editing (LIVE-12)', () => {
  let world: World;
  let dialogue: DialogueFixture;
  let author: LiveClient;
  let other: LiveClient;
  let rapporteur: LiveClient;
  let elsewhere: LiveClient;
  const proposalId = randomUUID();

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    const space = dialogue.dialogueId;
    const panels = dialogue.panels.map((panel) => panel.id);
    const second = await world.startNode();
    const [first, next] = dialogue.participants;
    if (!first || !next) throw new Error('two participants are needed');
    author = await world.device(space, first);
    other = await world.device(space, next);
    rapporteur = await world.device(space, dialogue.rapporteur);
    elsewhere = await world.device(space, dialogue.moderator, second);
    for (const device of [author, other, rapporteur, elsewhere]) await device.join(space, 'seat', panels);
    accepted(await author.give('proposal.submit', { proposalId, panelId: panels[0] ?? '', language: 'ru', fields: FIELDS, fromQuestion: null }));
  });
  afterAll(() => world.close());

  const shown = (device: LiveClient) => device.editing.map(({ seatId, field }) => [seatId, field]);
  const me = () => dialogue.participants[0]?.seatId;

  it('is told to every seat, on every node, and taken back', async () => {
    await author.edit({ proposalId, field: 'text' });
    for (const device of [other, rapporteur, elsewhere]) await device.until(() => device.editing.length === 1, 'the cursor is shown');
    for (const device of [other, rapporteur, elsewhere]) expect(shown(device)).toEqual([[me(), 'text']]);
    await author.edit(null);
    for (const device of [other, elsewhere]) await device.until(() => device.editing.length === 0, 'the cursor is gone');
  });

  it('is not shown where that seat could save nothing, and leaves no trace in the log', async () => {
    const { seq } = author.state;
    await other.edit({ proposalId, field: 'text' });
    await other.edit({ proposalId: randomUUID(), field: 'text' });
    await author.edit({ proposalId, field: 'deadline' });
    await rapporteur.until(() => rapporteur.editing.length > 0, 'the author is shown');
    expect(shown(rapporteur)).toEqual([[me(), 'deadline']]);
    const [{ head }] = (await world.server.database.query('SELECT max(seq) AS head FROM log.entry WHERE log_id = $1', [dialogue.dialogueId])) as [{ head: number }];
    expect(head).toBe(seq);
  });

  it('comes with the join, and ends with the socket', async () => {
    const newcomer = await world.device(dialogue.dialogueId, dialogue.observer);
    await newcomer.join(dialogue.dialogueId);
    await newcomer.until(() => newcomer.editing.length > 0, 'the author is shown');
    author.close();
    for (const device of [newcomer, elsewhere]) await device.until(() => device.editing.length === 0, 'the cursor is gone');
    newcomer.close();
  });
});
