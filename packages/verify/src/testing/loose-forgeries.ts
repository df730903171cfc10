import { sha256Hex, versionHash } from '@tegerek/ballot';
import type { EventData, EventType, LogEvent } from '@tegerek/contracts';
import type { ListedBallot } from '../checks/recount.js';
import { listText } from './day.js';
import type { Loose } from './reseal.js';

/** One lie about a bundle that was taken apart; `finds`: the code that must name it, `says`: what its words must name. */
export interface LooseForgery {
  name: string;
  finds: string;
  says: string;
  /** The second verifier checks this too (docs/verification.md). */
  isSecond: boolean;
  forge: (loose: Loose) => void;
}

type Opened = EventData<'vote.opened'>;
type Json = Record<string, unknown>;

const all = (loose: Loose): LogEvent[] => loose.entries.flatMap(({ events }) => [...events.values()].map(({ event }) => event));
const dataOf = <T extends EventType>(loose: Loose, type: T, fits: (data: EventData<T>) => boolean = () => true): EventData<T> => {
  const found = all(loose).find((event) => event.type === type && event.data !== null && fits(event.data as EventData<T>));
  if (!found) throw new Error(`the bundle has no such ${type}`);
  return found.data as EventData<T>;
};
const every = <T extends EventType>(loose: Loose, type: T): EventData<T>[] => all(loose).flatMap((event) => (event.type === type && event.data !== null ? [event.data as EventData<T>] : []));
const opened = (loose: Loose, voteId: string): Opened => dataOf(loose, 'vote.opened', (data) => data.voteId === voteId);
const closed = (loose: Loose, voteId: string): EventData<'vote.closed'> => dataOf(loose, 'vote.closed', (data) => data.voteId === voteId);
/** The hash of the list fits what it now says; of an agenda all lists are one. */
const relist = (loose: Loose, voteId: string, change: (list: ListedBallot[]) => void): void => {
  const { agendaId } = opened(loose, voteId);
  for (const vote of every(loose, 'vote.closed').filter((each) => each.voteId === voteId || (agendaId !== null && opened(loose, each.voteId).agendaId === agendaId))) {
    const list = loose.lists[vote.voteId] ?? [];
    change(list);
    Object.assign(vote, { ballots: list.length, ballotsHash: sha256Hex(listText(list)) });
  }
};

/** Every closed vote of the bundle forged whole: result, grade, figures, rank, a row, the rule, the text, the electorate. */
function ofVotes(loose: Loose): LooseForgery[] {
  return every(loose, 'vote.closed').flatMap(({ voteId }) => {
    const { purpose, number, version } = opened(loose, voteId);
    const says = `${purpose} ${number}`;
    const about = (what: string, finds: string, forge: (loose: Loose) => void): LooseForgery => ({ name: `${says} (${voteId.slice(0, 8)}): ${what}`, finds, says, isSecond: true, forge });
    const result = (what: string, change: (result: Json) => void): LooseForgery => about(what, 'vote.result', (day) => change(closed(day, voteId).result));
    const rule = about('the rule', 'vote.result', (day) => {
      const { rule: of } = opened(day, voteId);
      Object.assign(of, 'tie' in of ? { tie: of.tie === 'undecided' ? 'not-adopted' : 'undecided' } : { strength: 'margins' });
    });
    const elector = about('an elector more', 'electorate.size', (day) => { const { electorateByGroup } = opened(day, voteId); const [group = ''] = Object.keys(electorateByGroup); electorateByGroup[group] = (electorateByGroup[group] ?? 0) + 1; });
    const row = about('a row', 'vote.result', (day) => relist(day, voteId, ([first]) => { if (first) first.choice = otherChoice(first.choice); }));
    if (version === null) return [rule, elector, row, result('the ranks', (of) => { of['ranking'] = (of['ranking'] as string[][]).flat().reverse().map((option) => [option]); }), result('the bridge', (of) => { (of['bridge'] as { points: Record<string, number> }).points = {}; }), result('the shortlist', (of) => { of['shortlist'] = null; })];
    const text = about('the text', 'vote.result', (day) => { const { version: of } = opened(day, voteId); if (of) { of.fields = { ...of.fields, text: `${of.fields.text} И ещё.` }; of.hash = versionHash(of); } });
    return [
      rule, elector, row, text, result('the grade', (of) => { of['grade'] = of['grade'] === 'consensus' ? 'majority' : 'consensus'; }), result('adopted or not', (of) => { of['adopted'] = of['adopted'] !== true; }),
      result('the figures', (of) => { const overall = of['overall'] as Record<string, number>; overall['yes'] = (overall['yes'] ?? 0) + 1; }),
    ];
  });
}

