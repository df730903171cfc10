import { randomBytes, randomUUID } from 'node:crypto';
import { authKeyHash } from '@tegerek/ballot';
import { INSTANCE_SPACE, type CommandName, type PayloadInput, type PollBody, type PollSetup, type Reply } from '@tegerek/contracts';
import { dialogueFixture, LiveClient, type DialogueFixture } from '@tegerek/testkit';
import type { World } from '../world.js';

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

const FIELDS = { title: 'Сроки ответа', text: 'Отвечать на обращения граждан за 10 рабочих дней', addressee: 'Министерство', responsible: 'Отдел обращений', deadline: '1 июля 2027', indicator: 'доля ответов в срок', region: 'Чүй' };

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
  await run({ name: 'seat.reissue', by: 'organizer', payload: { seatId: spare[0]?.seatId ?? '', authKeyHash: authKeyHash(randomBytes(32).toString('hex')) } });
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

async function floor({ dialogue, run }: Day, panelId: string, pairScreen: () => Promise<string>): Promise<void> {
  for (const to of ['open', 'discussion'] as const) await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to } });
  const [asked, anonymous, declined, withdrawn] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const ask = (questionId: string, by: Who, isAnonymous: boolean, text: string) => run({ name: 'question.ask', by, payload: { questionId, panelId, text, language: 'ru', anonymous: isAnonymous, toSeat: null } });
  await ask(asked, 'p0', false, 'Когда появится общий реестр?');
  await ask(anonymous, 'p1', true, 'Кто отвечает за сроки, ТАЙНАЯ-МЕТКА?');
  await ask(declined, 'p2', false, 'Не по теме');
  await ask(withdrawn, 'p0', false, 'Передумаю');
  for (const questionId of [asked, anonymous]) await run({ name: 'question.approve', by: 'moderator', payload: { questionId } });
  await run({ name: 'question.decline', by: 'moderator', payload: { questionId: declined, reason: 'ПРИЧИНА-ТОЛЬКО-АВТОРУ' } });
  await run({ name: 'question.withdraw', by: 'p0', payload: { questionId: withdrawn } });
  await run({ name: 'question.support', by: 'p2', payload: { object: asked, rev: 1, choice: true } });
  await pressure({ run } as Day, panelId, asked, anonymous);
  await run({ name: 'question.answer', by: 'moderator', payload: { questionId: asked, answer: 'В июле' } });
  const [hand, lowered, turnId] = [randomUUID(), randomUUID(), randomUUID()];
  await run({ name: 'hand.raise', by: 'p0', payload: { handId: hand, panelId, kind: 'contribution' } });
  await run({ name: 'hand.raise', by: 'p1', payload: { handId: lowered, panelId, kind: 'reply' } });
  await run({ name: 'hand.lower', by: 'p1', payload: { handId: lowered } });
  await run({ name: 'hand.enter', by: 'moderator', payload: { handId: randomUUID(), panelId, seatId: dialogue.participants[4]?.seatId ?? '', kind: 'order' } });
  await run({ name: 'turn.start', by: 'moderator', payload: { turnId, panelId, handId: hand, seatId: null, after: null, limitMs: 120_000 } });
  for (const name of ['turn.pause', 'turn.resume'] as const) await run({ name, by: 'moderator', payload: { turnId } });
  await run({ name: 'turn.extend', by: 'moderator', payload: { turnId, limitMs: 180_000 } });
  await run({ name: 'screen.pair', by: 'moderator', payload: { screenId: randomUUID(), code: await pairScreen(), name: 'Большой экран', language: 'ru', panelId } });
  await run({ name: 'screen.show', by: 'moderator', payload: { panelId, view: { kind: 'question', questionId: anonymous } } });
  await run({ name: 'turn.end', by: 'moderator', payload: { turnId } });
  const entryId = randomUUID();
  await run({ name: 'minutes.add', by: 'rapporteur', payload: { entryId, panelId, text: 'ПРОТОКОЛ-ВНУТРИ' } });
  await run({ name: 'minutes.edit', by: 'rapporteur', payload: { entryId, text: 'ПРОТОКОЛ-ВНУТРИ, исправлено' }, expect: { rev: 0 } });
}

