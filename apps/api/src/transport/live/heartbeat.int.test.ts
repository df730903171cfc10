import { createServer } from 'node:http';
import { connect as connectTcp, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { Heartbeat } from './heartbeat.js';

const PERIOD = { intervalMs: 200, timeoutMs: 160 };
const ends: (() => void)[] = [];
afterEach(() => { for (const end of ends.splice(0)) end(); });

async function start(): Promise<number> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], pingInterval: PERIOD.intervalMs, pingTimeout: PERIOD.timeoutMs });
  const heartbeat = new Heartbeat(server.engine, PERIOD);
  await new Promise<void>((done) => { http.listen(0, '127.0.0.1', done); });
  ends.push(() => { heartbeat.stop(); void server.close(); });
  return (http.address() as AddressInfo).port;
}

/** A client by hand, whose messages are all shorter than 126 bytes or the first one: says `answer` to each ping. */
function connect(port: number, answer: string | null) {
  const seen = { pings: 0, isClosed: false };
  const socket = connectTcp(port, '127.0.0.1');
  const say = (text: string): void => void socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]));
  socket.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n\r\n');
  socket.on('data', (bytes) => {
    if (bytes.includes('"upgrades"')) say('40');
    seen.isClosed ||= bytes[0] === CLOSE;
    if (!bytes.includes(PING)) return;
    seen.pings++;
    if (answer !== null) say(answer);
  }).on('close', () => { seen.isClosed = true; }).on('error', () => undefined);
  ends.push(() => socket.destroy());
  return seen;
}
const CLOSE = 0x88;
const PING = Buffer.from([0x81, 1, 0x32]);

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5);
}

describe('the heartbeat of all sockets', () => {
  it('pings in turn, keeps who answers, also with something else than a pong, and closes who is silent', async () => {
    const port = await start();
    const answering = connect(port, '3');
    const talking = connect(port, '42["hello"]');
    const silent = connect(port, null);
    await until(() => silent.isClosed);
    expect(silent.pings).toBe(1);
    await until(() => answering.pings >= 4 && talking.pings >= 4);
    expect([answering.isClosed, talking.isClosed]).toEqual([false, false]);
  });
});
