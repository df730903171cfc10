import { describe, expect, it } from '@jest/globals';
import { canonicalize, type Formulation, type Snapshot, type VoteHead } from '@tegerek/contracts/wire';
import { emptyPanel, emptySnapshot } from '../fold/reducer.js';
import { composeResolution, hasDecisions, isDisclosed } from './compose.js';
import { compareNumbers } from './decided.js';
import { placesOf } from './ranking.js';

const fields = (text: string): Formulation => ({ title: text, text, addressee: 'А', responsible: 'О', deadline: '2027', indicator: '', region: '' });
const figures = { electorate: 2, cast: 2, yes: 2, no: 0, abstain: 0, invalid: 0, support: 0, canLiveWith: 0, reservations: 0, block: 0 };

function decision(voteId: string, number: string, openedSeq: number, change: Partial<VoteHead> = {}, adopted = true): VoteHead {
  return {
    voteId, panelId: 'p1', purpose: 'decision', number, state: 'closed', options: [], electorate: 'present', electorateByGroup: { g: 2 }, openedAt: 1, openedSeq, closesAt: 1, closedAt: 1,
    version: { versionId: `v-${voteId}`, proposalId: `pr-${number}`, number: 1, language: 'ru', fields: fields(`Текст ${voteId}`), hash: 'aa' },
    rule: { base: 'yes+no' } as VoteHead['rule'], castByGroup: { g: 2 }, ballotsHash: 'bb', voidReason: null, agendaId: null, pulledOut: false, supersedes: null, supersededBy: null, returnsTo: null, amendment: null, onPaper: {}, piles: [], paper: [], lot: null,
    result: { grade: adopted ? 'consensus' : 'not-adopted', adopted, tie: false, failed: [], overall: figures, groups: { g: figures } }, ...change,
  };
}

function ranking(voteId: string, panelId: string | null, order: string[][]): VoteHead {
  const ids = order.flat();
  return {
    ...decision(voteId, 'R1', 90), panelId, purpose: 'ranking', version: null, options: ids.map((id) => ({ id, number: id.slice(3), title: id, text: id, language: 'ru' as const })),
    result: { ballots: 2, blank: 0, isTied: false, ranking: order, pairwise: { 'pr-1.2': { 'pr-1.10': 2 }, 'pr-1.10': { 'pr-1.2': 0 } }, groups: { g: { ballots: 2, ranking: order } }, bridge: { points: { 'pr-1.2': 7_000, 'pr-1.10': 2_000 } }, shortlist: null },
  };
}

function snapshotOf(votes: VoteHead[]): Snapshot {
  const empty = emptySnapshot('d');
  const panel = { id: 'p1', number: 1, title: { ru: 'Панель' }, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: [], rapporteurs: [], panellists: [], premoderation: false, phase: 'closed' as const, rev: 1, entered: {}, turn: null, poll: null, spokenMs: {} };
  return {
    ...empty,
    core: {
      ...empty.core, panels: { p1: panel }, seatsByGroup: { g: 3 }, groups: [{ id: 'g', title: { ru: 'Группа' }, sign: {}, tone: 0 }], votes: Object.fromEntries(votes.map((vote) => [vote.voteId, vote])),
      setup: { slug: 's', title: { ru: 'Диалог' }, goals: [{ ru: 'Цель' }], description: {}, place: { ru: 'Бишкек' }, date: '2026-11-24', timeZone: 'Asia/Bishkek', languages: ['ru'], contacts: [], privacyNotice: {} },
    },
  };
}

const terms = { number: 1, date: '2026-11-25', place: '', frame: { preamble: { ru: 'Обсудив' }, findings: {}, commitments: {}, mechanism: {} }, regions: [{ name: 'Чуй', seats: 5 }] };
const compose = (votes: VoteHead[]) => composeResolution(snapshotOf(votes), { seq: 7, hash: 'cc' }, terms);