/** Many at once, duplicates, what is taken back: among them questions of an anonymous author, one merged before the room ever saw it. */
async function pressure({ run }: Day, panelId: string, asked: string, anonymous: string): Promise<void> {
  const [first, second, third, dull, public1] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const ask = (questionId: string, by: Who, text: string) => run({ name: 'question.ask', by, payload: { questionId, panelId, text, language: 'ru', anonymous: true, toSeat: null, toGroup: null } });
  await ask(first, 'p1', 'Когда реестр?');
  await ask(second, 'p1', 'СЛИТ-ДО-ПОКАЗА: когда будет реестр?');
  await ask(third, 'p1', 'Реестр когда?');
  await ask(dull, 'p0', 'Не то');
  await ask(public1, 'p1', 'Ошибочно одобрен, ОТОЗВАННАЯ-МЕТКА');
  await run({ name: 'question.approve-many', by: 'moderator', payload: { panelId, questionIds: [first, public1] } });
  await run({ name: 'question.reopen', by: 'moderator', payload: { questionId: public1 } });
  await run({ name: 'question.decline-many', by: 'moderator', payload: { panelId, questionIds: [dull, public1], reason: 'Позже' } });
  await run({ name: 'question.reopen', by: 'moderator', payload: { questionId: dull } });
  await run({ name: 'question.merge', by: 'moderator', payload: { panelId, into: third, questionIds: [second] } });
  await run({ name: 'question.approve', by: 'moderator', payload: { questionId: third } });
  await run({ name: 'question.support', by: 'p0', payload: { object: first, rev: 1, choice: true } });
  await run({ name: 'question.merge', by: 'moderator', payload: { panelId, into: asked, questionIds: [first, third] } });
  await run({ name: 'question.unmerge', by: 'moderator', payload: { questionId: first } });
  await run({ name: 'question.pin', by: 'moderator', payload: { questionId: anonymous, pinned: true } });
}

/** Every act upon polls; the console changes hands. */
async function poll({ run, dialogue }: Day, panelId: string): Promise<void> {
  const options = [randomUUID(), randomUUID()].map((id, i) => ({ id, title: { ru: `Вариант ${i + 1}`, en: `Option ${i + 1}` } }));
  const setup = (body: PollBody): PollSetup => ({ question: { ru: 'ЧЕРНОВИК-ОПРОСА', ky: 'Суроо' }, body, named: true, durationMs: 600_000, showAtClose: false });
  const [mistaken, ranked, again, texts] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await run({ name: 'poll.draft', by: 'rapporteur', payload: { pollId: mistaken, panelId, setup: setup({ kind: 'temperature' }) } });
  await run({ name: 'poll.delete', by: 'moderator', payload: { pollId: mistaken } });
  await run({ name: 'poll.draft', by: 'moderator', payload: { pollId: ranked, panelId, setup: setup({ kind: 'ranking', options }) } });
  await run({ name: 'poll.edit', by: 'moderator', payload: { pollId: ranked, setup: { ...setup({ kind: 'ranking', options }), question: { ru: 'Что важнее?' } } }, expect: { rev: 0 } });
  await run({ name: 'poll.open', by: 'moderator', payload: { pollId: ranked } });
  for (const by of ['p0', 'p1', 'p2'] as const) await run({ name: 'poll.answer', by, payload: { object: ranked, rev: 1, choice: [options[1]?.id ?? ''] } });
  await run({ name: 'screen.show', by: 'moderator', payload: { panelId, view: { kind: 'poll', panelId, pollId: ranked } } });
  await run({ name: 'poll.close', by: 'moderator', payload: { pollId: ranked } });
  for (const shown of [true, false]) await run({ name: 'poll.show', by: 'moderator', payload: { pollId: ranked, shown } });
  await run({ name: 'poll.repeat', by: 'moderator', payload: { pollId: ranked, newPollId: again } });
  await run({ name: 'poll.close', by: 'moderator', payload: { pollId: again } });
  await run({ name: 'poll.draft', by: 'moderator', payload: { pollId: texts, panelId, setup: { ...setup({ kind: 'text' }), question: { ru: 'Одним словом?' }, showAtClose: true } } });
  await run({ name: 'poll.open', by: 'moderator', payload: { pollId: texts } });
  for (const [by, choice] of [['p0', 'Чистая вода'], ['p1', 'дороги']] as const) await run({ name: 'poll.answer', by, payload: { object: texts, rev: 1, choice } });
  await run({ name: 'poll.close', by: 'moderator', payload: { pollId: texts } });
  await run({ name: 'poll.hide-text', by: 'moderator', payload: { pollId: texts, key: 'чистая вода', hidden: true } });
  await run({ name: 'console.hand-over', by: 'moderator', payload: { panelId, from: null, to: dialogue.moderator.seatId } });
  await run({ name: 'poll.draft', by: 'moderator', payload: { pollId: randomUUID(), panelId, setup: setup({ kind: 'temperature' }) } });
}

