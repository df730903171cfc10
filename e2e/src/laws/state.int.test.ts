import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandNames, commandOf, events, eventTypes, type CommandName, type EventType, type LogEvent, type Reply } from '@tegerek/contracts';
import { stateHash, type ReplicaState } from '@tegerek/replica';
import type { LiveClient } from '@tegerek/testkit';
import { startWorld, type World } from '../world.js';
import { beginDay, runDay, type Day, type Step, type Who } from './day.js';

/** Clients of each audience: their old snapshot and the entries since must be a fresh snapshot, after every command. */
const WATCHED: Who[] = ['organizer', 'moderator', 'observer', 'p0', 'p2'];

describe('the day', () => {
  let world: World;
  let day: Day;
  const given = new Set<CommandName>();
  const checked: string[] = [];

  beforeAll(async () => {
    world = await startWorld();
    const begun = await beginDay(world);
    for (const name of begun.given) given.add(name);
    day = { ...begun.day, run: (step) => runStep(step) };
    await runDay(day, async () => ((await new (day.devices.p0.constructor as new (url: string) => LiveClient)(world.url).request('POST', '/api/screens', {})).body as { code: string }).code);
  }, 300_000); // a whole day, with the grace of its votes
  afterAll(() => world.close());

  async function runStep(step: Step): Promise<Reply> {
    const device = day.devices[step.by];
    // the transport alternates: both doors see the whole day
    const reply = await device.give(step.name, step.payload, { space: step.space ?? day.dialogue.dialogueId, over: given.size % 2 === 0 && step.by !== 'anonymous' ? 'socket' : 'http', ...(step.expect ? { expect: step.expect } : {}) });
    if (!reply.ok && reply.code === step.refusal) return reply;
    if (!reply.ok || step.refusal !== undefined) throw new Error(`${step.name} by ${step.by}: ${JSON.stringify(reply)}`);
    given.add(step.name);
    if ('seq' in reply) for (const who of WATCHED) await compare(step.name, who, reply.seq);
    return reply;
  }

  async function compare(name: string, who: Who, seq: number): Promise<void> {
    const device = day.devices[who];
    await device.reach(seq);
    for (;;) {
      const panels = day.dialogue.panels.map((panel) => `panel-${panel.id}`).join(',');
      const fresh = (await device.request('GET', `/api/dialogues/${day.dialogue.dialogueId}/slices/core,${panels}?at=${device.state.seq}`)).body as ReplicaState;
      await device.reach(fresh.seq);
      if (fresh.seq !== device.state.seq) continue;
      if (stateHash(fresh.snapshot) !== device.hash) throw new Error(`after ${name} the replica of ${who} is not a fresh snapshot`);
      checked.push(`${name} ${who}`);
      return;
    }
  }

  const logged = async (): Promise<LogEvent[]> =>
    ((await world.server.database.query('SELECT body FROM log.payload WHERE body IS NOT NULL ORDER BY log_id, seq, i')) as { body: string }[]).map(({ body }) => JSON.parse(body) as LogEvent);

  it('state: every replica equals a fresh snapshot after every command', () => {
    expect(checked.length).toBeGreaterThan(150);
    expect(day.devices.p0.snapshots).toBeLessThanOrEqual(3);
  });

  it('covers every command of the registry', () => {
    const missing = commandNames.filter((name) => !given.has(name) && !commandOf(name).system);
    expect(missing).toEqual([]);
  });

  it('covers every event of the registry, and each body is what its schema says', async () => {
    const seen = new Set<EventType>();
    for (const event of await logged()) {
      seen.add(event.type);
      expect({ type: event.type, data: events[event.type].data.parse(event.data) }).toEqual({ type: event.type, data: event.data });
    }
    expect(eventTypes.filter((type) => !seen.has(type))).toEqual([]);
  });

  it('facts: the fold agrees with the tables', async () => {
    const { snapshot } = day.devices.organizer.state;
    const query = (sql: string) => world.server.database.query(sql, [day.dialogue.dialogueId]) as Promise<Record<string, unknown>[]>;
    expect(await query('SELECT phase FROM dialogues.dialogue WHERE id = $1')).toEqual([{ phase: snapshot.core.phase }]);
    for (const row of await query('SELECT id, phase, rev FROM panels.panel WHERE space = $1')) expect(snapshot.core.panels[String(row['id'])]).toMatchObject({ phase: row['phase'], rev: row['rev'] });
    for (const row of await query('SELECT id, state, result FROM votes.vote WHERE space = $1')) expect(snapshot.core.votes[String(row['id'])]).toMatchObject({ state: row['state'], result: row['result'] });
    const polls = Object.values(snapshot.panels).flatMap((panel) => Object.values(panel.polls));
    for (const row of await query(`SELECT id, state, rev, round, is_shown AS shown FROM polls.poll WHERE space = $1 AND state <> 'deleted'`)) {
      const { shown, ...same } = row;
      const view = polls.find((poll) => poll.pollId === row['id']);
      expect({ id: view?.pollId, state: view?.state, rev: view?.rev, round: view?.round }).toEqual(same);
      expect(view?.result !== null).toBe(shown);
    }
    const views = Object.values(snapshot.panels).flatMap((panel) => Object.values(panel.proposals));
    for (const row of await query('SELECT id, status, rev FROM proposals.proposal WHERE space = $1')) expect(views.find((view) => view.proposalId === row['id'])).toMatchObject({ status: row['status'], rev: row['rev'] });
    const present = await query('SELECT group_id AS id, count(*)::integer AS n FROM people.seat WHERE space = $1 AND group_id IS NOT NULL AND present_since IS NOT NULL GROUP BY 1');
    for (const row of present) expect(snapshot.core.presentByGroup[String(row['id'])]).toBe(row['n']);
  });

  it('secrecy: the room never learns an anonymous author, a reason for the author alone, minutes or consents', () => {
    const [room, moderator] = [JSON.stringify(day.devices.p2.state), JSON.stringify(day.devices.moderator.state)];
    const author = day.dialogue.participants[2]?.seatId ?? '';
    expect(moderator).toContain('ПРОТОКОЛ-ВНУТРИ');
    expect(room).toContain('ТАЙНАЯ-МЕТКА');
    expect(moderator).toContain('ЧЕРНОВИК-ОПРОСА');
    for (const secret of ['ПРОТОКОЛ-ВНУТРИ', 'ПРИЧИНА-ТОЛЬКО-АВТОРУ', 'ЧЕРНОВИК-ОПРОСА', 'ПРИЧИНА-ОТКАЗА-ВО-ВХОДЕ', 'ABCDE01234567X']) expect(room).not.toContain(secret);
    const anonymous = Object.values(day.devices.p2.state.snapshot.panels).flatMap((panel) => Object.values(panel.questions)).find((question) => question.text.includes('ТАЙНАЯ-МЕТКА'));
    expect(anonymous).toMatchObject({ seatId: null });
    expect(JSON.stringify(anonymous)).not.toContain(author);
    // what was merged before the room saw it, and what was taken back, is not among what the room holds; nor who asked it
    for (const text of ['СЛИТ-ДО-ПОКАЗА', 'ОТОЗВАННАЯ-МЕТКА']) expect([moderator.includes(text), room.includes(text)]).toEqual([true, false]);
    const target = Object.values(day.devices.p2.state.snapshot.panels).flatMap((panel) => Object.values(panel.questions)).find((question) => question.text.includes('общий реестр'));
    expect(target?.alsoBy).toHaveLength(2);
    expect(target?.alsoBy.map((each) => [each.seatId, each.groupId])).toEqual([[null, null], [null, null]]);
    expect(day.devices.p2.me?.questions.map((question) => question.reason)).toEqual(['ПРИЧИНА-ТОЛЬКО-АВТОРУ']);
  });

  it('secrecy: no name and no code of a person is in the log or in any snapshot', async () => {
    const texts = [JSON.stringify(await logged()), ...Object.values(day.devices).map((device) => JSON.stringify(device.state))];
    for (const seat of day.dialogue.participants) {
      for (const text of texts) {
        expect(text).not.toContain(seat.setup.name);
        expect(text).not.toContain(seat.authKey);
        expect(text).not.toContain(seat.setup.authKeyHash);
      }
    }
  });
});
