import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { launchChromium } from './chromium.js';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.js';

function listen(server: Server): Promise<number> {
  return new Promise((done) => { server.listen(0, '127.0.0.1', () => { done((server.address() as AddressInfo).port); }); });
}

function open(port: number): Promise<Socket> {
  return new Promise((done, fail) => { const socket = connect(port, '127.0.0.1', () => { done(socket); }).once('error', fail); });
}

function failure(socket: Socket): Promise<string | undefined> {
  return new Promise((done) => { socket.once('error', (error: NodeJS.ErrnoException) => { done(error.code); }); });
}

function echoed(socket: Socket, text: string): Promise<string> {
  return new Promise((done) => { socket.once('data', (data) => { done(data.toString()); }); socket.write(text); });
}

describe('the cutting proxy', () => {
  let echo: Server;
  let proxy: CuttingProxy;
  const seen = { ended: 0 };

  beforeEach(async () => {
    seen.ended = 0;
    echo = createServer((socket) => { socket.on('error', () => undefined).on('close', () => { seen.ended += 1; }).pipe(socket); });
    proxy = await startCuttingProxy({ target: await listen(echo) });
  });
  afterEach(async () => {
    await proxy.close();
    echo.close();
  });

  it('passes bytes both ways and counts the connections', async () => {
    const socket = await open(proxy.port);
    expect(await echoed(socket, 'Салам')).toBe('Салам');
    expect(proxy.connections).toBe(1);
    socket.destroy();
  });

  it('resets what is open, refuses what is new, and lets both in again on the same port', async () => {
    const { port } = proxy;
    const socket = await open(port);
    await echoed(socket, 'one');
    const broken = failure(socket);
    await proxy.cut();
    expect(await broken).toBe('ECONNRESET');
    expect(proxy).toMatchObject({ connections: 0, isCut: true });
    await expect(open(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.restore();
    expect(proxy.port).toBe(port);
    const again = await open(port);
    expect(await echoed(again, 'two')).toBe('two');
    again.destroy();
  });

  it('drops the connection when nothing listens behind it', async () => {
    const { port } = echo.address() as AddressInfo;
    const orphan = await startCuttingProxy({ target: port });
    await new Promise((done) => { echo.close(done); });
    const socket = await open(orphan.port);
    expect(await failure(socket)).toBe('ECONNRESET');
    await orphan.close();
  });
});

describe('the cutting proxy under a browser', () => {
  it('takes the network from an open page and gives it back without a reload', async () => {
    const server = createHttpServer((_request, response) => { response.setHeader('content-type', 'text/html').end('<p>here</p>'); });
    const proxy = await startCuttingProxy({ target: await listen(server) });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${proxy.port}/`);
      const ask = (): Promise<unknown> => page.evaluate(`fetch('/').then((reply) => reply.text(), () => 'no network')`);
      expect(await ask()).toBe('<p>here</p>');
      await proxy.cut();
      expect(await ask()).toBe('no network');
      await proxy.restore();
      expect(await ask()).toBe('<p>here</p>');
    } finally {
      await browser.close();
      await proxy.close();
      server.close();
    }
  });
});
