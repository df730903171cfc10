import { randomBytes, randomUUID } from 'node:crypto';
import { authKeyHash } from '@tegerek/ballot';
import { INSTANCE_SPACE, type CommandName, type PayloadInput, type Reply } from '@tegerek/contracts';
import { dialogueFixture, LiveClient, type DialogueFixture } from '@tegerek/testkit';
import type { World } from '../world.js';
import { decide } from './day-decisions.js';
import { floor, poll } from './day-floor.js';
import { propose } from './day-proposals.js';

export type Who = 'organizer' | 'moderator' | 'rapporteur' | 'observer' | 'p0' | 'p1' | 'p2' | 'p3' | 'anonymous';

/** One command of the day, by whom, and what the step waits for afterwards. */
export interface Step<N extends CommandName = CommandName> {
  name: N;
  by: Who;
  payload: PayloadInput<N>;
  space?: string;
  expect?: { rev: number };
  /** A refusal that is right at this point. */
  refusal?: string;
}

export interface Day {
  dialogue: DialogueFixture;
  devices: Record<Who, LiveClient>;
  /** Gives the command and throws unless it ends as the step says. */
  run<N extends CommandName>(step: Step<N>): Promise<Reply>;
}

/** A day in which every command of the registry is given at least once, in an order that the rules allow. */
export async function runDay(day: Day, pairScreen: () => Promise<string>): Promise<void> {
  const { dialogue, run } = day;
  const [first, second] = dialogue.panels;
  if (!first || !second) throw new Error('the day needs two panels');
  await prepare(day);
  await register(day);
  await floor(day, first.id, pairScreen);
  await poll(day, first.id);
  const proposals = await propose(day, first.id);
  await decide(day, first.id, proposals);
  await finish(day, first.id, second.id);
  await run({ name: 'resolution.draft-set', by: 'organizer', payload: { section: 'findings', language: 'ru', text: 'Черновик' } });
  await run({ name: 'resolution.draft-set', by: 'organizer', payload: { section: 'findings', language: 'ru', text: 'сроки ответа нельзя проверить^[Опрос библиотек, 2026]' }, expect: { rev: 1 } });
  await run({ name: 'resolution.publish', by: 'organizer', payload: { resolutionId: randomUUID(), number: 1, date: '2026-12-01', place: 'Бишкек' } });
}

async function prepare({ dialogue, run }: Day): Promise<void> {
  const { setup } = dialogue.create;
  const extra = dialogueFixture({ groups: 1, seatsPerGroup: 3 });
  await run({ name: 'dialogue.edit', by: 'organizer', payload: { ...setup, description: { ru: 'Исправленное описание', ky: 'Оңдолгон сүрөттөмө' } } });
  await run({ name: 'dialogue.set-groups', by: 'organizer', payload: { groups: dialogue.groups } });
  await run({ name: 'dialogue.set-rule', by: 'organizer', payload: { rule: dialogue.create.rule } });
  for (const panel of dialogue.panels) await run({ name: 'panel.set', by: 'organizer', payload: { ...panel, premoderation: true } });
  const spare = extra.participants.map((seat, i) => ({ ...seat.setup, number: 900 + i, groupId: dialogue.groups[0]?.id ?? null }));
  await run({ name: 'seat.add', by: 'organizer', payload: { seats: spare } });
  await run({ name: 'dialogue.open', by: 'organizer', payload: {} });
  await run({ name: 'seat.set-roles', by: 'organizer', payload: { seatId: dialogue.observer.seatId, roles: ['observer'] } });
  await run({ name: 'seat.reissue', by: 'organizer', payload: { codes: spare.slice(0, 2).map(({ seatId }) => ({ seatId, authKeyHash: authKeyHash(randomBytes(32).toString('hex')) })) } });
  await run({ name: 'seat.revoke', by: 'organizer', payload: { seatId: spare[1]?.seatId ?? '', reason: 'Дважды в списке' } });
  await run({ name: 'seat.check-in', by: 'moderator', payload: { number: 902 } });
  for (const by of ['moderator', 'p0', 'p1', 'p2', 'p3'] as const) await run({ name: 'seat.join', by, payload: {} });
  await run({ name: 'seat.leave', by: 'p3', payload: {} });
  await run({ name: 'seat.leave', by: 'moderator', payload: { seatId: spare[2]?.seatId ?? '' } });
  await run({ name: 'seat.set-language', by: 'p0', payload: { language: 'ky' } });
  await run({ name: 'consent.set', by: 'p0', payload: { given: { notice: true, name: true, photo: false } } });
  await run({ name: 'person.erase', by: 'organizer', payload: { seatId: spare[2]?.seatId ?? '', reason: 'По просьбе' } });
}