async function propose({ run }: Day, panelId: string): Promise<string[]> {
  const ids = Array.from({ length: 5 }, () => randomUUID());
  for (const [i, by] of (['p0', 'p1', 'p2', 'p1', 'p2'] as const).entries()) {
    await run({ name: 'proposal.submit', by, payload: { proposalId: ids[i] ?? '', panelId, language: 'ru', fields: { ...FIELDS, title: `Предложение ${i + 1}` }, fromQuestion: null } });
  }
  await run({ name: 'proposal.edit', by: 'p0', payload: { proposalId: ids[0] ?? '', fields: { deadline: '1 августа 2027' } }, expect: { rev: 1 } });
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to: 'formulation' } });
  for (const proposalId of ids) await run({ name: 'proposal.take-up', by: 'rapporteur', payload: { proposalId } });
  await draft(run, panelId, ids);
  await run({ name: 'proposal.withdraw', by: 'rapporteur', payload: { proposalId: ids[2] ?? '', reason: 'Объединено' } });
  const kept = ids.filter((_, i) => i !== 2);
  for (const proposalId of kept) await run({ name: 'proposal.mark-ready', by: 'rapporteur', payload: { proposalId, ready: true } });
  return kept;
}

/** Co-sponsors, translations, a merge and a split. */
async function draft(run: Day['run'], panelId: string, ids: readonly string[]): Promise<void> {
  const [first = '', second = ''] = ids;
  const [merged, part] = [randomUUID(), randomUUID()];
  await run({ name: 'proposal.submit', by: 'p2', payload: { proposalId: merged, panelId, language: 'ky', fields: { ...FIELDS, title: 'Жооп берүү мөөнөтү' }, fromQuestion: null, capacity: 'group' } });
  for (const by of ['p0', 'p1'] as const) await run({ name: 'proposal.sponsor', by, payload: { proposalId: merged, capacity: 'organisation' } });
  await run({ name: 'proposal.unsponsor', by: 'p0', payload: { proposalId: merged } });
  const [fact, doubted, mistaken] = [randomUUID(), randomUUID(), randomUUID()];
  const stated = { claim: 'Ответ приходит через 30 дней', source: 'Нацстатком', date: '2025', region: 'Чүй', link: 'https://stat.example.org/1', file: null, confidence: 'medium', language: 'ru' } as const;
  for (const [evidenceId, proposalId] of [[fact, merged], [doubted, first], [mistaken, first]] as const) await run({ name: 'evidence.attach', by: 'p0', payload: { evidenceId, proposalId, ...stated } });
  for (const evidenceId of [fact, doubted]) await run({ name: 'evidence.contest', by: 'p1', payload: { evidenceId, reason: 'Данные другого года' } });
  await run({ name: 'evidence.uncontest', by: 'p1', payload: { evidenceId: doubted } });
  await run({ name: 'evidence.withdraw', by: 'p0', payload: { evidenceId: mistaken } });
  const changes = [randomUUID(), randomUUID(), randomUUID()] as const;
  for (const [i, amendmentId] of changes.entries()) await run({ name: 'amendment.suggest', by: 'p2', payload: { amendmentId, proposalId: second, field: 'indicator', text: `доля ответов, ${i}`, reason: 'Точнее', rev: 1 } });
  await run({ name: 'amendment.withdraw', by: 'p2', payload: { amendmentId: changes[0] } });
  await run({ name: 'amendment.decline', by: 'rapporteur', payload: { amendmentId: changes[1], reason: 'Есть точнее' } });
  await run({ name: 'amendment.accept', by: 'rapporteur', payload: { amendmentId: changes[2], text: null }, expect: { rev: 1 } });
  await run({ name: 'proposal.merge', by: 'rapporteur', payload: { proposalId: first, from: [merged] } });
  await run({ name: 'proposal.split', by: 'rapporteur', payload: { proposalId: second, parts: [{ proposalId: part, fields: { ...FIELDS, title: 'Часть' } }] } });
  await run({ name: 'proposal.withdraw', by: 'rapporteur', payload: { proposalId: part, reason: '' } });
  const translation = { proposalId: first, language: 'ky', rev: 2 } as const;
  await run({ name: 'proposal.translate', by: 'rapporteur', payload: { ...translation, fields: { ...FIELDS, text: 'Жарандардын кайрылууларына 10 жумуш күнүндө жооп берүү' } } });
  await run({ name: 'proposal.check-translation', by: 'moderator', payload: translation });
}

