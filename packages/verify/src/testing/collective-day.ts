import { pileHash, sha256Hex, versionHash } from '@tegerek/ballot';
import { canonicalize, type DecisionRule, type EventData, type PaperPile, type VoteHead } from '@tegerek/contracts';
import { drawLots, lotSeed, shortlist, type RankingReport } from '@tegerek/tally';
import { asRankings, type ListedBallot } from '../checks/recount.js';
import { CIVIL, closedEvent, fieldsOf, GOVERNMENT, id, PANEL, prepare, RANKING, RULE, Writer, type Day } from './day.js';

export const AGENDA = id(60);
export const TOGETHER = { first: id(61), second: id(62), pulled: id(63), mistaken: id(64), correction: id(65), ranking: id(66) };
export const PILE = id(70);
const electorateByGroup = { [GOVERNMENT]: 3, [CIVIL]: 3 };
const CONSENT: DecisionRule = { ...RULE, ballot: 'consent-scale' };

function opening(voteId: string, n: number, version: number, change: Partial<EventData<'vote.opened'>> = {}): EventData<'vote.opened'> {
  const text = { proposalId: id(80 + n), number: version, language: 'ru' as const, fields: fieldsOf(`Предложение ${n}`) };
  return {
    voteId, panelId: PANEL, purpose: 'decision', number: `1.${n}`, version: { versionId: id(90 + 10 * version + n), ...text, hash: versionHash(text) }, options: [], rule: RULE, electorate: 'present', electorateByGroup, graceMs: 10_000,
    agendaId: null, supersedes: null, returnsTo: 'in-formulation', amendment: null, ...change,
  };
}

const rows = (...ballots: [number, string, string | string[]][]): ListedBallot[] => ballots.map(([number, group, choice]) => ({ choice, group, number }));

/** An agenda with a pile and an item pulled out, a correction on the consent scale after a mistaken one, a ranking by lot; not yet published. */
export function collectiveDay(): Day {
  const writer = new Writer();
  prepare(writer);
  const items = [opening(TOGETHER.first, 1, 1, { agendaId: AGENDA }), opening(TOGETHER.second, 2, 1, { agendaId: AGENDA }), opening(TOGETHER.pulled, 3, 1, { agendaId: AGENDA })];
  writer.together('vote.opened', items);
  writer.add('vote.voided', { voteId: TOGETHER.pulled, reason: '', pulledOut: true });
  const pile: PaperPile = { entryId: PILE, groupId: CIVIL, how: 'paper', counts: { yes: 1, no: 1, abstain: 0, invalid: 0 }, enteredBy: 1, confirmedBy: 4, salt: sha256Hex('salt') };
  writer.add('paper.marked', { object: AGENDA, onPaper: { [GOVERNMENT]: 0, [CIVIL]: 2 } });
  writer.add('paper.entered', { entryId: PILE, object: AGENDA, groupId: CIVIL, how: 'paper', ballots: 2, countsHash: pileHash(pile), by: 1 });
  writer.add('paper.confirmed', { entryId: PILE, object: AGENDA, by: 4 });
  const list = rows([1, GOVERNMENT, 'yes'], [2, GOVERNMENT, 'yes'], [5, CIVIL, 'yes']);
  const kept = items.slice(0, 2);
  writer.together('vote.closing', kept.map(({ voteId }) => ({ voteId, closesAt: 1_000 })));
  for (const { voteId } of kept) writer.day.lists[voteId] = list;
  writer.together('vote.closed', kept.map((item) => closedEvent(item, list, [pile])));
  correct(writer);
  rank(writer);
  return writer.day;
}

function correct(writer: Writer): void {
  const supersedes = { voteId: TOGETHER.first, reason: 'Не все успели' };
  writer.vote(opening(TOGETHER.mistaken, 1, 2, { supersedes, returnsTo: 'adopted' }), { voided: 'рано' });
  const list = rows([1, GOVERNMENT, 'support'], [2, GOVERNMENT, 'can-live-with'], [3, CIVIL, 'reservations'], [6, CIVIL, 'block']);
  writer.vote(opening(TOGETHER.correction, 1, 3, { rule: CONSENT, supersedes, returnsTo: 'adopted' }), { ballots: list });
  writer.add('vote.block-reasoned', { voteId: TOGETHER.correction, panelId: PANEL, number: 6, groupId: CIVIL, reason: 'Нет денег' });
}

function rank(writer: Writer): void {
  writer.add('panel.phase-moved', { panelId: PANEL, from: 'decision', to: 'ranking', rev: 5, reason: null });
  const [a, b] = [id(81), id(82)];
  const options = [a, b].map((option, i) => ({ id: option, number: `1.${i + 1}`, title: `Предложение ${i + 1}`, text: fieldsOf(`Предложение ${i + 1}`).text, language: 'ru' as const }));
  const opened: EventData<'vote.opened'> = { voteId: TOGETHER.ranking, panelId: PANEL, purpose: 'ranking', number: 'R1', version: null, options, rule: RANKING, electorate: 'present', electorateByGroup, graceMs: 10_000, agendaId: null, supersedes: null, returnsTo: null, amendment: null };
  const list = rows([1, GOVERNMENT, [a, b]], [2, GOVERNMENT, [b, a]], [4, CIVIL, [a, b]], [5, CIVIL, [b, a]]);
  writer.vote(opened, { ballots: list });
  writer.add('ranking.lot-drawn', { voteId: TOGETHER.ranking, ...lotOf({ ...opened, ...closedEvent(opened, list) } as unknown as VoteHead, list, { [GOVERNMENT]: 7, [CIVIL]: 41 }) });
  writer.add('panel.phase-moved', { panelId: PANEL, from: 'ranking', to: 'closed', rev: 6, reason: null });
  writer.add('dialogue.closed', {});
}

/** The honest lot of a closed ranking. */
export function lotOf(vote: VoteHead, list: readonly ListedBallot[], numbers: Record<string, number>): Omit<EventData<'ranking.lot-drawn'>, 'voteId'> {
  const options = vote.options.map((option) => option.id);
  const groups = Object.keys(vote.electorateByGroup).sort();
  const { seed, lots } = drawLots(lotSeed(vote.ballotsHash ?? '', groups.map((group) => numbers[group] ?? 0)), options);
  const { ranking } = vote.result as unknown as RankingReport;
  const completed = shortlist({ options, groups, ranking, lots, seats: 1, ballots: asRankings(list) });
  return { numbers, seed, lots: [...lots], shortlist: JSON.parse(canonicalize(completed)) as Record<string, unknown> };
}
