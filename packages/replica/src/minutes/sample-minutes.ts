import type { VoteHead } from '@tegerek/contracts/wire';
import { emptyPanel, emptySnapshot } from '../fold/reducer.js';
import type { MinutesFacts } from './build-minutes.js';

/** What the minutes read of a vote; the rest is of no use to them. */
const sampleVote = (change: Partial<VoteHead>): VoteHead => ({
  voteId: 'v1', panelId: 'p', purpose: 'decision', number: '1.1', state: 'closed', version: null, options: [], rule: {} as never, electorate: 'present', electorateByGroup: { g: 5 }, openedAt: 50, openedSeq: 1,
  closesAt: null, closedAt: 60, result: { grade: 'consensus', adopted: true, overall: { yes: 3, no: 0, abstain: 1 } }, castByGroup: { g: 4 }, ballotsHash: null, voidReason: null, ...change,
} as VoteHead);
/** A panel's morning with every kind of line; `words` follow every text that a person wrote. */
export function sampleMinutes(words = ''): MinutesFacts {
  const panel = {
    ...emptyPanel('p'),
    moves: [{ at: 10, from: 'scheduled' as const, to: 'open' as const, reason: null }, { at: 40, from: 'open' as const, to: 'scheduled' as const, reason: `рано${words}` }],
    turns: [{ turnId: 't1', seatId: 's1', groupId: 'g', startedAt: 20, spentMs: 95_000 }, { turnId: 't2', seatId: 's2', groupId: null, startedAt: 25, spentMs: 5_000 }],
    minutes: [{ entryId: 'm1', at: 30, text: `Записано руками.\nВторая строка.${words}`, rev: 0 }],
    questions: { q: { questionId: 'q', text: `Когда?${words}`, language: 'ru' as const, status: 'answered' as const, seatId: null, groupId: null, toSeat: null, toGroup: null, anonymous: true, askedAt: 1, reason: null, answer: `В марте${words}`, answeredAt: 35, pinnedAt: null, mergedInto: null, alsoBy: [] } },
  };
  const start = emptySnapshot('d');
  const core = {
    ...start.core, groups: [{ id: 'g', title: { ru: `ОГО${words}`, ky: `ЖКУ${words}` }, sign: {}, tone: 0 }], votes: { v1: sampleVote({}), v2: sampleVote({ voteId: 'v2', state: 'void', openedAt: 70, closedAt: 80, voidReason: `ошибка${words}` }), v3: sampleVote({ voteId: 'v3', panelId: 'other' }) },
    setup: { slug: 'd', title: { ru: `Диалог${words}` }, goals: [], description: {}, place: { ru: `Бишкек${words}` }, date: '2026-12-01', timeZone: 'Asia/Bishkek', languages: ['ru' as const], contacts: [], privacyNotice: {} },
    panels: { p: { id: 'p', number: 1, title: { ru: `Планирование${words}` }, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: ['s1'], rapporteurs: [], panellists: [], premoderation: true, phase: 'open' as const, rev: 1, entered: {}, turn: null, poll: null, spokenMs: { g: 95_000 } } },
  };
  return { core, panel, person: (seatId: string) => (seatId === 's1' ? `Айжан Примерная${words}` : undefined), time: (at: number) => `00:${at}` };
}
