import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REFUSALS } from '@tegerek/contracts';
import type { DialogueFixture } from '@tegerek/testkit';
import { startWorld, type World } from '../world.js';
import { startNodeProcess, type NodeProcess } from './node-process.js';

const CANARY = 'CANARY-7f3a';
const CODES = new Set(Object.keys(REFUSALS));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

describe('HTTP', () => {
  let world: World;
  let node: NodeProcess;
  let dialogue: DialogueFixture;
  let cookie: string;

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue();
    node = await startNodeProcess(world.databaseUrl);
    cookie = (await world.device(dialogue.dialogueId, dialogue.participants[0] ?? dialogue.organizer)).cookie ?? '';
  });
  afterAll(async () => {
    await node.stop();
    await world.close();
  });

  /** The path goes out as it is written: `fetch` would tidy it. */
  const ask = (method: string, path: string, { headers = {}, body }: { headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<Answer> => new Promise((resolve, reject) => {
    const outgoing = httpRequest({ port: node.port, host: '127.0.0.1', method, path, headers: { ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }), ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }));
    });
    outgoing.on('error', reject).end(body);
  });
  const JSON_TYPE = { 'Content-Type': 'application/json' };
  const give = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE) => ask('POST', '/api/commands/seat.join', { headers: { Cookie: cookie, ...headers }, body });
  const envelope = (more: object = {}) => JSON.stringify({ id: randomUUID(), space: dialogue.dialogueId, payload: {}, ...more });

  /** A refusal of the contract, with nothing of the request, of the code or of the machine in it. */
  function expectRefusal({ status, text }: Answer): void {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/CANARY|\bat .*\.js|node_modules|SyntaxError|TypeError|\/work|\/home/u);
    const { ok, code } = JSON.parse(text) as { ok?: boolean; code: string };
    expect(ok).not.toBe(true);
    expect(CODES.has(code)).toBe(true);
  }

  it.each<[string, string | Buffer, Record<string, string>]>([
    ['a form', `payload=${CANARY}`, { 'Content-Type': 'application/x-www-form-urlencoded' }], ['JSON called text', `{"space":"${CANARY}"}`, { 'Content-Type': 'text/plain' }], ['no type', `{"x":"${CANARY}"}`, {}],
    ['multipart', CANARY, { 'Content-Type': 'multipart/form-data; boundary=x' }], ['XML', `<a>${CANARY}</a>`, { 'Content-Type': 'application/xml' }], ['another charset', `"${CANARY}"`, { 'Content-Type': 'application/json; charset=utf-7' }],
    ['half a value', `{"${CANARY}":`, JSON_TYPE], ['a comma too many', `{"${CANARY}":1,}`, JSON_TYPE], ['a comment', `/*${CANARY}*/{}`, JSON_TYPE], ['a byte order mark twice', `\uFEFF\uFEFF{"${CANARY}":1}`, JSON_TYPE], ['a bare string', `"${CANARY}"`, JSON_TYPE],
    ['null', 'null', JSON_TYPE], ['a list', '[]', JSON_TYPE], ['nothing', '', JSON_TYPE], ['broken UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), JSON_TYPE], ['depth 100,000', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, JSON_TYPE],
    ['a number of 100 KB', `{"id":${'9'.repeat(100_000)}}`, JSON_TYPE], ['100,000 members', `{"payload":[${'0,'.repeat(100_000)}0]}`, JSON_TYPE], ['a broken gzip', CANARY, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
    ['an unknown encoding', CANARY, { ...JSON_TYPE, 'Content-Encoding': 'zstd-canary' }], ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000, 0x20)), { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
    ['one byte over the limit', `"${'x'.repeat(262_143)}"`, JSON_TYPE], ['10 MB', `"${'x'.repeat(10_000_000)}"`, JSON_TYPE],
    ['a space without a string form', '{"space":{"toString":"CANARY-7f3a"}}', JSON_TYPE], ['a prototype', `{"__proto__":{"space":"${CANARY}"}}`, JSON_TYPE],
  ])('a body that is %s is refused, and says nothing (I-07)', async (name, body, headers) => {
    const answer = await give(body, headers).catch((error: unknown) => error);
    // beyond the limit the connection may be cut while the body still comes
    if (answer instanceof Error && name === '10 MB') expect((answer as { code?: string }).code).toMatch(/ECONNRESET|EPIPE/u);
    else expectRefusal(answer as Answer);
    expect(node.isAlive()).toBe(true);
  });

  it('a body of ordinary size for a command that is not large is too large beyond 32 KB', async () => {
    expect(JSON.parse((await give(envelope({ payload: { x: 'y'.repeat(40_000) } }))).text)).toMatchObject({ ok: false });
  });

  it.each(['HEAD', 'OPTIONS', 'GET', 'PUT', 'DELETE', 'PATCH', 'TRACE'])('%s gives no command', async (method) => {
    const before = await head();
    const answer = await ask(method, '/api/commands/seat.join', { headers: { Cookie: cookie, 'X-HTTP-Method-Override': 'POST', ...JSON_TYPE }, ...(method === 'PUT' || method === 'PATCH' ? { body: envelope() } : {}) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await head()).toBe(before);
  });

  const head = async () => ((await world.server.database.query('SELECT seq FROM log.head WHERE log_id = $1', [dialogue.dialogueId])) as { seq: number }[])[0]?.seq;

  it.each(['/..%2f..%2f..%2fetc/passwd', '/../../../../etc/passwd', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '//etc/passwd', '/./.env', '/.env', '/.git/config', '/%00', '/assets/%00.js', '/%E0%A4%A', '/api/%2e%2e/%2e%2e', '/api/commands/..%2fsession', '/api/dialogues/;x', '/api/dialogues/%61%62/slices/core',
    '/C:%5cwindows', '/..%5c..%5cpackage.json', `/${'a'.repeat(8_000)}`, '/api/dialogues/by-slug/%27%20or%201=1', '/api/dialogues/by-slug/..', '/p/..%2f..', '/p/%00', '/api/dialogues/00000000-0000-4000-8000-000000000001/slices/core', '/socket.io/socket.io.js'])('the path %s leads nowhere (Z-14)', async (path) => {
    const { status, text } = await ask('GET', path, { headers: { Cookie: cookie } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/root:|workspace:|\bat .*\.js|node_modules|ENOENT|DATABASE/u);
  });

  it('every read with every kind of odd parameter is an answer or a refusal, never a fault', async () => {
    const space = dialogue.dialogueId;
    const odd = ['', '%00', '%27', '-1', '1e400', 'NaN', '99999999999999999999', '%F0%9F%98%80', '__proto__', '%5Bobject%20Object%5D', space.toUpperCase(), 'x'.repeat(3_000), '../..', '%ED%A0%80'];
    const places = odd.flatMap((value) => {
      const v = value;
      return [
        `/api/dialogues/${v}/entries`, `/api/dialogues/${space}/entries?after=${v}`, `/api/dialogues/${space}/entries?after=1&hash=${v}&epoch=${v}&rights=${v}`, `/api/dialogues/${space}/entries?panels=${v}&panels=${v}`, `/api/dialogues/${space}/entries?protocol=${v}`, `/api/dialogues/${space}/entries?as=${v}&as=screen`,
        `/api/dialogues/${space}/slices/${v}?at=${v}`, `/api/dialogues/${space}/slices/core?at=${v}&at=1&as=${v}`, `/api/dialogues/${v}/slices/core`, `/api/dialogues/${space}/people?seats=${v}`, `/api/dialogues/${space}/people?search=${v}&page=${v}`, `/api/dialogues/${space}/people?search[__proto__][x]=${v}&page[]=1`,
        `/api/dialogues/${space}/votes/${v}/ballots`, `/api/dialogues/${space}/resolutions/${v}.json?lang=${v}`, `/api/dialogues/${space}/resolutions/999999.docx?lang=${v}&lang=ru`, `/api/dialogues/${v}/bundle.zip`, `/api/dialogues/by-slug/${v}`, `/p/${v}?lang=${v}&lang=ru`, `/p/${v}/data.json`, `/p/assets/${v}`, `/api/session?${v}=${v}`, `/api/screens/me?x=${v}`,
      ];
    });
    const faults: [string, number][] = [];
    const moderator = (await world.device(space, dialogue.moderator)).cookie ?? '';
    for (const path of places) {
      const { status, text } = await ask('GET', path, { headers: { Cookie: moderator } });
      if (status >= 500 || /\bat .*\.js/u.test(text)) faults.push([path, status]);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it.each(['null', 'http://evil.example', 'http://127.0.0.1.evil.example', 'http://evil-127.0.0.1', 'http://127.0.0.1', 'file://', 'x', 'http://user@127.0.0.1:1'])('a state change from the page %s is refused (Z-17, Z-18)', async (origin) => {
    const before = await head();
    for (const path of ['/api/commands/seat.join', '/api/session/code', '/api/session/login', '/api/session/sign-out', '/api/screens']) {
      const answer = await ask('POST', path, { headers: { Cookie: cookie, Origin: origin, ...JSON_TYPE }, body: envelope() });
      expect([path, answer.status, JSON.parse(answer.text)]).toEqual([path, 403, { ok: false, code: 'session.origin' }]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(await head()).toBe(before);
  });

  it('a browser that hides the origin but says «cross-site» is refused too', async () => {
    for (const site of ['cross-site', 'same-site']) expect((await give(envelope(), { ...JSON_TYPE, 'Sec-Fetch-Site': site })).status).toBe(403);
  });

  it.each(['null', 'http://evil.example'])('no page of %s may read what is answered (Z-19)', async (origin) => {
    for (const [method, path] of [['OPTIONS', '/api/commands/seat.join'], ['GET', '/api/session'], ['GET', '/api/dialogues'], ['GET', `/api/dialogues/${dialogue.dialogueId}/slices/core`], ['OPTIONS', '/socket.io/?EIO=4&transport=websocket']] as const) {
      const { headers } = await ask(method, path, { headers: { Origin: origin, Cookie: cookie, 'Access-Control-Request-Method': 'POST' } });
      expect([path, headers['access-control-allow-origin'], headers['access-control-allow-credentials']]).toEqual([path, undefined, undefined]);
    }
  });

  it('every page and every answer carries the headers that hold scripts and frames out', async () => {
    for (const path of ['/', '/j/x', '/d/x', '/console', '/organizer', '/screen', '/api/session', '/api/health/live', '/nowhere', '/api/nowhere', '/p/nobody', '/api/dialogues', '/api/openapi.json']) {
      const { headers } = await ask('GET', path);
      const csp = String(headers['content-security-policy']);
      expect([path, csp]).toEqual([path, expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/u)]);
      // the organizer's desk alone may ask one address more, and only this server's own
      expect([path, path === '/organizer' ? csp.replace(/ http:\/\/127\.0\.0\.1:\d+;/u, ';') : csp]).toEqual([path, expect.not.stringMatching(/unsafe|\*|https?:/u)]);
      expect([path, headers['x-content-type-options'], headers['referrer-policy'], headers['x-powered-by']]).toEqual([path, 'nosniff', 'no-referrer', undefined]);
    }
  });

  it('what is said to one person alone is not kept by caches', async () => {
    for (const path of ['/api/session', '/api/screens/me', `/api/dialogues/${dialogue.dialogueId}/entries`, `/api/dialogues/${dialogue.dialogueId}/slices/core`, `/api/dialogues/${dialogue.dialogueId}/people?seats=${dialogue.organizer.seatId}`]) {
      expect([path, (await ask('GET', path, { headers: { Cookie: cookie } })).headers['cache-control']]).toEqual([path, 'no-store']);
    }
  });

  it('bodies that come slowly, stop or break off keep nobody waiting', async () => {
    const lines = `POST /api/commands/seat.join HTTP/1.1\r\nHost: 127.0.0.1:${node.port}\r\nContent-Type: application/json\r\n`;
    const starts = [`${lines}Content-Length: 1000\r\n\r\n{`, `${lines}Transfer-Encoding: chunked\r\n\r\nFF\r\n{`, `${lines}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, `${lines}Content-Length: -1\r\n\r\n`, 'GET / HTTP/1.1\r\nHost: a\r\nX: ', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`, 'GARBAGE\r\n\r\n', `GET /${'%'.repeat(20)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`];
    const sockets = Array.from({ length: 160 }, (_, i) => {
      const socket = connect(node.port, '127.0.0.1');
      socket.on('error', () => undefined).resume().write(starts[i % starts.length] ?? '');
      if (i % 5 === 0) setTimeout(() => socket.destroy(), 50);
      return socket;
    });
    for (let i = 0; i < 10; i++) expect((await ask('GET', '/api/health/ready')).status).toBe(200);
    expect(JSON.parse((await give(envelope())).text)).toMatchObject({ ok: true });
    for (const socket of sockets) socket.destroy();
    expect(node.isAlive()).toBe(true);
  });

  it('gives up on who does not finish a request', () => {
    const server = world.server.app.getHttpServer() as { headersTimeout: number; requestTimeout: number };
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 60_000]);
  });

  it('and after all that the process is the same one, with no rejection unhandled', () => {
    expect(node.isAlive()).toBe(true);
    expect(node.output()).not.toMatch(/UnhandledPromiseRejection|unhandledRejection|CANARY/u);
  });
});
