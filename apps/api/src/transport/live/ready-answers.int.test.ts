import { createServer } from 'node:http';
import { connect as connectTcp, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { JoinReply } from '@tegerek/contracts';
import { Server } from 'socket.io';
import { hear, joinText, tell, type Answer } from './ready-answers.js';

const ends: (() => void)[] = [];
afterEach(() => { for (const end of ends.splice(0)) end(); });

const REPLIES: Record<string, unknown> = { short: { ok: true }, kyrgyz: { text: 'Кыргыз: ң ө ү' }, middle: { text: 'a'.repeat(200) }, long: { text: 'я'.repeat(40_000) }, nothing: null };
const END = '"the end"';

const LONG_JOIN = { ok: true, now: 1, runs: [{ from: 1, to: 2, hash: 'ң'.repeat(300) }] } as unknown as JoinReply;

/** The bytes that a client gets for one question after another and, in between, for two at once. */
async function bytesFor(isAtOnce: boolean): Promise<string> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  server.on('connection', (socket) => {
    const heard = (event: string, name: unknown, ack: Answer): void => {
      if (event === 'both') socket.emit('told', 'first');
      if (event === 'join' && isAtOnce) tell(socket, 'joined', joinText(LONG_JOIN));
      else if (event === 'join') socket.emit('joined', LONG_JOIN);
      if (event === 'join') return ack(isAtOnce ? joinText(LONG_JOIN) : LONG_JOIN);
      ack(event === 'ask' ? REPLIES[String(name)] : event === 'both' ? 'then' : 'the end');
      ack('a second answer');
      if (event === 'both') socket.emit('told', 'last');
    };
    if (isAtOnce) hear(socket, heard);
    else socket.onAny((event: string, ...args: unknown[]) => heard(event, args[0], typeof args.at(-1) === 'function' ? (args.at(-1) as Answer) : () => undefined));
  });
  await new Promise<void>((done) => { http.listen(0, '127.0.0.1', done); });
  ends.push(() => void server.close());
  const socket = connectTcp((http.address() as AddressInfo).port, '127.0.0.1');
  ends.push(() => socket.destroy());
  const say = (text: string): void => void socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]));
  socket.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n\r\n');
  let bytes = Buffer.alloc(0);
  return new Promise((done) => {
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (text.includes('"upgrades"')) say('40');
      else if (text.startsWith('40{', 2)) [...Object.keys(REPLIES).map((name, i) => `42${i + 7}["ask","${name}"]`), '42123["both"]', '42124["join"]', '42["end"]', '4299["end"]'].forEach(say);
      else bytes = Buffer.concat([bytes, chunk]);
      if (bytes.includes(END)) done(bytes.toString('hex'));
    });
  });
}

describe('acknowledgements as ready-made frames', () => {
  it('are byte for byte those of Socket.IO, once each and in order with its other frames', async () => {
    const ours = await bytesFor(true);
    expect(ours).toBe(await bytesFor(false));
    for (const packet of ['437[{"ok":true}]', `42["joined",${JSON.stringify(LONG_JOIN)}]`, `43124[${JSON.stringify(LONG_JOIN)}]`]) expect(Buffer.from(ours, 'hex').toString()).toContain(packet);
  });
});
