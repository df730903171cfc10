import { sha256Hex } from '@tegerek/ballot';
import type { EventData, EventType, LogEvent } from '@tegerek/contracts';
import type { Code } from '../codes.js';
import { AMENDED_FORGERIES } from './amended-forgeries.js';
import { amendedDay } from './amended-day.js';
import type { Forged } from './by-code-files.js';
import { bound, boundDay, eventOf, insert, placeOf, reservationOf } from './bound-day.js';
import { AGENDA, collectiveDay, PILE, TOGETHER } from './collective-day.js';
import { CIVIL, closedEvent, eventData, GOVERNMENT, id, listText, PANEL, smallDay, VOTES, type Day } from './day.js';
import { filesOf, pack } from './seal.js';

type Forge = () => Forged;

/** Forged before it was sealed: chain, lists and manifest fit. */
const whole = (make: () => Day) => (forge: (day: Day) => void): Forge => () => {
  const day = make();
  forge(day);
  return { bundle: pack(filesOf(day, { publish: false })) };
};
const [small, together, tied] = [whole(smallDay), whole(collectiveDay), whole(boundDay)];
/** The first of the amended day's forgeries that is found so. */
const amended = (code: Code): Forge => whole(amendedDay)(Object.values(AMENDED_FORGERIES).find(({ finds }) => finds === code)?.forge ?? (() => undefined));

const opened = (day: Day, voteId: string) => eventData(day, 'vote.opened', voteId);
const closed = (day: Day, voteId: string) => eventData(day, 'vote.closed', voteId);
const drop = (type: EventType, voteId?: string) => (day: Day): void => { day.entries.splice(placeOf(day, type, voteId), 1); };
const again = (type: EventType, voteId?: string) => (day: Day): void => { const at = placeOf(day, type, voteId); insert(day, at, ...structuredClone(day.entries[at]?.events ?? [])); };
const before = (type: EventType, event: (day: Day) => LogEvent) => (day: Day): void => insert(day, placeOf(day, type), event(day));
/** The list of a vote changed, its hash and number with it. */
const relist = (voteId: string, change: (list: { choice: string | string[]; group: string; number: number }[]) => void) => (day: Day): void => {
  const list = day.lists[voteId] ?? [];
  change(list);
  Object.assign(closed(day, voteId), { ballots: list.length, ballotsHash: sha256Hex(listText(list)) });
};
const moved = (data: Partial<EventData<'panel.phase-moved'>>) => (day: Day): void => { Object.assign(eventData(day, 'panel.phase-moved'), data); };
const paper = (change: (data: EventData<'paper.entered'>) => void) => (day: Day): void => change(eventData(day, 'paper.entered'));
/** A resolution as an entry of the day, with the hash of none; then the seal publishes it once more. */
const published = (change: (data: EventData<'resolution.published'>, day: Day) => void, { framed = true } = {}): Forge => () => {
  const day = smallDay();
  const data: EventData<'resolution.published'> = { resolutionId: id(99), number: 1, date: '2026-11-25', place: '', basedOnSeq: day.entries.length, sha256: '0'.repeat(64) };
  change(data, day);
  const frame = eventOf('resolution.framed', { resolutionId: data.resolutionId, frame: { preamble: {}, findings: {}, commitments: {}, mechanism: {} }, regions: [] });
  day.entries.push({ at: day.entries.at(-1)?.at ?? 0, events: [...(framed ? [frame] : []), eventOf('resolution.published', data)] });
  return { bundle: pack(filesOf(day)) };
};