async function decide(day: Day, panelId: string, proposals: readonly string[]): Promise<void> {
  const { run } = day;
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to: 'decision' } });
  const mistaken = randomUUID();
  await run({ name: 'decision.open', by: 'moderator', payload: { voteId: mistaken, proposalId: proposals[0] ?? '', electorate: 'entitled', rule: null, secret: false } });
  await run({ name: 'vote.void', by: 'moderator', payload: { voteId: mistaken, reason: 'Открыто по ошибке' } });
  for (const proposalId of proposals.slice(0, 2)) {
    const voteId = randomUUID();
    await run({ name: 'decision.open', by: 'moderator', payload: { voteId, proposalId, electorate: 'present', rule: null, secret: false } });
    for (const by of ['p0', 'p1', 'p2'] as const) await run({ name: 'ballot.cast', by, payload: { object: voteId, rev: 1, choice: 'yes' } });
    await close(day, voteId);
  }
  const [kept, taken] = [randomUUID(), randomUUID()];
  for (const [reservationId, by] of [[kept, 'p1'], [taken, 'p2']] as const) await run({ name: 'reservation.record', by, payload: { reservationId, proposalId: proposals[0] ?? '', capacity: 'organisation', text: 'Срок короток', language: 'ru' } });
  await run({ name: 'reservation.withdraw', by: 'p2', payload: { reservationId: taken } });
  await correct(day, proposals[0] ?? '');
  await together(day, panelId, proposals.slice(2));
  await run({ name: 'panel.move-phase', by: 'moderator', payload: { panelId, to: 'ranking' } });
  const ranking = randomUUID();
  await run({ name: 'ranking.open', by: 'moderator', payload: { voteId: ranking, panelId, electorate: 'present', top: null, shortlist: 1, secret: false } });
  await day.devices.moderator.until(() => day.devices.moderator.state.snapshot.core.votes[ranking] !== undefined, 'the ranking is known', 30_000);
  const options = day.devices.moderator.state.snapshot.core.votes[ranking]?.options.map((option) => option.id) ?? [];
  // each puts another one first: only a lot can shorten the list
  for (const [i, by] of (['p0', 'p1', 'p2'] as const).entries()) await run({ name: 'ballot.cast', by, payload: { object: ranking, rev: 1, choice: [...options.slice(i), ...options.slice(0, i)] } });
  await close(day, ranking);
  await run({ name: 'ranking.draw-lot', by: 'moderator', payload: { voteId: ranking, numbers: Object.fromEntries(day.dialogue.groups.map(({ id }, i) => [id, i + 7])) } });
}

