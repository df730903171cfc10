import { AMENDED_FORGERIES, amendedDay, closedEvent, eventData, filesOf, pack, smallDay, VOTES, type Day } from '@tegerek/verify/testing';

type Forge = (day: Day) => void;
/** The stated result of a vote, to be changed in place. */
const result = (day: Day, voteId: string): Record<string, unknown> => eventData(day, 'vote.closed', voteId).result;
const [first, second] = eventData(smallDay(), 'vote.opened', VOTES.ranking).options.map(({ id }) => id) as [string, string];
const types = (day: Day): string[] => day.entries.map(({ events }) => events.map(({ type }) => type).join());
const drop = (day: Day, at: number): void => { day.entries.splice(at, 1); };
const lastOf = (day: Day, type: string): number => types(day).lastIndexOf(type);

const FORGERIES: Record<string, Forge> = {
  'a grade raised': (day) => { result(day, VOTES.majority)['grade'] = 'broad-agreement'; },
  'a failed clause hidden': (day) => { result(day, VOTES.majority)['failed'] = []; },
  'a refusal adopted': (day) => { Object.assign(result(day, VOTES.refused), { adopted: true, grade: 'majority', failed: [] }); },
  'yes votes added to the figures': (day) => { Object.assign(result(day, VOTES.refused)['overall'] as object, { yes: 6, no: 0 }); },
  'another frozen hash': (day) => { result(day, VOTES.adopted)['frozenHash'] = '0'.repeat(64); },
  'a rank turned round': (day) => { Object.assign(result(day, VOTES.ranking), { ranking: [[first], [second]], winners: [first] }); },
  'Borda points changed': (day) => { (result(day, VOTES.ranking)['borda'] as { doubledScores: object }).doubledScores = { [first]: 10, [second]: 8 }; },
  'a choice changed in the list': (day) => { Object.assign(day.lists[VOTES.refused]?.[0] ?? {}, { choice: 'no' }); Object.assign(day.lists[VOTES.refused]?.[5] ?? {}, { choice: 'yes' }); },
  'a ballot left out of the list': (day) => { day.lists[VOTES.adopted]?.pop(); },
  'a ballot twice': (day) => { const list = day.lists[VOTES.adopted]; list?.push({ ...list[0] } as never); },
  'more electors than seats, counted anew': (day) => {
    const opened = eventData(day, 'vote.opened', VOTES.adopted);
    opened.electorateByGroup = { ...opened.electorateByGroup, [Object.keys(opened.electorateByGroup)[0] ?? '']: 4 };
    Object.assign(eventData(day, 'vote.closed', VOTES.adopted), closedEvent(opened, day.lists[VOTES.adopted] ?? []));
  },
  'a softer rule under an old result': (day) => { const { rule } = eventData(day, 'vote.opened', VOTES.majority); if ('tie' in rule) rule.broadAgreement = null; },
  'another text under the frozen hash': (day) => { const { version } = eventData(day, 'vote.opened', VOTES.adopted); if (version) version.fields.text = 'Другое.'; },
  'a version that skips a number': (day) => { const { version } = eventData(day, 'vote.opened', VOTES.adopted); if (version) version.number = 3; },
  'a panel that skips a phase': (day) => drop(day, types(day).indexOf('panel.phase-moved')),
  'a vote closed without its grace time': (day) => drop(day, types(day).indexOf('vote.closing')),
  'a vote that closes early': (day) => { eventData(day, 'vote.closing', VOTES.adopted).closesAt = Number.MAX_SAFE_INTEGER; },
  'a vote that never opened': (day) => drop(day, lastOf(day, 'vote.opened')),
  'a void vote that stays open': (day) => drop(day, types(day).indexOf('vote.voided')),
  'a dialogue that never opened': (day) => drop(day, types(day).indexOf('dialogue.opened')),
  'a dialogue that never closed': (day) => drop(day, types(day).indexOf('dialogue.closed')),
  'a seat that never joined': (day) => drop(day, types(day).indexOf('seat.joined')),
  'time that goes back': (day) => { for (const [at, entry] of day.entries.entries()) if (at === 5) entry.at = 1; },
  'a log that closes twice': (day) => { const at = types(day).indexOf('dialogue.closed'); day.entries.splice(at, 0, structuredClone(day.entries[at]) as Day['entries'][number]); },
};

/** Days changed before sealing; chain, commitments, documents, checkpoint and manifest fit again. */
export const wholeForgeries = (): { name: string; bundle: Uint8Array }[] => {
  const forged = (name: string, day: Day, forge: Forge) => {
    forge(day);
    return { name, bundle: pack(filesOf(day)) };
  };
  return [
    ...Object.entries(FORGERIES).map(([name, forge]) => forged(name, smallDay(), forge)),
    ...Object.entries(AMENDED_FORGERIES).filter(([, { isSecond = true }]) => isSecond).map(([name, { forge }]) => forged(name, amendedDay(), forge)),
  ];
};
