import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DialogueFixture, LiveClient } from '@tegerek/testkit';
import { accepted, patiently, startWorld, type World } from '../world.js';
import { startNodeProcess, type NodeProcess } from './node-process.js';
import { RawSocket } from './raw-socket.js';

const SPACE = '0c8a4f0e-0000-4000-8000-000000000001';
const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const command = (payload: string, space = SPACE): string => `{"id":"${randomUUID()}","name":"seat.join","space":"${space}","payload":${payload}}`;

/** Frames that must close their own socket and nothing else. */
const CLOSING: [string, string | Buffer][] = [
  ['no JSON', '42{'], ['not an array', '42{"a":1}'], ['an empty array', '42[]'], ['an event that is an object', '42[{"toString":"foo"}]'], ['a reserved event', '42["connect"]'], ['another reserved event', '42["disconnecting"]'],
  ['newListener', '42["newListener","x"]'], ['an unknown packet type', '49["x"]'], ['an unknown Engine.IO type', '9hello'], ['an endless number of attachments', '45999999999-["command",{"_placeholder":true,"num":0}]'],
  ['no attachment count', '45-["x"]'], ['a disconnect with a body', '41{"x":1}'], ['a second connect with a broken body', '40["x"'], ['binary where nothing waits for it', Buffer.from([1, 2, 3])],
];

/** Frames that are answered, counted or ignored; the socket may stay. */
const BORNE: [string, string][] = [
  ['an unknown event', '42["nobody-knows"]'], ['__proto__ as an event', '42["__proto__",{}]'], ['constructor as an event', '42["constructor",{}]'], ['toString as an event', '42["toString"]'], ['error as an event', '42["error","x"]'],
  ['a number as an event', '42[1,2]'], ['an event of 1 KB', `42["${'x'.repeat(1_024)}"]`], ['an acknowledgement of nothing', '4399["x"]'], ['an acknowledgement twice', '4399["x"]'], ['an acknowledgement of __proto__', '430["__proto__"]'],
  ['a command without acknowledgement', `42["command",${command('{}')}]`], ['a command without anything', '42["command"]'], ['a command that is null', '42["command",null]'], ['a command that is a list', '42["command",[],[],[]]'],
  ['a space without a string form', '42["command",{"space":{"toString":"foo","valueOf":"bar"}}]'], ['leaving a thing without a string form', '42["leave",{"toString":"foo","valueOf":"bar"}]'], ['leaving nothing', '42["leave"]'],
  ['leaving __proto__', '42["leave","__proto__"]'], ['joining nothing', '42["join"]'], ['joining a list', '42["join",[]]'], ['joining a hall of numbers', '42["join",{"space":1,"as":"seat","protocol":1}]'],
  ['joining __proto__', '42["join",{"__proto__":{"space":1},"space":"__proto__","as":"seat","protocol":1}]'], ['joining in capitals', `42["join",{"space":"${SPACE.toUpperCase()}","as":"public","protocol":1}]`],
  ['a payload that sets a prototype', `42["command",${command('{"__proto__":{"role":"organizer"}}')}]`], ['depth 14,000', `42["command",${command(deep(14_000))}]`], ['depth 9 in the envelope', `42["command",{"id":${deep(9)}}]`],
  ['100,000 empty strings', `42["command",${command(`[${'"",'.repeat(9_000)}""]`)}]`], ['acknowledgements that are no functions', `42["command",${command('{}')},5,{"call":1}]`],
];

