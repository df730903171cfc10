import type { Payload, SeatSetup } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { derivedId } from '../platform/ids/derived-id.js';
import { CONTACTS, DESCRIPTION, GOALS, GROUPS, HALL, PANELS, PLACE, PRIVACY_NOTICE, TITLE } from './dialogue-texts.js';
import { PANELLISTS, PARTICIPANTS, STAFF, type DemoPerson } from './people.js';
import { PROPOSALS } from './proposals.js';

export const DEMO_SLUG = 'demo';
const TIME_ZONE = 'Asia/Bishkek';
const [ORGANIZER, ...OTHERS] = [...STAFF, ...PARTICIPANTS];

/** Everything of one demo follows from its seed and the hashes of its codes, so a start that was cut off goes on where it stopped. */
export interface DemoKeys {
  seed: string;
  /** By person key. */
  authKeyHashes: Readonly<Record<string, string>>;
  /** ms since 1970: the day of the dialogue is this one, in its own zone. */
  startedAt: number;
}

export type Step =
  | { as: 'system'; name: 'dialogue.create'; payload: Payload<'dialogue.create'> }
  | { as: string; name: 'seat.add'; payload: Payload<'seat.add'> }
  | { as: string; name: 'dialogue.open'; payload: Payload<'dialogue.open'> }
  | { as: string; name: 'consent.set'; payload: Payload<'consent.set'> }
  | { as: string; name: 'proposal.submit'; payload: Payload<'proposal.submit'> };

export const demoId = (seed: string, what: string): string => derivedId('demo', seed, what);
export const dialogueIdOf = (seed: string): string => demoId(seed, 'dialogue');
export const demoPeople = (): readonly DemoPerson[] => [...STAFF, ...PARTICIPANTS];

/** The commands that make the demo, in order; `as` is a seat's id. */
export function demoSteps(keys: DemoKeys): Step[] {
  const id = (what: string): string => demoId(keys.seed, what);
  if (!ORGANIZER) throw new Error('the demo has no organizer');
  const organizer = id(ORGANIZER.key);
  const named = new Set([...STAFF.map((person) => person.key), ...PANELLISTS.flat()]);
  return [
    { as: 'system', name: 'dialogue.create', payload: creation(keys, seatOf(keys, ORGANIZER, 1)) },
    { as: organizer, name: 'seat.add', payload: { seats: OTHERS.map((person, i) => seatOf(keys, person, i + 2)) } },
    ...demoPeople().filter((person) => named.has(person.key)).map((person): Step => ({ as: id(person.key), name: 'consent.set', payload: { given: { notice: true, name: true } } })),
    ...PROPOSALS.map((proposal, i): Step => ({
      as: id(proposal.author), name: 'proposal.submit',
      payload: { proposalId: id(`proposal-${i + 1}`), panelId: id(`panel-${proposal.panel}`), language: proposal.language, fields: proposal.fields, fromQuestion: null, capacity: 'self' },
    })),
    { as: organizer, name: 'dialogue.open', payload: {} },
  ];
}

function creation({ seed, startedAt }: DemoKeys, organizer: SeatSetup): Payload<'dialogue.create'> {
  const id = (what: string): string => demoId(seed, what);
  const groups = GROUPS.map(({ key, ...group }) => ({ id: id(key), ...group }));
  return {
    dialogueId: dialogueIdOf(seed), organizer, groups, demo: true, rehearsal: false,
    rule: structuredClone(defaultRule(groups.map((group) => group.id))) as Payload<'dialogue.create'>['rule'],
    setup: {
      slug: DEMO_SLUG, title: TITLE, goals: GOALS, description: DESCRIPTION, place: PLACE, timeZone: TIME_ZONE, languages: ['ru', 'ky', 'en'], contacts: CONTACTS, privacyNotice: PRIVACY_NOTICE,
      date: new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(startedAt),
    },
    panels: PANELS.map((panel, i) => ({
      id: id(`panel-${i + 1}`), number: i + 1, ...panel, hall: HALL, premoderation: true,
      moderators: [id('moderator'), id('moderator-2')], rapporteurs: [id('rapporteur')], panellists: (PANELLISTS[i] ?? []).map(id),
    })),
  };
}

function seatOf({ seed, authKeyHashes }: DemoKeys, { key, group, ...person }: DemoPerson, number: number): SeatSetup {
  const authKeyHash = authKeyHashes[key];
  if (authKeyHash === undefined) throw new Error(`the demo has no code for ${key}`);
  return { seatId: demoId(seed, key), number, groupId: group === null ? null : demoId(seed, group), authKeyHash, ...person };
}
