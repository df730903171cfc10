import { sha256Hex, versionHash } from '@tegerek/ballot';
import { canonicalize, type DecisionRule, type EventData, type EventType, type Formulation, type LogEvent, type PaperPile, type RankingRule, type VoteHead } from '@tegerek/contracts';
import { events as definitions } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { sizeOf } from '../checks/paper.js';
import { recount, type ListedBallot } from '../checks/recount.js';

/** A small dialogue before it is sealed: entries without hashes, and the list of each vote. */
export interface Day {
  /** `erased`: places of events whose bodies were erased since. */
  entries: { at: number; events: LogEvent[]; erased?: number[] }[];
  lists: Record<string, ListedBallot[]>;
}

export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const DIALOGUE = id(1);
export const PANEL = id(2);
export const [GOVERNMENT, CIVIL] = [id(11), id(12)];
const seatsOf = (group: string): string[] => [1, 2, 3].map((n) => id((group === GOVERNMENT ? 100 : 200) + n));
export const VOTES = { adopted: id(31), majority: id(32), refused: id(33), void: id(34), ranking: id(35) };
const PROPOSALS = { adopted: id(41), majority: id(42), refused: id(43), void: id(44) };

export const RULE = JSON.parse(JSON.stringify(defaultRule([GOVERNMENT, CIVIL]))) as DecisionRule;
export const RANKING: RankingRule = { algorithm: { id: 'schulze', version: 1 }, strength: 'winning', unranked: 'last', top: null, shortlist: 1 };

export class Writer {
  readonly day: Day = { entries: [], lists: {} };

  add<T extends EventType>(type: T, data: EventData<T>): void {
    const { v, audience } = definitions[type];
    this.day.entries.push({ at: 1_000 * (this.day.entries.length + 1), events: [{ type, v, audience, data }] });
  }

  /** Several of a kind in one entry. */
  together<T extends EventType>(type: T, all: readonly EventData<T>[]): void {
    const { v, audience } = definitions[type];
    this.day.entries.push({ at: 1_000 * (this.day.entries.length + 1), events: all.map((data) => ({ type, v, audience, data })) });
  }

  vote(opened: EventData<'vote.opened'>, end: { ballots: ListedBallot[] } | { voided: string }): void {
    const { voteId } = opened;
    this.add('vote.opened', opened);
    if ('voided' in end) return this.add('vote.voided', { voteId, reason: end.voided, pulledOut: false });
    this.add('vote.closing', { voteId, closesAt: 1_000 });
    this.day.lists[voteId] = end.ballots;
    this.add('vote.closed', closedEvent(opened, end.ballots));
  }
}

export const listText = (ballots: readonly ListedBallot[]): string => ballots.map((ballot) => `${canonicalize(ballot)}\n`).join('');

/** The honest `vote.closed` of a vote. */
export function closedEvent(opened: EventData<'vote.opened'>, ballots: readonly ListedBallot[], paper: readonly PaperPile[] = []): EventData<'vote.closed'> {
  const castByGroup = Object.fromEntries(Object.keys(opened.electorateByGroup).map((group) => [group, ballots.filter((ballot) => ballot.group === group).length + paper.filter(({ groupId }) => groupId === group).reduce((sum, { counts }) => sum + sizeOf(counts), 0)]));
  const result = JSON.parse(canonicalize(recount({ ...opened, paper: [...paper] } as unknown as VoteHead, ballots))) as Record<string, unknown>;
  return { voteId: opened.voteId, result, castByGroup, ballots: ballots.length, ballotsHash: sha256Hex(listText(ballots)), paper: [...paper] };
}

export const fieldsOf = (title: string): Formulation => ({ title, text: `Текст: ${title} <&> өңү.`, addressee: 'Министрлик', responsible: 'Агентство', deadline: '2027', indicator: '', region: '' });

function decision(name: 'adopted' | 'majority' | 'refused' | 'void', n: number, title: string): EventData<'vote.opened'> {
  const text = { proposalId: PROPOSALS[name], number: 1, language: 'ru' as const, fields: fieldsOf(title) };
  return {
    voteId: VOTES[name], panelId: PANEL, purpose: 'decision', number: `1.${n}`, version: { versionId: id(50 + n), ...text, hash: versionHash(text) }, options: [], rule: RULE,
    electorate: 'present', electorateByGroup: { [GOVERNMENT]: 3, [CIVIL]: 3 }, graceMs: 10_000, agendaId: null, supersedes: null, returnsTo: 'in-formulation', amendment: null,
  };
}