describe('raw frames (I-01…I-06)', () => {
  let world: World;
  let node: NodeProcess;
  let dialogue: DialogueFixture;
  let bystander: LiveClient;
  const SEAT = { headers: {} as Record<string, string> };

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    node = await startNodeProcess(world.databaseUrl);
    const { LiveClient: Client } = await import('@tegerek/testkit');
    bystander = new Client(node.url);
    await bystander.signIn(dialogue.dialogueId, dialogue.participants[0]?.authKey ?? '');
    await bystander.join(dialogue.dialogueId);
    SEAT.headers = { Cookie: bystander.cookie ?? '' };
  });
  afterAll(async () => {
    bystander.close();
    await node.stop();
    await world.close();
  });

  /** The process stands, and somebody else's socket was never touched. */
  async function othersLive(): Promise<void> {
    expect(node.isAlive()).toBe(true);
    const reply = await bystander.give('consent.set', { given: { photo: Math.random() < 0.5 } }, { over: 'socket' });
    expect(['ok', 'request.too-many']).toContain(reply.ok ? 'ok' : reply.code);
    expect(bystander.snapshots).toBe(1);
  }

  it.each(CLOSING)('%s closes that socket alone', async (_, frame) => {
    const raw = await RawSocket.open(node.port, SEAT);
    if (typeof frame === 'string') raw.text(frame);
    else raw.frame(0x82, frame);
    await raw.until(() => raw.isClosed);
    await othersLive();
  });

  it.each(BORNE)('%s harms nobody', async (_, frame) => {
    const raw = await RawSocket.open(node.port, SEAT);
    raw.text(frame);
    // what comes after is still answered, or the socket is closed: never silence
    raw.text('427["join",{}]');
    await raw.until(() => raw.isClosed || raw.received.some((line) => line.startsWith('437[')));
    if (!raw.isClosed) expect(await raw.ack(7)).toMatchObject({ ok: false, code: 'request.invalid' });
    raw.close();
    await othersLive();
  });

  it.each([['null', 'null'], ['a list', '[]'], ['numbers', '{"space":1,"as":"seat","protocol":1}'], ['__proto__', '{"__proto__":{"space":1},"space":"__proto__","as":"seat","protocol":1}'], ['depth 9,000', deep(9_000)]])('who asks to join %s while connecting is told no and stays connected', async (_, join) => {
    const raw = await RawSocket.open(node.port, { ...SEAT, auth: `{"join":${join}}` });
    await raw.until(() => raw.received.some((frame) => frame.startsWith('42["joined",{"ok":false,"code":"request.invalid"')));
    raw.text('427["leave",""]');
    expect(await raw.ack(7)).toEqual({ ok: true });
    raw.close();
    await othersLive();
  });

  it('who asks to join while connecting is answered behind the connection, and pushed what comes (LIVE-4)', async () => {
    const raw = await RawSocket.open(node.port, { ...SEAT, auth: `{"join":{"space":"${dialogue.dialogueId}","as":"seat","protocol":1}}` });
    await raw.until(() => raw.received.some((frame) => frame.startsWith('42["joined",{"ok":true')));
    const { seq } = accepted(await patiently(() => bystander.give('consent.set', { given: { notice: true } }, { over: 'socket' })));
    await raw.until(() => raw.received.some((frame) => frame.startsWith('42["runs"') && frame.includes(`${seq}`)));
    expect(raw.received.findIndex((frame) => frame.startsWith('40'))).toBeLessThan(raw.received.findIndex((frame) => frame.startsWith('42["joined"')));
    raw.close();
  });

  it('a command that asks for depth 14,000 is told so', async () => {
    const raw = await RawSocket.open(node.port, SEAT);
    raw.text(`421["command",${command(deep(14_000))}]`);
    expect(await raw.ack(1)).toMatchObject({ ok: false, code: 'request.too-deep' });
    raw.close();
  });

  it.each([['one byte more than allowed', 32_769], ['70 KB', 70_000]])('a frame of %s closes the socket with 1009', async (_, size) => {
    const raw = await RawSocket.open(node.port, SEAT);
    raw.text(`42["command","${'x'.repeat(size - '42["command",""]'.length)}"]`);
    await raw.until(() => raw.isClosed);
    expect(raw.closeCode).toBe(1009);
    await othersLive();
  });

  it('a frame that claims 4 GB closes the socket before the bytes come', async () => {
    const raw = await RawSocket.open(node.port, SEAT);
    raw.frame(0x81, Buffer.from('42['), 4_000_000_000);
    await raw.until(() => raw.isClosed);
    await othersLive();
  });

  it('an attachment that never comes keeps nobody waiting', async () => {
    const raw = await RawSocket.open(node.port, SEAT);
    raw.text('451-["command",{"_placeholder":true,"num":0}]');
    raw.text('42["command"]');
    await raw.until(() => raw.isClosed);
    await othersLive();
  });

  it.each(['nobody-knows', '__proto__', 'toString', 'constructor'])('twenty strays named %s are borne, more are not', async (event) => {
    const raw = await RawSocket.open(node.port, SEAT);
    for (let i = 0; i < 30; i++) raw.text(`42["${event}"]`);
    await raw.until(() => raw.isClosed);
    await othersLive();
  });

  it('frames that are broken below WebSocket close the socket', async () => {
    const broken: Buffer[] = [Buffer.from([0x81, 0x03, 1, 2, 3]), Buffer.from([0xf1, 0x80, 0, 0, 0, 0]), Buffer.from([0x88, 0x81, 0, 0, 0, 0, 7]), Buffer.from([0x81, 0x84, 0, 0, 0, 0, 0xff, 0xfe, 0xfd, 0xfc]), Buffer.from([0x89, 0xfe, 0, 200]), Buffer.from([0x80, 0x80, 0, 0, 0, 0])];
    for (const bytes of broken) {
      const raw = await RawSocket.open(node.port, SEAT);
      raw.socket.write(bytes);
      await raw.until(() => raw.isClosed);
    }
    await othersLive();
  });

  it('a socket that never says «connect» to the namespace is closed (Z-16)', async () => {
    const raw = await RawSocket.open(node.port, { ...SEAT, bare: true });
    await raw.until(() => raw.isClosed, 15_000);
    await othersLive();
  });

  it.each([['null', 'null'], ['evil', 'http://evil.example'], ['a host that begins alike', 'http://127.0.0.1.evil.example'], ['another port', 'http://127.0.0.1:1'], ['no URL', 'evil'], ['a list', 'http://a, http://b']])(
    'a page with the origin %s gets no socket (Z-17)', async (_, origin) => {
      const raw = await RawSocket.open(node.port, { headers: { ...SEAT.headers, Origin: origin } });
      expect(raw.status).toBe(400);
      await raw.ended;
      raw.close();
    });

  it('an own page does', async () => {
    const raw = await RawSocket.open(node.port, { headers: { ...SEAT.headers, Origin: node.url } });
    expect(raw.status).toBe(101);
    raw.close();
  });

  it('a torrent of broken sockets leaves the process as it was, and no rejection unhandled', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
      const raw = await RawSocket.open(node.port);
      const frame = [...CLOSING, ...BORNE][i % (CLOSING.length + BORNE.length)]?.[1] ?? '';
      raw.text(frame.toString());
      if (i % 3 === 0) raw.close();
      return raw;
    }));
    for (const raw of all) raw.close();
    await othersLive();
    expect(node.output()).not.toMatch(/UnhandledPromiseRejection|unhandledRejection|Uncaught/u);
  });
});
