import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveGateway } from '@tegerek/api/transport/live/live.gateway';
import { authKeyHash, sha256Hex } from '@tegerek/ballot';
import { SOCKET } from '@tegerek/contracts';
import type { DialogueFixture, FixtureSeat, LiveClient } from '@tegerek/testkit';
import type { Running } from '@tegerek/api/server';
import { accepted, startWorld, urlOf, type World } from '../world.js';
import { RawSocket } from './raw-socket.js';

describe('sessions', () => {
  let world: World;
  let dialogue: DialogueFixture & { organizerDevice: LiveClient };
  let other: DialogueFixture;
  let second: Running;
  let seats: FixtureSeat[];

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue({ seatsPerGroup: 4 });
    other = await world.dialogue();
    second = await world.startNode();
    seats = [...dialogue.participants];
  });
  afterAll(() => world.close());

  const nextSeat = (): FixtureSeat => {
    const seat = seats.shift();
    if (!seat) throw new Error('no seat is left');
    return seat;
  };
  const code = (dialogueId: string, authKey: string, cookie?: string, node = world.url) =>
    fetch(`${node}/api/session/code`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(cookie === undefined ? {} : { Cookie: cookie }) }, body: JSON.stringify({ dialogueId, authKey }) });
  const seatsBehind = async (cookie: string) => ((await (await fetch(`${world.url}/api/session`, { headers: { Cookie: cookie } })).json()) as { seats: { seatId: string }[] }).seats.map(({ seatId }) => seatId);
  const cookieIn = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  /** A socket of this session, joined to the dialogue; nothing of it reconnects. */
  async function joined(node: Running, cookie: string): Promise<RawSocket> {
    const raw = await RawSocket.open(node.port, { headers: { Cookie: cookie } });
    raw.text(`421["${SOCKET.join}",${JSON.stringify({ space: dialogue.dialogueId, as: 'seat', protocol: 1 })}]`);
    expect(await raw.ack(1)).toMatchObject({ ok: true });
    return raw;
  }

  it.each([['invented', 'tegerek_sid=x'], ['of 64 KB', `tegerek_sid=${'x'.repeat(10_000)}`], ['given twice', `tegerek_sid=${'a'.repeat(43)}; tegerek_sid=${'b'.repeat(43)}`], ['broken', 'tegerek_sid=%00%zz; ;;=;tegerek_sid'], ['__proto__', '__proto__=1; tegerek_sid=__proto__']])(
    'a cookie that is %s opens nothing and is never adopted (Z-20)', async (_, planted) => {
      expect(await seatsBehind(planted)).toEqual([]);
      const seat = dialogue.moderator;
      const response = await code(dialogue.dialogueId, seat.authKey, planted);
      expect(response.status).toBe(200);
      expect(cookieIn(response)).toMatch(/^tegerek_sid=[\w-]{43}$/u);
      expect(planted).not.toContain(cookieIn(response));
      expect(await seatsBehind(planted)).toEqual([]);
    });

  it('a living session planted beforehand gets a new token; who planted it holds a dead one (Z-20)', async () => {
    const attacker = cookieIn(await code(other.dialogueId, other.participants[0]?.authKey ?? ''));
    const socket = await RawSocket.open(world.server.port, { headers: { Cookie: attacker } });
    const victimSeat = nextSeat();
    const victim = cookieIn(await code(dialogue.dialogueId, victimSeat.authKey, attacker));
    expect(victim).not.toBe(attacker);
    expect(await seatsBehind(victim)).toContain(victimSeat.seatId);
    expect(await seatsBehind(attacker)).toEqual([]);
    socket.text(`421["${SOCKET.join}",${JSON.stringify({ space: dialogue.dialogueId, as: 'seat', protocol: 1 })}]`);
    const reply = (await socket.ack(1)) as { audience: string; me?: unknown };
    expect([reply.audience, reply.me]).toEqual(['public', undefined]);
    socket.close();
  });

  it('50 requests that redeem a code with one token at once leave sessions that all hold the seat', async () => {
    const seat = nextSeat();
    const first = cookieIn(await code(dialogue.dialogueId, seat.authKey));
    const answers = await Promise.all(Array.from({ length: 50 }, () => code(dialogue.dialogueId, seat.authKey, first)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const answer of answers.slice(0, 20)) expect(await seatsBehind(cookieIn(answer))).toContain(seat.seatId);
    expect(await seatsBehind(first)).toEqual([]);
  });

  it('a cookie is out of reach of scripts and other sites; Secure exactly when it came by https', async () => {
    const seat = nextSeat();
    const plain = (await code(dialogue.dialogueId, seat.authKey)).headers.getSetCookie()[0] ?? '';
    expect(plain).toMatch(/; HttpOnly; SameSite=Lax$/u);
    expect(plain).toContain('; Path=/;');
    expect(plain).not.toMatch(/Secure|Domain/u);
    const proxied = await fetch(`${world.url}/api/session/code`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Forwarded-Proto': 'https' }, body: JSON.stringify({ dialogueId: dialogue.dialogueId, authKey: seat.authKey }) });
    expect(proxied.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/u);
  });

  it('signing out ends the session over HTTP and closes its sockets on both nodes (R-10, R-11)', async () => {
    const seat = nextSeat();
    const cookie = cookieIn(await code(dialogue.dialogueId, seat.authKey));
    const elsewhere = cookieIn(await code(dialogue.dialogueId, seat.authKey));
    const sockets = await Promise.all([joined(world.server, cookie), joined(second, cookie)]);
    const stays = await joined(second, elsewhere);
    expect((await fetch(`${world.url}/api/session/sign-out`, { method: 'POST', headers: { Cookie: cookie } })).status).toBe(200);
    for (const socket of sockets) await socket.ended;
    expect(await seatsBehind(cookie)).toEqual([]);
    const command = { id: '0c8a4f0e-0000-4000-8000-00000000000a', space: dialogue.dialogueId, payload: {} };
    const reply = await fetch(`${world.url}/api/commands/seat.join`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: JSON.stringify(command) });
    expect(reply.status).toBe(404);
    // another device of the same person is another session
    expect(stays.isClosed).toBe(false);
    stays.close();
  });

  it.each(['seat.revoke', 'seat.reissue'] as const)('%s ends sessions and sockets on both nodes, and the old code everywhere', async (name) => {
    const seat = nextSeat();
    const cookie = cookieIn(await code(dialogue.dialogueId, seat.authKey));
    const sockets = await Promise.all([joined(world.server, cookie), joined(second, cookie)]);
    const fresh = randomBytes(32).toString('hex');
    accepted(name === 'seat.revoke'
      ? await dialogue.organizerDevice.give(name, { seatId: seat.seatId, reason: 'Отозван' }, { space: dialogue.dialogueId, over: 'http' })
      : await dialogue.organizerDevice.give(name, { codes: [{ seatId: seat.seatId, authKeyHash: authKeyHash(fresh) }] }, { space: dialogue.dialogueId, over: 'http' }));
    for (const socket of sockets) await socket.ended;
    expect(await seatsBehind(cookie)).toEqual([]);
    for (const node of [world.url, urlOf(second)]) expect((await code(dialogue.dialogueId, seat.authKey, undefined, node)).status).toBe(403);
    expect((await code(dialogue.dialogueId, fresh)).status).toBe(name === 'seat.reissue' ? 200 : 401);
  });

  it('a session that ended without a word to anybody loses its sockets at the next look; others stay', async () => {
    const [gone, here] = [cookieIn(await code(dialogue.dialogueId, nextSeat().authKey)), cookieIn(await code(dialogue.dialogueId, nextSeat().authKey))];
    const [ended, kept] = [await joined(world.server, gone), await joined(world.server, here)];
    const gateway = world.server.app.get(LiveGateway);
    await gateway.checkStanding();
    expect([ended.isClosed, kept.isClosed]).toEqual([false, false]);
    await world.server.database.query('UPDATE people.session SET expires_at = 1 WHERE token_hash = $1', [sha256Hex(gone.slice('tegerek_sid='.length))]);
    expect(await gateway.checkStanding()).toBe(1);
    await ended.ended;
    expect(kept.isClosed).toBe(false);
  });

  it('a code of another dialogue, revoked there or not, is refused as an unknown one is, to the byte (Z-10)', async () => {
    const revoked = nextSeat();
    accepted(await dialogue.organizerDevice.give('seat.revoke', { seatId: revoked.seatId, reason: 'Отозван' }, { space: dialogue.dialogueId, over: 'http' }));
    const answers = await Promise.all([
      code(dialogue.dialogueId, other.participants[0]?.authKey ?? ''), code(dialogue.dialogueId, randomBytes(32).toString('hex')), code('0c8a4f0e-0000-4000-8000-0000000000ff', revoked.authKey),
    ]);
    const seen = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text(), answer.headers.getSetCookie().length]));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toEqual([401, '{"ok":false,"code":"code.wrong","path":"code"}', 0]);
  });
});
