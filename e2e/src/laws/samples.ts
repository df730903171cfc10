import { randomUUID } from 'node:crypto';
import type { CommandName, PayloadInput, PollSetup } from '@tegerek/contracts';
import { dialogueFixture, type DialogueFixture } from '@tegerek/testkit';
import { proposalSamples } from './proposal-samples.js';

type Samples = { [N in CommandName]: PayloadInput<N> };

const id = () => randomUUID();

function pollSamples(panelId: string) {
  const poll: PollSetup = { question: { ru: 'Что важнее?' }, body: { kind: 'temperature' }, named: false, durationMs: 60_000, showAtClose: true };
  return {
    'poll.draft': { pollId: id(), panelId, setup: poll },
    'poll.edit': { pollId: id(), setup: poll },
    'poll.delete': { pollId: id() },
    'poll.open': { pollId: id() },
    'poll.close': { pollId: id() },
    'poll.expire': { pollId: id() },
    'poll.show': { pollId: id(), shown: true },
    'poll.repeat': { pollId: id(), newPollId: id() },
    'poll.hide-text': { pollId: id(), key: 'слово', hidden: true },
    'poll.answer': { object: id(), rev: 1, choice: 'good' },
    'console.hand-over': { panelId, from: null, to: null },
  };
}

/** One well-formed payload per command; objects that do not exist have fresh ids. */
export function samples(dialogue: DialogueFixture): Samples {
  const other = dialogueFixture();
  const panelId = dialogue.panels[0]?.id ?? '';
  const seatId = dialogue.participants[0]?.seatId ?? '';
  return {
    'account.register': { accountId: id(), token: 'x'.repeat(43), name: 'Имя', login: 'login', password: 'длинный пароль' },
    'account.invite': { invitationId: id(), tokenHash: 'a'.repeat(64) },
    'dialogue.create': other.create,
    'dialogue.edit': dialogue.create.setup,
    'dialogue.set-groups': { groups: dialogue.groups },
    'dialogue.set-rule': { rule: dialogue.create.rule },
    'dialogue.open': {},
    'dialogue.close': {},
    'panel.set': dialogue.panels[0] ?? other.create.panels[0]!,
    'panel.move-phase': { panelId, to: 'open' },
    'seat.add': { seats: [{ ...other.organizer.setup, number: 77_777, roles: ['observer'] }] },
    'seat.set-roles': { seatId, roles: [] },
    'seat.reissue': { codes: [{ seatId, authKeyHash: 'b'.repeat(64) }] },
    'seat.revoke': { seatId, reason: 'Причина' },
    'seat.join': {},
    'seat.check-in': { number: 1 },
    'seat.leave': { seatId },
    'seat.set-language': { language: 'ky' },
    'consent.set': { given: { photo: true } },
    'person.erase': { seatId, reason: 'Причина' },
    'registration.set': { approval: [dialogue.groups[0]?.id ?? ''], codes: [] },
    'seat.register': { seatId: id(), groupId: dialogue.groups[0]?.id ?? '', openCode: null, name: 'Имя', organisation: '', language: 'ru', given: { notice: true }, authKeyHash: 'c'.repeat(64) },
    'applicant.approve': { applicantIds: [id()] },
    'applicant.decline': { applicantIds: [id()], reason: 'Причина' },
    ...floorSamples(panelId, seatId),
    'screen.pair': { screenId: id(), code: 'ABC123', name: 'Экран', language: 'ru', panelId },
    'screen.set': { screenId: id(), name: 'Экран', language: 'ky', panelId },
    'screen.release': { screenId: id() },
    'screen.show': { panelId, view: { kind: 'programme' } },
    'minutes.add': { entryId: id(), panelId, text: 'Запись' },
    'minutes.edit': { entryId: id(), text: 'Запись' },
    ...proposalSamples(panelId),
    'decision.open': { voteId: id(), proposalId: id(), electorate: 'present', rule: null, secret: false },
    'ranking.open': { voteId: id(), panelId, electorate: 'present', top: null, secret: false },
    'vote.close': { voteId: id() },
    'vote.finish': { voteId: id() },
    'vote.void': { voteId: id(), reason: 'Причина' },
    'resolution.draft-set': { section: 'findings', language: 'ru', text: 'Текст' },
    'resolution.publish': { resolutionId: id(), number: 1, date: '2026-12-01', place: '' },
    ...collective(panelId, dialogue.groups[0]?.id ?? id()),
    'ballot.cast': { object: id(), rev: 1, choice: 'yes' },
    ...pollSamples(panelId),
    'question.support': { object: id(), rev: 1, choice: true },
  };
}

/** Questions, hands and turns. */
function floorSamples(panelId: string, seatId: string) {
  const id = () => randomUUID();
  return {
    'question.ask': { questionId: id(), panelId, text: 'Вопрос?', language: 'ru' as const, anonymous: false, toSeat: null },
    'question.approve': { questionId: id() },
    'question.decline': { questionId: id(), reason: 'Причина' },
    'question.approve-many': { panelId, questionIds: [id()] },
    'question.decline-many': { panelId, questionIds: [id()], reason: 'Причина' },
    'question.reopen': { questionId: id() },
    'question.merge': { panelId, into: id(), questionIds: [id()] },
    'question.unmerge': { questionId: id() },
    'question.pin': { questionId: id(), pinned: true },
    'question.answer': { questionId: id(), answer: 'Ответ' },
    'question.withdraw': { questionId: id() },
    'hand.raise': { handId: id(), panelId, kind: 'reply' as const },
    'hand.enter': { handId: id(), panelId, seatId, kind: 'order' as const },
    'hand.lower': { handId: id() },
    'turn.start': { turnId: id(), panelId, handId: null, seatId, after: null, limitMs: 60_000 },
    'turn.pause': { turnId: id() },
    'turn.resume': { turnId: id() },
    'turn.extend': { turnId: id(), limitMs: 120_000 },
    'turn.end': { turnId: id() },
  };
}

/** What several take part in: agenda, paper, lot. */
function collective(panelId: string, groupId: string) {
  const id = () => randomUUID();
  return {
    'agenda.list': { agendaId: id(), panelId, proposalIds: [id(), id()] },
    'agenda.pull-out': { agendaId: id(), proposalId: id() },
    'agenda.drop': { agendaId: id() },
    'agenda.open': { agendaId: id(), electorate: 'present' as const, rule: null, secret: false },
    'paper.mark': { object: id(), numbers: [1], onPaper: true },
    'paper.enter': { entryId: id(), object: id(), groupId, how: 'paper' as const, counts: { yes: 1 } },
    'paper.confirm': { entryId: id(), counts: { yes: 1 } },
    'paper.withdraw': { entryId: id(), reason: 'Причина' },
    'ranking.draw-lot': { voteId: id(), numbers: {} },
  };
}