/** A correction on the consent scale, with a block; a mistaken one is void and the decision stands. */
async function correct(day: Day, proposalId: string): Promise<void> {
  const { run, devices, dialogue } = day;
  const stands = () => Object.values(devices.moderator.state.snapshot.core.votes).filter((vote) => vote.version?.proposalId === proposalId && vote.state === 'closed').at(-1)?.voteId ?? '';
  const rule = { ...dialogue.create.rule, ballot: 'consent-scale' as const };
  for (const isMistake of [true, false]) {
    const voteId = randomUUID();
    await run({ name: 'decision.open', by: 'moderator', payload: { voteId, proposalId, electorate: 'present', rule, secret: false, supersedes: { voteId: stands(), reason: 'Группа не успела' } } });
    if (isMistake) {
      await run({ name: 'vote.void', by: 'moderator', payload: { voteId, reason: 'Не то правило' } });
      continue;
    }
    await run({ name: 'ballot.cast', by: 'p0', payload: { object: voteId, rev: 1, choice: 'support' } });
    await run({ name: 'ballot.cast', by: 'p1', payload: { object: voteId, rev: 1, choice: 'reservations' } });
    await run({ name: 'ballot.cast', by: 'p2', payload: { object: voteId, rev: 1, choice: { choice: 'block', reason: 'ПРИЧИНА-БЛОКА' } } });
    await close(day, voteId);
  }
}

/** A consent agenda: a list that is dropped, one that opens with an item pulled out, and a group whose seat votes on paper. */
async function together(day: Day, panelId: string, proposals: readonly string[]): Promise<void> {
  const { run, devices, dialogue } = day;
  const [dropped, agendaId] = [randomUUID(), randomUUID()];
  const list = (id: string) => run({ name: 'agenda.list', by: 'moderator', payload: { agendaId: id, panelId, proposalIds: [...proposals] } });
  await list(dropped);
  await run({ name: 'agenda.drop', by: 'moderator', payload: { agendaId: dropped } });
  await list(agendaId);
  await run({ name: 'agenda.open', by: 'moderator', payload: { agendaId, electorate: 'present', rule: null, secret: false } });
  await run({ name: 'agenda.pull-out', by: 'p2', payload: { agendaId, proposalId: proposals[1] ?? '' } });
  const [p0] = dialogue.participants;
  await run({ name: 'paper.mark', by: 'moderator', payload: { object: agendaId, numbers: [p0?.setup.number ?? 0], onPaper: true } });
  await run({ name: 'ballot.cast', by: 'p0', payload: { object: agendaId, rev: 1, choice: 'yes' }, refusal: 'ballot.on-paper' });
  for (const by of ['p1', 'p2'] as const) await run({ name: 'ballot.cast', by, payload: { object: agendaId, rev: 1, choice: 'yes' } });
  const enter = async (how: 'paper' | 'hands'): Promise<string> => {
    const entryId = randomUUID();
    await run({ name: 'paper.enter', by: 'moderator', payload: { entryId, object: agendaId, groupId: p0?.setup.groupId ?? '', how, counts: { yes: 1 } } });
    return entryId;
  };
  await run({ name: 'paper.withdraw', by: 'moderator', payload: { entryId: await enter('hands'), reason: 'Не та группа' } });
  await run({ name: 'paper.confirm', by: 'rapporteur', payload: { entryId: await enter('paper'), counts: { yes: 1 } } });
  const item = () => Object.values(devices.moderator.state.snapshot.core.votes).find((vote) => vote.agendaId === agendaId && !vote.pulledOut && vote.version?.proposalId === proposals[0]);
  await devices.moderator.until(() => item() !== undefined, 'the item is known', 30_000);
  await close(day, item()?.voteId ?? '');
}

/** Closes a vote and waits until `system` has finished it. */
async function close({ run, devices }: Day, voteId: string): Promise<void> {
  await run({ name: 'vote.close', by: 'moderator', payload: { voteId } });
  await devices.moderator.until(() => devices.moderator.state.snapshot.core.votes[voteId]?.state === 'closed', 'the vote is closed', 30_000);
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