/** Another choice of the same ballot. */
const otherChoice = (choice: string | string[]): string | string[] => (Array.isArray(choice) ? [...choice].reverse() : ({ yes: 'no', no: 'yes', support: 'block', block: 'support', 'can-live-with': 'block', reservations: 'block' }[choice] ?? 'yes'));

interface Lie<T extends EventType> {
  what: string;
  finds: string;
  says?: string;
  isSecond?: false;
  /** Of which of them it is a lie; all without it. */
  of?: (data: EventData<T>) => boolean;
  lie: (data: EventData<T>, loose: Loose) => void;
}

/** A lie told about each event of a kind that the bundle has, in turn. */
const ofEach = <T extends EventType>(loose: Loose, type: T, lies: Lie<T>[]): LooseForgery[] =>
  every(loose, type).flatMap((each, at) => lies.filter(({ of }) => of?.(each) !== false).map(({ what, finds, says = '', isSecond = true, lie }) => ({ name: `${type} ${at + 1}: ${what}`, finds, says, isSecond, forge: (day: Loose) => { const data = every(day, type)[at]; if (data) lie(data, day); } })));

const NOBODY = '00000000-0000-4000-8000-0000000000ff';

/** The whole catalogue for a bundle: every vote, and what else it holds. */
export function looseForgeries(loose: Loose): LooseForgery[] {
  return [
    ...ofVotes(loose),
    ...ofEach(loose, 'paper.entered', [{ what: 'by another seat', finds: 'paper.', lie: (data) => { data.by = 99_999; } }]),
    ...ofEach(loose, 'paper.confirmed', [{ what: 'by who entered it', finds: 'paper.same-person', lie: (data, day) => { data.by = dataOf(day, 'paper.entered', ({ entryId }) => entryId === data.entryId).by; } }]),
    ...ofEach(loose, 'amendment.lined-up', [
      { what: 'in an order that is not the usual one', finds: 'amendment.order', isSecond: false, lie: (data) => { data.order = data.order === 'set' ? 'departure' : 'set'; data.reason = ''; } },
    ]),
    ...ofEach(loose, 'amendment.put', [{ what: 'to another text', finds: 'amendment.before', lie: (data) => { data.before = `${data.before} иначе`; } }]),
    ...ofEach(loose, 'amendment.left', [{ what: 'though it did not wait', finds: 'amendment.state', lie: (data) => { data.amendmentId = NOBODY; } }]),
    ...ofEach(loose, 'amendment.decided', [{ what: 'turned round', finds: 'amendment.result', lie: (data) => { Object.assign(data, { adopted: !data.adopted, rev: data.adopted ? null : 2 }); } }]),
    ...ofEach(loose, 'amendment.fell', [{ what: 'to another', finds: 'amendment.fell', lie: (data) => { data.to = NOBODY; } }]),
    ...ofEach(loose, 'evidence.frozen', [{ what: 'with another version', finds: 'evidence.frozen', lie: (data) => { data.versionId = NOBODY; } }]),
    ...ofEach(loose, 'proposal.translated', [{ what: 'of a version that is not', finds: 'translation.version', lie: (data) => { data.version = 99; } }]),
    ...ofEach(loose, 'reservation.recorded', [
      { what: 'about a version that is not', finds: 'reservation.version', lie: (data) => { data.version = 99; } },
      { what: 'by a seat that is not', finds: 'reservation.seat', lie: (data) => { data.seatId = NOBODY; } },
    ]),
    ...ofEach(loose, 'vote.block-reasoned', [{ what: 'of another row', finds: 'ballot.reason', says: 'decision', lie: (data) => { data.number = 999; } }]),
    ...ofEach(loose, 'ranking.lot-drawn', [{ what: 'another number', finds: 'lot.result', says: 'ranking', lie: (data) => { const [group = ''] = Object.keys(data.numbers); data.numbers[group] = (data.numbers[group] ?? 0) + 1; } }]),
    ...ofEach(loose, 'poll.shown', [{ what: 'with an answer less', finds: 'poll.figures', of: ({ pollId }) => dataOf(loose, 'poll.opened', (data) => data.pollId === pollId).setup.body.kind !== 'text', lie: (data) => { data.result.answers -= 1; } }]),
    ...ofEach(loose, 'vote.voided', [{ what: 'pulled out or not', finds: '', lie: (data) => { data.pulledOut = !data.pulledOut; } }]),
    ...ofEach(loose, 'panel.phase-moved', [{ what: 'to another phase', finds: 'panel.', lie: (data) => { data.to = data.to === 'closed' ? 'open' : 'closed'; } }]),
  ];
}
