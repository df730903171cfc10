import type { DecidedProposal, ResolutionDocument } from '../resolution-document.js';

const figures = { electorate: 3, cast: 3, yes: 2, no: 1, abstain: 0, invalid: 0, onPaper: 0, scale: null };

export const sampleDecided = (change: Partial<DecidedProposal> = {}): DecidedProposal => ({
  number: '1.1', proposalId: 'p1', voteId: 'v1', version: 1, versionHash: 'a'.repeat(64), language: 'ky', grade: 'majority', failed: [{ id: 'broad-agreement.group', group: 'g2' }], isTied: false, base: 'yes+no',
  fields: { title: 'Өнүктүрүү пландары', text: 'Жергиликтүү өнүктүрүү пландарынын долбоорлору жарыялансын.\nКоңшу айылдар да катышсын.', addressee: 'Министрлер Кабинети', responsible: 'Экономика министрлиги', deadline: '2027-жыл', indicator: '', region: 'Чүй' },
  electorate: 'present', overall: { ...figures, electorate: 6, cast: 6, yes: 4, no: 2 }, groups: [{ groupId: 'g1', ...figures }, { groupId: 'g2', ...figures }], ballotsHash: 'b'.repeat(64), rank: 1, overallRank: null, earlier: [], ballot: 'yes-no-abstain', agendaId: null, paper: [], footnotes: [], translations: [], amendments: [], reservations: [],
  ...change,
});

/** A resolution for tests: three alphabets, an awkward text, a ranking, something not adopted and something void. */
export function sampleResolution(): ResolutionDocument {
  const second = sampleDecided({ number: '1.2', proposalId: 'p2', voteId: 'v2', language: 'ru', grade: 'consensus', failed: [], rank: 2, fields: { ...sampleDecided().fields, title: '', text: 'Ставить «цель» & <срок> | без *звёздочек*\u{FFFE}.' } });
  const options = [{ id: 'p1', number: '1.1', title: 'Өнүктүрүү пландары', language: 'ky' as const, rank: 1, bridge: 6_120 }, { id: 'p2', number: '1.2', title: 'Цель', language: 'ru' as const, rank: 2, bridge: 3_010 }];
  return {
    format: 'tegerek-resolution', v: 1, dialogueId: 'd', rehearsal: false, number: 2, date: '2026-11-25', place: '', heldAt: { ru: 'Бишкек', ky: 'Бишкек' }, heldOn: '2026-11-24', languages: ['ru', 'ky', 'en'],
    title: { ru: 'Вклад организаций', ky: 'Уюмдардын салымы' }, description: { ru: 'Описание диалога.' }, goals: [{ ru: 'Объединить усилия', ky: 'Күч бириктирүү', en: 'Join the efforts' }, { ky: 'Ишеним' }],
    frame: {
      preamble: { ru: 'заслушав и обсудив предложения групп,\nпринимаем настоящую резолюцию.' }, commitments: { ru: '1. Бизнес публикует отчёт.\n2. Власть отвечает в срок.', ky: 'Бизнес отчётун жарыялайт.' },
      findings: { ru: '– сроки ответа нельзя проверить^[Опрос сельских библиотек, март 2026.];\n– вклад организаций не измеряется.', ky: 'жооп берүү мөөнөтүн текшерүүгө болбойт^[Айыл китепканаларынын сурамжылоосу, 2026-жылдын марты.]' },
      mechanism: { en: 'A working group reports every three months.' },
    },
    regions: [{ name: 'Чуйская область', seats: 6 }, { name: 'Нарынская область', seats: null }],
    participants: [{ groupId: 'g1', title: { ru: 'Власть', ky: 'Бийлик' }, seats: 5, present: 3 }, { groupId: 'g2', title: { ru: 'Бизнес', ky: 'Бизнес' }, seats: 4, present: 3 }],
    panels: [{
      panelId: 'pa', number: 1, title: { ru: 'Планирование' }, outcome: { ru: 'Предложения' }, recommendations: [sampleDecided({ footnotes: [{ claim: 'Пландардын үчтөн бири гана жарыяланат', source: 'Улуттук статистика комитети', date: '2025', region: 'Чүй', link: 'https://example.org/1', contestedBy: ['Бизнес'] }], reservations: [{ by: 'Бизнес', text: 'Мөөнөт кыска.', language: 'ky', version: 1, isTextChanged: false }] }), second],
      notAdopted: [sampleDecided({ number: '1.3', grade: 'not-adopted-no-quorum', failed: [{ id: 'quorum.group', group: 'g1' }], rank: null, earlier: [{ voteId: 'v0', version: 1, grade: 'undecided', reason: '' }] })],
      voided: [{ voteId: 'v9', number: '1.4', title: 'Ошибка', language: 'ru', reason: 'открыто по ошибке' }],
      ranking: { voteId: 'r', electorate: 'present', ballots: 3, blank: 1, isTied: false, ballotsHash: 'c'.repeat(64), options, pairwise: [[0, 2], [1, 0]], groups: [{ groupId: 'g1', ballots: 2, ranking: [['p1', 'p2']] }, { groupId: 'g2', ballots: 0, ranking: [['p1', 'p2']] }], shortlist: { seats: 1, selected: ['p1'], waiting: [], lot: [{ groupId: 'g1', number: 7 }, { groupId: 'g2', number: 41 }] } },
    }],
    ranking: null, basedOn: { seq: 41, hash: 'd'.repeat(64) },
  };
}
