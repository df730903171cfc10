import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilesSweep, UNQUOTED_MS } from '@tegerek/api/modules/files/index';
import { Clock } from '@tegerek/api/platform/clock/clock';
import { LIMITS } from '@tegerek/contracts';
import type { DialogueFixture, LiveClient } from '@tegerek/testkit';
import { strToU8, zipSync } from 'fflate';
import { accepted, startWorld, type World } from '../world.js';

const PDF = strToU8('%PDF-1.7\nплан\n%%EOF');
const FIELDS = { title: 'Планы', text: 'Публиковать планы', addressee: '', responsible: '', deadline: '', indicator: '', region: '' };

describe('files of evidence', () => {
  let world: World;
  let dialogue: DialogueFixture;
  let foreign: DialogueFixture;
  let sender: LiveClient;
  let other: LiveClient;
  let observer: LiveClient;
  const proposalId = randomUUID();

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    foreign = await world.dialogue();
    const [first, second] = dialogue.participants;
    if (!first || !second) throw new Error('two participants are needed');
    [sender, other, observer] = await Promise.all([world.device(dialogue.dialogueId, first), world.device(dialogue.dialogueId, second), world.device(dialogue.dialogueId, dialogue.observer)]);
    accepted(await sender.give('proposal.submit', { proposalId, panelId: dialogue.panels[0]?.id ?? '', language: 'ru', fields: FIELDS, fromQuestion: null }, { space: dialogue.dialogueId, over: 'http' }));
  });
  afterAll(() => world.close());

  const post = async (by: LiveClient | null, bytes: Uint8Array, name = 'план.pdf', { space = dialogue.dialogueId, headers = {} }: { space?: string; headers?: Record<string, string> } = {}) => {
    const response = await fetch(`${world.url}/api/dialogues/${space}/files?name=${encodeURIComponent(name)}`, { method: 'POST', body: Buffer.from(bytes), headers: { 'content-type': 'application/octet-stream', ...(by?.cookie ? { cookie: by.cookie } : {}), ...headers } });
    return { status: response.status, body: (await response.json()) as { hash?: string; name?: string; type?: string; code?: string } };
  };
  const get = (by: LiveClient | null, hash: string, name = 'план.pdf', space = dialogue.dialogueId) => fetch(`${world.url}/api/dialogues/${space}/files/${hash}?name=${encodeURIComponent(name)}`, { headers: by?.cookie ? { cookie: by.cookie } : {} });
  const attach = (by: LiveClient, hash: string, name = 'план.pdf') => by.give('evidence.attach', { evidenceId: randomUUID(), proposalId, claim: 'Утверждение', source: 'Источник', date: '', region: '', link: '', confidence: 'high', language: 'ru', file: { hash, name } }, { space: dialogue.dialogueId, over: 'http' });

  it('stand under the hash of their bytes and come back as they were, to be saved and never shown', async () => {
    const sent = await post(sender, PDF, '../План «2027».exe');
    expect(sent).toEqual({ status: 201, body: { ok: true, hash: createHash('sha256').update(PDF).digest('hex'), name: 'План «2027».pdf', type: 'application/pdf', size: PDF.length } });
    const { hash = '' } = sent.body;
    expect((await get(other, hash)).status).toBe(404); // nothing quotes it yet
    accepted(await attach(sender, hash));
    const response = await get(other, hash, 'План.pdf');
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(PDF))).toBe(true);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cross-origin-resource-policy'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('План.pdf')}`, 'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each<readonly [string, Uint8Array, string, number]>([
    ['nothing', new Uint8Array(), 'file.type', 415], ['a page', strToU8('<html><script>alert(1)</script>'), 'file.type', 415], ['a picture that runs', strToU8('<svg onload="alert(1)"/>'), 'file.type', 415],
    ['a program', Uint8Array.from([0x4d, 0x5a, 1, 2]), 'file.type', 415], ['macros', zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x'), 'word/vbaProject.bin': strToU8('x') }), 'file.type', 415],
    ['too much', new Uint8Array(LIMITS.fileBytes + 1), 'file.too-large', 413],
  ])('%s is refused with its reason', async (_, bytes, code, status) => { expect(await post(other, bytes)).toMatchObject({ status, body: { ok: false, code } }); });

  it('that break off on the way leave nothing, and the next one is taken', async () => {
    const third = dialogue.participants[2];
    if (!third) throw new Error('three participants are needed');
    const by = await world.device(dialogue.dialogueId, third);
    const bytesKept = async () => (await world.server.database.query('SELECT count(*)::int AS n FROM files.chunk')) as unknown;
    const before = await bytesKept();
    for (let i = 0; i < 3; i++) await new Promise<void>((resolve) => {
      const half = request(`${world.url}/api/dialogues/${dialogue.dialogueId}/files?name=x.pdf`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'content-length': 1_000, cookie: by.cookie } });
      half.on('error', () => resolve());
      half.write(PDF, () => half.destroy(new Error('the network is gone')));
    });
    expect(await bytesKept()).toEqual(before);
    expect((await post(by, strToU8('%PDF-1.7\nпосле обрыва'), '..\\..\\CON.pdf')).status).toBe(201);
  });

  it('are taken from seats that may give evidence, and found by seats of that dialogue', async () => {
    for (const by of [null, observer]) expect((await post(by, PDF)).status).toBe(404);
    expect((await post(sender, PDF, 'x', { space: foreign.dialogueId })).status).toBe(404);
    expect((await post(sender, PDF, 'x', { space: 'x' })).status).toBe(404);
    expect((await post(sender, PDF, 'x', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    const { hash = '' } = (await post(sender, PDF)).body;
    expect([(await get(null, hash)).status, (await get(observer, hash)).status, (await get(sender, hash, 'x', foreign.dialogueId)).status, (await get(sender, '../etc')).status, (await get(sender, 'f'.repeat(64))).status]).toEqual([404, 200, 404, 404, 404]);
    expect(await attach(other, 'f'.repeat(64))).toMatchObject({ code: 'file.unknown', path: 'file' });
  });

  it('that nothing quotes are forgotten after a day; quoted ones stay', async () => {
    const loose = strToU8('просто текст');
    const third = dialogue.participants[2];
    if (!third) throw new Error('three participants are needed');
    const { hash = '' } = (await post(await world.device(dialogue.dialogueId, third), loose, 'a.txt')).body;
    const clock = world.server.app.get(Clock);
    const sweep = world.server.app.get(FilesSweep, { strict: false });
    expect(await sweep.sweep()).toBe(0);
    clock.now = () => Date.now() + UNQUOTED_MS + 60_000;
    expect(await sweep.sweep()).toBe(2); // and the one after the broken ones
    clock.now = () => Date.now();
    const kept = createHash('sha256').update(PDF).digest('hex');
    expect([(await get(other, hash)).status, (await get(other, kept)).status]).toEqual([404, 200]);
    expect(await world.server.database.query('SELECT DISTINCT hash FROM files.chunk')).toEqual([{ hash: kept }]);
  });

  it('have a quota per seat and dialogue', async () => {
    await world.server.database.query('UPDATE files.file SET size = $1 WHERE by_seat = $2', [LIMITS.fileBytesPerSeat, dialogue.participants[0]?.seatId]);
    const full = await post(sender, strToU8('ещё текст'), 'b.txt');
    expect(full).toMatchObject({ status: 429 });
    expect(['file.quota', 'request.too-many']).toContain(full.body.code);
  });
});
