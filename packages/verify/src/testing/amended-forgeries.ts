import type { EventData } from '@tegerek/contracts';
import { AMENDMENT_VOTES, AMENDMENTS, REFUSING, reclosed } from './amended-day.js';
import { eventData, type Day } from './day.js';

const without = (type: string) => (day: Day): void => {
  for (const entry of day.entries) entry.events = entry.events.filter((event) => event.type !== type);
  day.entries = day.entries.filter(({ events }) => events.length > 0);
};
const decided = (day: Day, voteId: string) => eventData(day, 'amendment.decided', voteId);

const lastFall = (day: Day): EventData<'amendment.fell'> => day.entries.flatMap(({ events }) => events).findLast(({ type }) => type === 'amendment.fell')?.data as EventData<'amendment.fell'>;

/** What can be forged of an amended day before it is sealed, and the finding that names it. `isSecond` false: it takes a difference of words, which the second verifier does not make. */
export const AMENDED_FORGERIES: Record<string, { finds: string; isSecond?: false; forge: (day: Day) => void }> = {
  'an adopted amendment with refusing ballots': { finds: 'amendment.result', forge: (day) => reclosed(day, AMENDMENT_VOTES.adopted, REFUSING) },
  'a refused amendment said to be adopted': { finds: 'amendment.result', forge: (day) => { Object.assign(decided(day, AMENDMENT_VOTES.refused), { adopted: true, rev: 3 }); } },
  'an adopted amendment without its revision': { finds: 'amendment.result', forge: (day) => { decided(day, AMENDMENT_VOTES.adopted).rev = null; } },
  'the result of a vote on an amendment turned round': { finds: 'vote.result', forge: (day) => { eventData(day, 'vote.closed', AMENDMENT_VOTES.refused).result['adopted'] = true; } },
  'what became of an amendment unsaid': { finds: 'amendment.undecided', forge: without('amendment.decided') },
  'what became of an amendment said of another': { finds: 'amendment.state', forge: (day) => { decided(day, AMENDMENT_VOTES.adopted).amendmentId = AMENDMENTS.fallen; } },
  'a fall to one that was not adopted': { finds: 'amendment.fell', forge: (day) => { lastFall(day).to = AMENDMENTS.refused; } },
  'a fall of the adopted one': { finds: 'amendment.fell', forge: (day) => { lastFall(day).amendmentId = AMENDMENTS.adopted; } },
  'a fall to one that was withdrawn': { finds: 'amendment.fell', forge: (day) => { eventData(day, 'amendment.left').how = 'withdrawn'; } },
  'one that left the line and is voted on': { finds: 'amendment.state', forge: (day) => { eventData(day, 'amendment.left').amendmentId = AMENDMENTS.refused; } },
  'votes on amendments in another order than stated': { finds: 'amendment.order', forge: (day) => { const { items } = eventData(day, 'amendment.lined-up'); items.unshift(...items.splice(2, 1)); } },
  'furthest first, though it is not': { finds: 'amendment.order', isSecond: false, forge: (day) => { const { items } = eventData(day, 'amendment.lined-up'); items.splice(0, 2, ...items.slice(0, 2).reverse()); } },
  'amendments lined up to a text that is not there': { finds: 'amendment.before', forge: (day) => { eventData(day, 'amendment.put').before += ' до конца'; } },
  'an amendment voted on with another text than its author wanted': { finds: 'amendment.text', isSecond: false, forge: (day) => { eventData(day, 'amendment.put').text = '2031, до конца года'; } },
  'a vote on a text that was already another': { finds: 'amendment.before', forge: (day) => { const { amendment } = eventData(day, 'vote.opened', AMENDMENT_VOTES.refused); if (amendment) amendment.before = 'иной показатель'; } },
  'an amendment to a revision that is past': { finds: 'amendment.rev', forge: (day) => { const { amendment } = eventData(day, 'vote.opened', AMENDMENT_VOTES.refused); if (amendment) amendment.rev = 1; } },
  'a fall of what stands elsewhere': { finds: 'amendment.fell', isSecond: false, forge: (day) => { lastFall(day).amendmentId = AMENDMENTS.refused; } },
  'an order set without a reason': { finds: 'amendment.order', forge: (day) => { eventData(day, 'amendment.lined-up').order = 'set'; } },
  'amendments that were never lined up': { finds: 'amendment.state', forge: without('amendment.lined-up') },
  'an amendment that changes nothing': { finds: 'amendment.same', forge: (day) => { const { amendment, version } = eventData(day, 'vote.opened', AMENDMENT_VOTES.refused); if (amendment && version) amendment.before = version.fields[amendment.field] ?? ''; } },
  'a decision dressed as a vote on an amendment': { finds: 'vote.subject', forge: (day) => { eventData(day, 'vote.opened', AMENDMENT_VOTES.decision).purpose = 'amendment'; } },
};