/** People who come by themselves: three wait, of whom one is approved and one declined; one sits at once by the open code. */
async function register({ dialogue, run }: Day): Promise<void> {
  const [first, second] = dialogue.groups.map(({ id }) => id);
  const open = { groupId: second ?? '', code: 'ABCDE01234567X', limit: 2 };
  await run({ name: 'registration.set', by: 'organizer', payload: { approval: [first ?? ''], codes: [open] } });
  const apply = async (openCode: string | null): Promise<string> => {
    const seatId = randomUUID();
    await run({ name: 'seat.register', by: 'anonymous', payload: { seatId, groupId: first ?? '', openCode, name: 'САМ-ПРИШЁЛ', organisation: '', language: 'ky', given: { notice: true, photo: false }, authKeyHash: randomBytes(32).toString('hex') } });
    return seatId;
  };
  const [approved, declined] = [await apply(null), await apply(null), await apply(null), await apply(open.code)];
  await run({ name: 'applicant.approve', by: 'organizer', payload: { applicantIds: [approved] } });
  await run({ name: 'applicant.decline', by: 'organizer', payload: { applicantIds: [declined], reason: 'ПРИЧИНА-ОТКАЗА-ВО-ВХОДЕ' } });
}

async function finish({ run }: Day, firstPanel: string, secondPanel: string): Promise<void> {
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId: firstPanel, to: 'closed' } });
  for (const to of ['open', 'discussion', 'formulation', 'decision', 'ranking'] as const) await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId: secondPanel, to } });
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId: secondPanel, to: 'closed', reason: 'Предложений не было' } });
  await run({ name: 'dialogue.close', by: 'organizer', payload: {} });
}

/** Accounts and creation, then the devices of everybody, joined. */
export async function beginDay(world: World): Promise<{ day: Omit<Day, 'run'>; given: CommandName[] }> {
  const dialogue = dialogueFixture({ groups: 3, panels: 2, seatsPerGroup: 2 });
  const organizer = await world.account();
  const give = async <N extends CommandName>(name: N, payload: PayloadInput<N>, space: string) => {
    const reply = await organizer.give(name, payload, { space, over: 'http' });
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  };
  await give('account.invite', { invitationId: randomUUID(), tokenHash: 'a'.repeat(64) }, INSTANCE_SPACE);
  await give('dialogue.create', dialogue.create, INSTANCE_SPACE);
  const seats = [dialogue.moderator, dialogue.rapporteur, dialogue.observer, ...dialogue.participants];
  await give('seat.add', { seats: seats.map((seat) => seat.setup) }, dialogue.dialogueId);
  const device = async (seat: (typeof seats)[number] | undefined) => {
    if (!seat) throw new Error('no such seat');
    const client = await world.device(dialogue.dialogueId, seat);
    await client.join(dialogue.dialogueId, 'seat', dialogue.panels.map((panel) => panel.id));
    return client;
  };
  await organizer.join(dialogue.dialogueId, 'facilitator', dialogue.panels.map((panel) => panel.id));
  // participants stand group by group, two each: p0…p2 are of three groups
  const [p0, , p1, , p2, p3] = dialogue.participants;
  const devices = {
    organizer, moderator: await device(dialogue.moderator), rapporteur: await device(dialogue.rapporteur), observer: await device(dialogue.observer),
    p0: await device(p0), p1: await device(p1), p2: await device(p2), p3: await device(p3), anonymous: new LiveClient(world.url),
  };
  return { day: { dialogue, devices }, given: ['account.register', 'account.invite', 'dialogue.create'] };
}
