import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SOCKET } from '@tegerek/contracts';
import { accepted, patiently, startWorld, type World } from '../world.js';
import { hallOf, type Hall } from './hall.js';
import { RawSocket } from './raw-socket.js';

/** A choice as a JSON string, plain or inside another string; names of rules and scales have more letters. */
const CHOICE = /\\?"(?:yes|no|abstain)\\?"/u;

/**
 * V-22, VOTE-4: while a vote is open, everything that anybody can fetch or is sent must be the same whatever was chosen. Ballots are
 * cast, everything is read, all voters but the one who looks change their minds, everything is read again.
 */
describe('partial results', () => {
  let world: World;
  let hall: Hall;
  let voteId: string;
  const roles: [who: string, cookie: string][] = [];
  const sockets: RawSocket[] = [];

  beforeAll(async () => {
    world = await startWorld();
    hall = await hallOf(world, { seatsPerGroup: 4 });
    voteId = await hall.open();
    const observer = await world.device(hall.space, hall.dialogue.observer);
    roles.push(['organizer', hall.dialogue.organizerDevice.cookie ?? ''], ['moderator', hall.moderator.cookie ?? ''], ['rapporteur', hall.rapporteur.cookie ?? ''], ['observer', observer.cookie ?? ''], ['participant', hall.people[0]?.cookie ?? ''], ['stranger', '']);
    for (const [, cookie] of roles) {
      for (const as of ['seat', 'facilitator', 'public']) {
        const raw = await RawSocket.open(world.server.port, cookie ? { headers: { Cookie: cookie } } : {});
        raw.text(`421["${SOCKET.join}",${JSON.stringify({ space: hall.space, as, protocol: 1, panels: [hall.panelId] })}]`);
        await raw.ack(1);
        sockets.push(raw);
      }
    }
    await ballots(1, 0);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await world.close();
  });

  /** All voters but the first, who looks: `turn` decides who chooses what. */
  const ballots = (rev: number, turn: number) => Promise.all(hall.people.slice(1).map(async (person, i) => {
    const reply = await patiently(() => person.give('ballot.cast', { object: voteId, rev, choice: (['yes', 'no', 'abstain'] as const)[(i + turn) % 3] ?? 'no' }, { space: hall.space, over: 'http' }));
    expect(reply.ok).toBe(true);
  }));

  const paths = (): string[] => {
    const base = `/api/dialogues/${hall.space}`;
    const slug = hall.dialogue.create.setup.slug;
    return [
      ...['', '&as=public', '&as=screen', '&as=facilitator'].flatMap((as) => [`${base}/slices/core,panel-${hall.panelId}?at=0${as}`, `${base}/entries?after=0&panels=${hall.panelId}${as}`]), `${base}/votes/${voteId}/ballots`, `${base}/bundle.zip`, `${base}/people?search=`, `${base}/resolutions/1.json`,
      '/api/dialogues', `/api/dialogues/by-slug/${slug}`, `/p/${slug}`, `/p/${slug}/data.json`, '/api/session', '/api/screens/me', '/api/health/ready',
    ];
  };

  /** Every answer, without clocks; what is only one's own stays, as the one who looks does not vote. */
  async function everything(): Promise<Map<string, string>> {
    // slices are kept for a second
    await new Promise((resolve) => { setTimeout(resolve, 1_100); });
    const seen = new Map<string, string>();
    for (const [who, cookie] of roles) {
      for (const path of paths()) {
        const response = await fetch(`${world.url}${path}`, { headers: cookie ? { Cookie: cookie } : {} });
        const bytes = Buffer.from(await response.arrayBuffer());
        seen.set(`${who} ${path}`, `${response.status} ${path.endsWith('.zip') ? bytes.toString('base64') : bytes.toString().replace(/"now":\d+/gu, '"now":0')}`);
      }
    }
    return seen;
  }

  it('nothing that any role can fetch depends on what was chosen, nor names a choice', async () => {
    const before = await everything();
    await ballots(2, 1);
    const after = await everything();
    expect([...after].filter(([key, text]) => before.get(key) !== text).map(([key]) => key)).toEqual([]);
    expect([...after].filter(([, text]) => CHOICE.test(text)).map(([key]) => key)).toEqual([]);
    expect([...after.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(40);
  }, 120_000);

  it('turnout by group is there', async () => {
    const entries = (await (await fetch(`${world.url}/api/dialogues/${hall.space}/entries?after=0`, { headers: { Cookie: hall.moderator.cookie ?? '' } })).json()) as { counters: Record<string, { byGroup: Record<string, number> }> };
    expect(Object.values(entries.counters[voteId]?.byGroup ?? {}).reduce((sum, n) => sum + n, 0)).toBe(hall.people.length - 1);
  });

  it('nothing that was pushed to any socket names a choice', async () => {
    await sockets[0]?.until(() => sockets.every((socket) => socket.received.length >= 2));
    const frames = sockets.flatMap((socket) => socket.received);
    expect(frames.some((frame) => frame.includes(`"${SOCKET.counters}"`) && frame.includes(voteId))).toBe(true);
    expect(frames.filter((frame) => CHOICE.test(frame))).toEqual([]);
  });

  it('nor does the log, a receipt or a due act while the vote runs', async () => {
    const texts = ((await world.server.database.query('SELECT body AS text FROM log.payload WHERE body IS NOT NULL UNION ALL SELECT reply FROM log.receipt WHERE reply IS NOT NULL UNION ALL SELECT payload::text FROM log.due')) as { text: string }[]).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => CHOICE.test(text))).toEqual([]);
  });

  it('and a void vote never tells', async () => {
    accepted(await hall.moderator.give('vote.void', { voteId, reason: 'Ошибка' }, { space: hall.space, over: 'http' }));
    const after = await everything();
    expect([...after].filter(([, text]) => CHOICE.test(text)).map(([key]) => key)).toEqual([]);
    expect(after.get(`organizer /api/dialogues/${hall.space}/votes/${voteId}/ballots`)).toMatch(/^404/u);
  }, 120_000);
});
