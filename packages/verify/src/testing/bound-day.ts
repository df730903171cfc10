import { events as definitions, type EventData, type EventType, type LogEvent } from '@tegerek/contracts';
import { CIVIL, eventData, id, PANEL, smallDay, VOTES, type Day } from './day.js';

export const eventOf = <T extends EventType>(type: T, data: EventData<T>): LogEvent => ({ type, v: definitions[type].v, audience: definitions[type].audience, data });

/** A place in a day, by the kind (and vote) of the entry's first event. */
export function placeOf(day: Day, type: EventType, voteId?: string): number {
  const at = day.entries.findIndex(({ events: [event] }) => event?.type === type && (voteId === undefined || (event.data as { voteId?: string }).voteId === voteId));
  if (at < 0) throw new Error(`the day has no ${type}`);
  return at;
}

/** Puts an entry in before another, at its instant. */
export function insert(day: Day, before: number, ...events: LogEvent[]): void {
  day.entries.splice(before, 0, { at: day.entries[before]?.at ?? 0, events });
}

/** The seat that wrote the reservation and the translation. */
const AUTHOR = id(201);
const POLL = id(78);
export const bound = (day: Day) => ({ proposalId: eventData(day, 'vote.opened', VOTES.adopted).version?.proposalId ?? '', panelId: PANEL });

export const reservationOf = (day: Day, change: Partial<EventData<'reservation.recorded'>> = {}): LogEvent =>
  eventOf('reservation.recorded', { ...bound(day), reservationId: id(79), voteId: VOTES.adopted, version: 1, seatId: AUTHOR, groupId: CIVIL, capacity: 'group', organisation: '', text: 'Без срока.', language: 'ru', ...change });

/** The small day with evidence, a translation, a reservation and a poll bound to it. */
export function boundDay(): Day {
  const day = smallDay();
  const about = bound(day);
  const { version } = eventData(day, 'vote.opened', VOTES.adopted);
  if (!version) throw new Error('no version');
  const note = { evidenceId: id(77), claim: 'Рост', source: 'Статкомитет', date: '2026', region: '', link: 'https://example.kg/1', file: null, confidence: 'medium' as const, language: 'ru' as const, contestedBy: [] };
  day.entries[placeOf(day, 'vote.opened', VOTES.adopted)]?.events.push(eventOf('evidence.frozen', { ...about, versionId: version.versionId, notes: [note] }));
  const later = placeOf(day, 'vote.opened', VOTES.ranking);
  insert(day, later, eventOf('proposal.translated', { ...about, language: 'ky', rev: 1, version: 1, fields: { ...version.fields, title: 'Пландар' }, bySeat: AUTHOR, madeAt: 1, checkedBy: null }));
  insert(day, later, reservationOf(day));
  const options = [id(301), id(302)].map((option, i) => ({ id: option, title: { ru: `Ответ ${i + 1}` } }));
  const setup = { question: { ru: 'Как идёт?' }, body: { kind: 'single' as const, options }, named: false, durationMs: null, showAtClose: false };
  const result = { answers: 2, floor: 1, total: { [id(301)]: 2 }, byGroup: [{ groupId: CIVIL, answers: 2, figures: { [id(301)]: 2 } }], suppressed: [], cloud: [] };
  for (const event of [
    eventOf('poll.shown', { pollId: POLL, panelId: PANEL, result }), eventOf('poll.closed', { pollId: POLL, panelId: PANEL, how: 'hand', answeredByGroup: { [CIVIL]: 2 } }),
    eventOf('poll.opened', { pollId: POLL, panelId: PANEL, setup, series: POLL, round: 1, closesAt: null }),
  ]) insert(day, later, event);
  return day;
}