describe('the resolution', () => {
  it('lists recommendations by number until they are ranked, then by rank', () => {
    const two = [decision('b', '1.10', 2), decision('a', '1.2', 1)];
    expect(compose(two).panels[0]?.recommendations.map(({ number, rank }) => [number, rank])).toEqual([['1.2', null], ['1.10', null]]);
    const ranked = compose([...two, ranking('r', 'p1', [['pr-1.10'], ['pr-1.2']]), ranking('all', null, [['pr-1.2', 'pr-1.10']])]);
    expect(ranked.panels[0]?.recommendations.map(({ number, rank, overallRank }) => [number, rank, overallRank])).toEqual([['1.10', 1, 1], ['1.2', 2, 1]]);
    expect(ranked.panels[0]?.ranking?.pairwise).toEqual([[0, 0], [2, 0]]);
    expect(ranked.ranking?.options.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('a later decision on the same proposal supersedes the earlier one, which stays named', () => {
    const { panels: [panel] } = compose([decision('first', '1.1', 1, {}, false), decision('second', '1.1', 5)]);
    expect(panel?.notAdopted).toEqual([]);
    expect(panel?.recommendations).toMatchObject([{ voteId: 'second', earlier: [{ voteId: 'first', grade: 'not-adopted' }] }]);
  });

  it('states the evidence that was frozen with the version and the reservations about it, naming nobody', () => {
    const folded = snapshotOf([decision('a', '1.1', 1), decision('b', '1.2', 2)]);
    const note = { evidenceId: 'e', claim: 'Публикуется треть планов', source: 'Нацстатком', date: '2025', region: 'Ош', link: 'https://stat.example/1', confidence: 'high' as const, language: 'ru' as const, file: { hash: 'ff', name: 'таблица.csv', type: 'text/csv', size: 1 }, contestedBy: ['g'] };
    const said = { proposalId: 'pr-1.1', voteId: 'a', version: 1, seatId: 'seat', groupId: 'g', organisation: '', language: 'ky' as const };
    const panel = {
      panelId: 'p1', questions: {}, hands: [], turns: [], proposals: {}, translations: {}, amendments: {}, lineUps: {}, evidence: {}, minutes: [], moves: [], polls: {}, holder: null, blockReasons: {}, pullAsked: [], paperSeats: {}, notes: { 'v-a': [note] },
      reservations: Object.fromEntries([
        { ...said, reservationId: '2', capacity: 'organisation' as const, organisation: '«Бирге» коому', text: 'Мөөнөт кыска.', at: 2 }, { ...said, reservationId: '1', capacity: 'group' as const, text: 'Каражат жок.', at: 1 },
        { ...said, reservationId: '3', capacity: 'self' as const, text: 'Макул эмесмин.', at: 3 }, { ...said, reservationId: '4', capacity: 'self' as const, proposalId: 'pr-9.9', voteId: 'other', text: 'Башкасы', at: 4 },
      ].map((each) => [each.reservationId, each])),
    };
    const [first, second] = composeResolution({ ...folded, panels: { p1: panel } }, { seq: 7, hash: 'cc' }, terms).panels[0]?.recommendations ?? [];
    expect(first?.footnotes).toEqual([{ claim: 'Публикуется треть планов', source: 'Нацстатком', date: '2025', region: 'Ош', link: 'https://stat.example/1, таблица.csv (SHA-256 ff)', contestedBy: ['Группа'] }]);
    expect(first?.reservations).toEqual([{ by: 'Группа', text: 'Каражат жок.' }, { by: '«Бирге» коому (Группа)', text: 'Мөөнөт кыска.' }, { by: 'катышуучу, Группа', text: 'Макул эмесмин.' }].map((each) => ({ ...each, language: 'ky', version: 1, isTextChanged: false })));
    expect(second).toMatchObject({ footnotes: [], reservations: [] });
  });

  it('keeps reservations about an earlier version when the decision is corrected, saying whether its text changed; who spoke again counts once', () => {
    const version = (number: number, text: string) => ({ version: { versionId: `v${number}`, proposalId: 'pr', number, language: 'ru' as const, fields: fields(text), hash: 'aa' } });
    const folded = snapshotOf([decision('a', '1.1', 1, version(1, 'До')), decision('b', '1.1', 2, version(2, 'После'))]);
    const said = { proposalId: 'pr', voteId: 'a', version: 1, groupId: 'g', capacity: 'group' as const, organisation: '', language: 'ru' as const };
    const reservations = [{ ...said, reservationId: '1', seatId: 's1', text: 'Первое', at: 1 }, { ...said, reservationId: '2', seatId: 's2', text: 'Второе', at: 2 }, { ...said, reservationId: '3', seatId: 's1', voteId: 'b', version: 2, text: 'Новое', at: 3 }];
    const panel = { ...emptyPanel('p1'), reservations: Object.fromEntries(reservations.map((each) => [each.reservationId, each])) };
    const [one] = composeResolution({ ...folded, panels: { p1: panel } }, { seq: 7, hash: 'cc' }, terms).panels[0]?.recommendations ?? [];
    expect(one?.reservations).toEqual([{ by: 'Группа', text: 'Второе', language: 'ru', version: 1, isTextChanged: true }, { by: 'Группа', text: 'Новое', language: 'ru', version: 2, isTextChanged: false }]);
  });

  it('states what the room decided about amendments, in the stated order, with what fell', () => {
    const amended = decision('am', '1.1/2', 1, { purpose: 'amendment', amendment: { amendmentId: 'y', field: 'deadline', before: '2027', rev: 1 }, version: { versionId: 'v1', proposalId: 'pr', number: 1, language: 'ru', fields: { ...fields('Т'), deadline: '2028' }, hash: 'dd' } });
    const folded = snapshotOf([amended, decision('d', '1.1', 2, { version: { versionId: 'v2', proposalId: 'pr', number: 2, language: 'ru', fields: { ...fields('Т'), deadline: '2028' }, hash: 'aa' } })]);
    const item = { field: 'deadline' as const, voteId: null, to: null };
    const items = [{ ...item, amendmentId: 'y', number: '1.1/2', text: '2028', outcome: 'adopted' as const, voteId: 'am' }, { ...item, amendmentId: 'x', number: '1.1/1', text: '2029', outcome: 'fell' as const, to: 'y' }, { ...item, amendmentId: 'z', number: '1.1/3', text: '2030', outcome: 'waiting' as const }];
    const panel = { ...emptyPanel('p1'), lineUps: { pr: { order: 'departure' as const, reason: '', items } } };
    const [one] = composeResolution({ ...folded, panels: { p1: panel } }, { seq: 7, hash: 'cc' }, terms).panels[0]?.recommendations ?? [];
    expect(one?.amendments).toMatchObject([{ number: '1.1/2', outcome: 'adopted', before: '2027', text: '2028', vote: { voteId: 'am', version: 1, grade: 'consensus' } }, { number: '1.1/1', outcome: 'fell', fellTo: '1.1/2', text: '2029', vote: null }]);
  });

  it('keeps what was not adopted and what was void apart', () => {
    const { panels: [panel] } = compose([decision('no', '1.1', 1, {}, false), decision('void', '1.2', 2, { state: 'void', result: null, voidReason: 'по ошибке' })]);
    expect(panel?.recommendations).toEqual([]);
    expect(panel?.notAdopted.map(({ voteId }) => voteId)).toEqual(['no']);
    expect(panel?.voided).toMatchObject([{ voteId: 'void', reason: 'по ошибке' }]);
  });

  it('states participants from the votes and has a canonical form', () => {
    const document = compose([decision('a', '1.1', 1)]);
    expect(document.participants).toEqual([{ groupId: 'g', title: { ru: 'Группа' }, seats: 3, present: 2 }]);
    expect(document).toMatchObject({ frame: { preamble: { ru: 'Обсудив' } }, regions: [{ name: 'Чуй', seats: 5 }] });
    expect(() => canonicalize(document)).not.toThrow();
    expect(document.basedOn).toEqual({ seq: 7, hash: 'cc' });
  });

  it('needs a decision', () => {
    expect(hasDecisions(snapshotOf([decision('a', '1.1', 1, { state: 'void' })]))).toBe(false);
    expect(hasDecisions(snapshotOf([decision('a', '1.1', 1)]))).toBe(true);
  });
});

describe('its parts', () => {
  it('ties share a place and the next stands after all of them', () => {
    expect([...placesOf([['a', 'b'], ['c']])]).toEqual([['a', 1], ['b', 1], ['c', 3]]);
  });

  it('numbers compare by their parts', () => {
    expect(['1.10', '1.9', '2.1', '1.1'].sort(compareNumbers)).toEqual(['1.1', '1.9', '1.10', '2.1']);
  });

  it('discloses public events and presence, nothing else', () => {
    expect(isDisclosed({ type: 'vote.closed', audience: 'public' })).toBe(true);
    expect(isDisclosed({ type: 'seat.joined', audience: 'room' })).toBe(true);
    expect(isDisclosed({ type: 'screen.shown', audience: 'public' })).toBe(false);
    expect(isDisclosed({ type: 'question.published', audience: 'room' })).toBe(false);
    expect(isDisclosed({ type: 'consent.set', audience: 'facilitators' })).toBe(false);
  });
});