/** A bundle for each code about what happened. */
export const FORGED_DAYS = {
  'dialogue.other': small((day) => { eventData(day, 'dialogue.created').dialogueId = id(9); }),
  'dialogue.step': small(again('dialogue.opened')),
  'dialogue.twice': small(again('dialogue.created')),
  'panel.busy': small((day) => insert(day, placeOf(day, 'vote.closing'), eventOf('panel.phase-moved', { panelId: PANEL, from: 'decision', to: 'formulation', rev: 5, reason: null }))),
  'panel.rev': small(moved({ rev: 7 })),
  'panel.step': small(moved({ to: 'closed' })),
  'phase.dialogue': small(drop('dialogue.opened')),
  'phase.panel': small((day) => { day.entries = day.entries.filter(({ events: [event] }) => event?.type !== 'panel.phase-moved'); }),
  'seat.group': small((day) => { eventData(day, 'seat.joined').groupId = CIVIL; }),
  'seat.twice': small(again('seat.added')),
  'seat.unknown': small((day) => { eventData(day, 'seat.joined').seatId = id(999); }),
  'electorate.size': small(drop('seat.joined')),
  'version.hash': small((day) => { const { version } = opened(day, VOTES.adopted); if (version) version.fields.text = 'Другой'; }),
  'version.number': small((day) => { const { version } = opened(day, VOTES.adopted); if (version) version.number = 3; }),
  'vote.cast': small((day) => { closed(day, VOTES.adopted).castByGroup[CIVIL] = 1; }),
  'vote.early': small((day) => { eventData(day, 'vote.closing').closesAt = 10_000_000; }),
  'vote.reopened': small(again('vote.opened')),
  'vote.result': small((day) => { closed(day, VOTES.refused).result['adopted'] = true; }),
  'vote.returns-to': small((day) => { opened(day, VOTES.adopted).returnsTo = 'adopted'; }),
  'vote.state': small(drop('vote.closing')),
  'vote.subject': small((day) => { opened(day, VOTES.adopted).version = null; }),
  'vote.supersedes': small((day) => { opened(day, VOTES.majority).supersedes = { voteId: VOTES.adopted, reason: '' }; }),
  'vote.two': small((day) => { const at = placeOf(day, 'vote.closing'); const [event] = day.entries[placeOf(day, 'vote.opened', VOTES.majority)]?.events ?? []; if (event) insert(day, at, structuredClone(event)); }),
  'vote.unfinished': small(drop('vote.closed')),
  'vote.unknown': small(drop('vote.opened')),
  'ballot.beyond': small(relist(VOTES.adopted, (list) => { Object.assign(list.at(-1) ?? {}, { number: 7 }); })),
  'ballot.number': small(relist(VOTES.adopted, (list) => { list.reverse(); })),
  'ballot.phones': together(relist(TOGETHER.first, (list) => { list.push({ choice: 'yes', group: CIVIL, number: 6 }); })),
  'ballot.reason': together((day) => { eventData(day, 'vote.block-reasoned').number = 1; }),
  'ballot.row': small(relist(VOTES.adopted, (list) => { Object.assign(list[0] ?? {}, { choice: 'maybe' }); })),
  'ballot.too-many': small(relist(VOTES.adopted, (list) => { list.push({ choice: 'yes', group: CIVIL, number: 7 }); })),
  'ballots.hash': small((day) => { day.lists[VOTES.adopted]?.pop(); }),
  'agenda.ballots': together((day) => { day.lists[TOGETHER.second]?.pop(); Object.assign(closed(day, TOGETHER.second), closedEvent(opened(day, TOGETHER.second), day.lists[TOGETHER.second] ?? [], closed(day, TOGETHER.second).paper)); }),
  'agenda.pulled-out': together((day) => { eventData(day, 'vote.voided', TOGETHER.mistaken).pulledOut = true; }),
  'agenda.voided': together((day) => { eventData(day, 'vote.voided', TOGETHER.pulled).pulledOut = false; }),
  'paper.counts': together((day) => { for (const pile of closed(day, TOGETHER.first).paper) pile.counts = { ...pile.counts, yes: 2, no: 0 }; }),
  'paper.marked': together((day) => { eventData(day, 'paper.marked').onPaper[CIVIL] = 4; }),
  'paper.missing': together((day) => { closed(day, TOGETHER.first).paper = []; }),
  'paper.same-person': together((day) => { eventData(day, 'paper.confirmed').by = 1; }),
  'paper.seat': together(paper((data) => { data.by = 999; })),
  'paper.state': together(before('dialogue.closed', () => eventOf('paper.withdrawn', { entryId: PILE, object: AGENDA, by: 1, reason: '' }))),
  'paper.too-many': together((day) => { eventData(day, 'paper.marked').onPaper[CIVIL] = 1; }),
  'paper.twice': together(again('paper.entered')),
  'paper.unconfirmed': together(drop('paper.confirmed')),
  'paper.unknown': together(paper((data) => { data.entryId = id(998); })),
  'lot.needless': together((day) => { (closed(day, TOGETHER.ranking).result['shortlist'] as { needsLot: null }).needsLot = null; }),
  'lot.numbers': together((day) => { eventData(day, 'ranking.lot-drawn').numbers = { [GOVERNMENT]: 7 }; }),
  'lot.result': together((day) => { eventData(day, 'ranking.lot-drawn').numbers[CIVIL] = 8; }),
  'lot.state': together((day) => { eventData(day, 'ranking.lot-drawn').voteId = TOGETHER.first; }),
  'lot.twice': together(again('ranking.lot-drawn')),
  'ranking.options': small((day) => { opened(day, VOTES.ranking).options.reverse(); }),
  ...Object.fromEntries((['before', 'fell', 'order', 'result', 'rev', 'same', 'state', 'text', 'undecided'] as const).map((end) => [`amendment.${end}`, amended(`amendment.${end}`)])) as Record<Extract<Code, `amendment.${string}`>, Forge>,
  'evidence.frozen': tied((day) => { const data = day.entries.flatMap(({ events }) => events).find(({ type }) => type === 'evidence.frozen')?.data as EventData<'evidence.frozen'>; data.versionId = id(997); }),
  'translation.version': tied((day) => { eventData(day, 'proposal.translated').version = 2; }),
  'reservation.seat': tied((day) => { eventData(day, 'reservation.recorded').groupId = GOVERNMENT; }),
  'reservation.twice': tied(before('dialogue.closed', (day) => reservationOf(day, { reservationId: id(996) }))),
  'reservation.unknown': tied(before('dialogue.closed', (day) => eventOf('reservation.withdrawn', { ...bound(day), reservationId: id(996) }))),
  'reservation.version': tied((day) => { eventData(day, 'reservation.recorded').version = 2; }),
  'poll.figures': tied((day) => { eventData(day, 'poll.shown').result.answers = 1; }),
  'poll.reopened': tied(again('poll.opened')),
  'poll.state': tied(drop('poll.closed')),
  'poll.two': tied((day) => insert(day, placeOf(day, 'poll.closed'), eventOf('poll.opened', { ...eventData(day, 'poll.opened'), pollId: id(995) }))),
  'resolution.based-on': published((data) => { data.basedOnSeq = 999; }),
  'resolution.frame': published(() => undefined, { framed: false }),
  'resolution.hash': published(() => undefined),
  'resolution.number': published((data) => { data.number = 3; }),
  'resolution.outdated': published((data, day) => { data.basedOnSeq = placeOf(day, 'vote.closing'); }),
  'resolution.twice': published(() => undefined),
} satisfies Partial<Record<Code, Forge>>;
