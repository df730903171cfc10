import { randomUUID } from 'node:crypto';
import type { PollBody, PollSetup } from '@tegerek/contracts';
import type { Day, Who } from './day.js';

/** Questions, speakers, the screen and minutes of the first panel. */
export async function floor({ dialogue, run }: Day, panelId: string, pairScreen: () => Promise<string>): Promise<void> {
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
  const [screenId, spare] = [randomUUID(), randomUUID()];
  await run({ name: 'screen.pair', by: 'moderator', payload: { screenId, code: await pairScreen(), name: 'Большой экран', language: 'ru', panelId } });
  await run({ name: 'screen.pair', by: 'moderator', payload: { screenId: spare, code: await pairScreen(), name: 'Малый экран', language: 'ru', panelId } });
  await run({ name: 'screen.set', by: 'moderator', payload: { screenId, name: 'Большой экран', language: 'ky', panelId } });
  await run({ name: 'screen.release', by: 'moderator', payload: { screenId: spare } });
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
export async function poll({ run, dialogue }: Day, panelId: string): Promise<void> {
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