const ballots = (government: string[], civil: string[]): ListedBallot[] =>
  [...government.map((choice) => ({ choice, group: GOVERNMENT })), ...civil.map((choice) => ({ choice, group: CIVIL }))].map((ballot, i) => ({ ...ballot, number: i + 1 }));

export function prepare(writer: Writer): void {
  const panel = { id: PANEL, number: 1, title: { ru: 'Панель', ky: 'Панель' }, outcome: { ru: 'Предложения' }, startsAt: null, endsAt: null, hall: {}, moderators: [], rapporteurs: [], panellists: [], premoderation: false };
  const setup = { slug: 'day', title: { ru: 'Малый день', ky: 'Чакан күн' }, goals: [{ ru: 'Цель' }], description: {}, place: { ru: 'Бишкек' }, date: '2026-11-24', timeZone: 'Asia/Bishkek', languages: ['ru' as const], contacts: [], privacyNotice: {} };
  const groups = [GOVERNMENT, CIVIL].map((group, tone) => ({ id: group, title: { ru: `Группа ${tone + 1}` }, sign: {}, tone }));
  writer.add('dialogue.created', { dialogueId: DIALOGUE, setup, groups, panels: [panel], rule: RULE, demo: false, rehearsal: false });
  let number = 0;
  writer.add('seat.added', { seats: [GOVERNMENT, CIVIL].flatMap((groupId) => seatsOf(groupId).map((seatId) => ({ seatId, number: ++number, groupId, roles: [] }))) });
  writer.add('dialogue.opened', {});
  for (const groupId of [GOVERNMENT, CIVIL]) for (const seatId of seatsOf(groupId)) writer.add('seat.joined', { seatId, groupId, how: 'code' });
  (['scheduled', 'open', 'discussion', 'formulation'] as const).forEach((from, i) => writer.add('panel.phase-moved', { panelId: PANEL, from, to: (['open', 'discussion', 'formulation', 'decision'] as const)[i] ?? 'open', rev: i + 1, reason: null }));
}

/** Two recommendations, one refused, one void, a ranking; closed, not yet published. */
export function smallDay(): Day {
  const writer = new Writer();
  prepare(writer);
  const [first, second] = [decision('adopted', 1, 'Планы'), decision('majority', 2, 'Данные')];
  writer.vote(first, { ballots: ballots(['yes', 'yes', 'abstain'], ['yes', 'yes', 'yes']) });
  writer.vote(second, { ballots: ballots(['yes', 'yes', 'yes'], ['yes', 'no', 'no']) });
  writer.vote(decision('refused', 3, 'Отвергнутое'), { ballots: ballots(['no', 'no', 'yes'], ['no', 'no', 'no']) });
  writer.vote(decision('void', 4, 'Ошибочное'), { voided: 'открыто по ошибке' });
  writer.add('panel.phase-moved', { panelId: PANEL, from: 'decision', to: 'ranking', rev: 5, reason: null });
  const options = [first, second].map(({ version, number }) => ({ id: version?.proposalId ?? '', number, title: version?.fields.title ?? '', text: version?.fields.text ?? '', language: 'ru' as const }));
  const order = (...names: ('adopted' | 'majority')[]): string[] => names.map((name) => PROPOSALS[name]);
  writer.vote(
    { voteId: VOTES.ranking, panelId: PANEL, purpose: 'ranking', number: 'R1', version: null, options, rule: RANKING, electorate: 'present', electorateByGroup: { [GOVERNMENT]: 3, [CIVIL]: 3 }, graceMs: 10_000, agendaId: null, supersedes: null, returnsTo: null, amendment: null },
    { ballots: [{ choice: order('majority', 'adopted'), group: GOVERNMENT, number: 1 }, { choice: order('majority'), group: CIVIL, number: 4 }, { choice: order('adopted', 'majority'), group: CIVIL, number: 6 }] },
  );
  writer.add('panel.phase-moved', { panelId: PANEL, from: 'ranking', to: 'closed', rev: 6, reason: null });
  writer.add('dialogue.closed', {});
  // its own copy: a test that forges one changes no other
  return structuredClone(writer.day);
}

/** The data of the one event of a kind (and vote) in a day, to be read or forged in place. */
export function eventData<T extends EventType>(day: Day, type: T, voteId?: string): EventData<T> {
  const found = day.entries.flatMap(({ events }) => events).find((event) => event.type === type && (voteId === undefined || (event.data as { voteId?: string }).voteId === voteId));
  if (!found) throw new Error(`the day has no ${type}`);
  return found.data as EventData<T>;
}
