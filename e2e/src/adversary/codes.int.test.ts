import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DialogueFixture } from '@tegerek/testkit';
import { startWorld, type World } from '../world.js';
import { startNodeProcess, type NodeProcess } from './node-process.js';

describe('one hall, one address, one attacker (Z-23, Z-24)', () => {
  let world: World;
  let node: NodeProcess;
  let dialogue: DialogueFixture;

  beforeAll(async () => {
    world = await startWorld();
    dialogue = await world.dialogue({ seatsPerGroup: 100 });
    node = await startNodeProcess(world.databaseUrl);
  }, 120_000);
  afterAll(async () => {
    await node.stop();
    await world.close();
  });

  const code = async (authKey: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${node.url}/api/session/code`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify({ dialogueId: dialogue.dialogueId, authKey }) });
    return { status: response.status, text: await response.text(), cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };
  const wrong = (headers: Record<string, string> = {}) => code(randomBytes(32).toString('hex'), headers);

  it('300 people sign in and act while 50 wrong codes a second come from the same address: nobody is refused', async () => {
    let isOver = false;
    const attacks: Promise<{ status: number; text: string }>[] = [];
    let open = 0;
    const attacker = (async () => {
      while (!isOver) {
        // 50 a second that wait 5 s each; on a slow machine more would only pile up
        if (open < 250) {
          open += 1;
          attacks.push(wrong().finally(() => { open -= 1; }));
        }
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    })();
    while (attacks.length < 60) await new Promise((resolve) => { setTimeout(resolve, 20); });
    const from = Date.now();
    const people = await Promise.all(dialogue.participants.map(async ({ authKey }) => {
      const { status, cookie } = await code(authKey);
      const reply = await fetch(`${node.url}/api/commands/seat.join`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: JSON.stringify({ id: randomUUID(), space: dialogue.dialogueId, payload: {} }) });
      return [status, reply.status];
    }));
    const took = Date.now() - from;
    isOver = true;
    await attacker;
    const answers = await Promise.all(attacks);
    process.stdout.write(`300 sign-ins and joins beside ${attacks.length} wrong codes: ${took} ms\n`);
    expect(new Set(people.map((one) => one.join(' ')))).toEqual(new Set(['200 200']));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['401 {"ok":false,"code":"code.wrong","path":"code"}']));
  }, 120_000);

  it('after that a wrong code waits, whatever address it claims; a right one overtakes it', async () => {
    const finished: string[] = [];
    const note = (what: string) => () => { finished.push(what); };
    const late = [wrong().then(note('wrong')), wrong({ 'X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.8' }).then(note('wrong')), wrong({ 'User-Agent': 'another' }).then(note('wrong'))];
    await Promise.all([...late, ...dialogue.participants.slice(0, 5).map(({ authKey }) => code(authKey).then(note('right')))]);
    expect(finished).toEqual([...Array<string>(5).fill('right'), ...Array<string>(3).fill('wrong')]);
    expect(node.isAlive()).toBe(true);
  });

  it('700 invented forwarded addresses make no difference and fill nothing', async () => {
    const answers = await Promise.all(Array.from({ length: 700 }, (_, i) => fetch(`${node.url}/api/health/live`, { headers: { 'X-Forwarded-For': `10.0.${i >> 8}.${i & 255}` } }).then(({ status }) => status)));
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});
