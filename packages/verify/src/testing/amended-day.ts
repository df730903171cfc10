import { versionHash } from '@tegerek/ballot';
import { events as definitions, type EventData, type EventType, type LogEvent } from '@tegerek/contracts';
import type { ListedBallot } from '../checks/recount.js';
import { CIVIL, closedEvent, fieldsOf, GOVERNMENT, id, PANEL, prepare, RULE, Writer, type Day } from './day.js';

const PROPOSAL = id(81);
/** What became of each: furthest from the text first. */
export const AMENDMENTS = { adopted: id(71), fallen: id(72), refused: id(73), folded: id(74), beside: id(75) };
export const AMENDMENT_VOTES = { void: id(61), adopted: id(62), refused: id(63), decision: id(64) };
const DEADLINES = { adopted: '2030, до конца года' };
const about = (amendmentId: string) => ({ amendmentId, proposalId: PROPOSAL, panelId: PANEL });

const event = <T extends EventType>(type: T, data: EventData<T>): LogEvent => ({ type, v: definitions[type].v, audience: definitions[type].audience, data });
const rows = (...choices: string[]): ListedBallot[] => choices.map((choice, i) => ({ choice, group: i < 3 ? GOVERNMENT : CIVIL, number: i + 1 }));
const [YES, NO] = [rows('yes', 'yes', 'yes', 'yes', 'yes', 'no'), rows('no', 'no', 'yes', 'no', 'no', 'no')];

function opening(voteId: string, number: string, version: number, fields: ReturnType<typeof fieldsOf>, amendment: EventData<'vote.opened'>['amendment']): EventData<'vote.opened'> {
  const text = { proposalId: PROPOSAL, number: version, language: 'ru' as const, fields };
  return {
    voteId, panelId: PANEL, purpose: amendment === null ? 'decision' : 'amendment', number, version: { versionId: id(90 + version), ...text, hash: versionHash(text) }, options: [], rule: RULE, electorate: 'present',
    electorateByGroup: { [GOVERNMENT]: 3, [CIVIL]: 3 }, graceMs: 10_000, agendaId: null, supersedes: null, returnsTo: 'in-formulation', amendment,
  };
}

/** Amendments to one proposal: one accepted without a vote, to which another falls; one opened by mistake and then adopted, to which a second falls; one refused; then the amended text is adopted. */
export function amendedDay(): Day {
  const writer = new Writer();
  prepare(writer);
  const first = fieldsOf('Планы');
  const [amended, refused] = [{ ...first, deadline: DEADLINES.adopted }, { ...first, deadline: DEADLINES.adopted, indicator: 'доля ответов' }];
  writer.add('amendment.lined-up', {
    proposalId: PROPOSAL, panelId: PANEL, rev: 1, order: 'departure', reason: '',
    items: [
      { amendmentId: AMENDMENTS.adopted, number: '1.1/1', field: 'deadline' }, { amendmentId: AMENDMENTS.fallen, number: '1.1/2', field: 'deadline' },
      { amendmentId: AMENDMENTS.refused, number: '1.1/3', field: 'indicator' },
      { amendmentId: AMENDMENTS.folded, number: '1.1/4', field: 'region' }, { amendmentId: AMENDMENTS.beside, number: '1.1/5', field: 'region' },
    ],
  });
  const put = (amendmentId: string, text: string, before: string): LogEvent => event('amendment.put', { ...about(amendmentId), text, before, seen: null });
  writer.day.entries.at(-1)?.events.push(
    put(AMENDMENTS.adopted, DEADLINES.adopted, first.deadline), put(AMENDMENTS.fallen, '2028', first.deadline), put(AMENDMENTS.refused, refused.indicator, first.indicator),
    put(AMENDMENTS.folded, 'Чүй жана Ош', first.region), put(AMENDMENTS.beside, 'Чүй, Ош', first.region),
  );
  writer.add('amendment.left', { ...about(AMENDMENTS.folded), how: 'accepted' });
  writer.day.entries.at(-1)?.events.push(event('amendment.fell', { ...about(AMENDMENTS.beside), to: AMENDMENTS.folded }));
  const decided = (opened: EventData<'vote.opened'>, list: ListedBallot[], after: LogEvent[]): void => {
    writer.vote(opened, { ballots: list });
    const closing = writer.day.entries.at(-1);
    closing?.events.push(...after);
  };
  const deadline = { amendmentId: AMENDMENTS.adopted, field: 'deadline' as const, before: first.deadline, rev: 1 };
  writer.vote(opening(AMENDMENT_VOTES.void, '1.1/1', 1, amended, deadline), { voided: 'рано' });
  decided(opening(AMENDMENT_VOTES.adopted, '1.1/1', 2, amended, deadline), YES, [
    event('amendment.decided', { ...about(AMENDMENTS.adopted), voteId: AMENDMENT_VOTES.adopted, adopted: true, rev: 2 }), event('amendment.fell', { ...about(AMENDMENTS.fallen), to: AMENDMENTS.adopted }),
  ]);
  decided(opening(AMENDMENT_VOTES.refused, '1.1/3', 3, refused, { amendmentId: AMENDMENTS.refused, field: 'indicator', before: first.indicator, rev: 2 }), NO, [
    event('amendment.decided', { ...about(AMENDMENTS.refused), voteId: AMENDMENT_VOTES.refused, adopted: false, rev: null }),
  ]);
  writer.vote(opening(AMENDMENT_VOTES.decision, '1.1', 4, amended, null), { ballots: YES });
  for (const [from, to, rev] of [['decision', 'ranking', 5], ['ranking', 'closed', 6]] as const) writer.add('panel.phase-moved', { panelId: PANEL, from, to, rev, reason: null });
  writer.add('dialogue.closed', {});
  return structuredClone(writer.day);
}

/** The honest close of the same vote with other ballots. */
export function reclosed(day: Day, voteId: string, list: ListedBallot[]): void {
  day.lists[voteId] = list;
  const data = <T extends 'vote.opened' | 'vote.closed'>(type: T) => day.entries.flatMap(({ events }) => events).find((each) => each.type === type && (each.data as { voteId: string }).voteId === voteId)?.data as EventData<T>;
  Object.assign(data('vote.closed'), closedEvent(data('vote.opened'), list));
}
export const REFUSING = NO;
