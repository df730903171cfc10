import { randomBytes, randomUUID } from 'node:crypto';
import { DESCRIPTION, GOALS, GROUPS, HALL, PANELS, PLACE, PRIVACY_NOTICE, TITLE } from '@tegerek/api/demo/dialogue-texts';
import { PARTICIPANTS } from '@tegerek/api/demo/people';
import { authKeyHash, authKeyOf, newCode, secretOf } from '@tegerek/ballot';
import type { DecisionRule, Group, Lang, PanelSetup, PayloadInput, Role, SeatSetup } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';
import { pick } from './choice.js';

/** Somebody of the rehearsal; `key` names them across runs (`cso-4`), ids and codes are new each time. */
export interface Person {
  key: string;
  group: string | null;
  language: Lang;
  seatId: string;
  /** Opens the seat on a device; only for those whose link is printed. */
  code: string | null;
  authKey: string;
  setup: SeatSetup;
}

/** Everything that a rehearsal begins with. */
export interface Cast {
  dialogueId: string;
  slug: string;
  create: PayloadInput<'dialogue.create'>;
  groups: (Group & { key: string })[];
  organizer: Person;
  /** One of each per panel, in the order of the panels. */
  moderators: Person[];
  rapporteurs: Person[];
  participants: Person[];
  panels: PanelSetup[];
}

const SURNAMES = ['Асанова', 'Бекова', 'Чынарова', 'Дөөлөтова', 'Эшимова', 'Жанарова', 'Көчөрова', 'Мырзаева', 'Нурова', 'Өмүрова', 'Сатарова', 'Үсөнова'];

/** The organizer, four moderators, four rapporteurs, one participant of each group. */
const PRINTED = 12;

async function inTurn<A, B>(list: readonly A[], make: (one: A, i: number) => Promise<B>): Promise<B[]> {
  const made: B[] = [];
  for (const [i, one] of list.entries()) made.push(await make(one, i));
  return made;
}

/** `count` participants of three groups in turn, over the demo's programme; the dialogue is marked as a rehearsal. */
export async function castOf(count: number, seed: number, today: string): Promise<Cast> {
  let number = 0;
  const dialogueId = randomUUID();
  const person = async (key: string, group: Group | null, roles: Role[], about: Pick<SeatSetup, 'name' | 'organisation' | 'region' | 'language'>): Promise<Person> => {
    const code = number < PRINTED ? newCode((bytes) => new Uint8Array(randomBytes(bytes))) : null;
    const authKey = code === null ? randomBytes(32).toString('hex') : authKeyOf(await secretOf(code, dialogueId), dialogueId);
    const setup: SeatSetup = { seatId: randomUUID(), number: ++number, groupId: group?.id ?? null, roles, position: '', authKeyHash: authKeyHash(authKey), ...about };
    return { key, group: group?.id ?? null, language: about.language, seatId: setup.seatId, code, authKey, setup };
  };
  const staff = (key: string, role: Role, name: string): Promise<Person> => person(key, null, [role], { name, organisation: 'Оргкомитет (репетиция)', region: 'Бишкек', language: 'ru' });
  const groups = GROUPS.map((group) => ({ id: randomUUID(), ...group }));
  const organizer = await staff('organizer', 'organizer', 'Организатор репетиции');
  const moderators = await inTurn(PANELS, (_, i) => staff(`moderator-${i + 1}`, 'moderator', `Модератор панели ${i + 1}`));
  const rapporteurs = await inTurn(PANELS, (_, i) => staff(`rapporteur-${i + 1}`, 'rapporteur', `Докладчик панели ${i + 1}`));
  const participants = await inTurn(Array.from({ length: count }), (_, i) => {
    const group = groups[i % groups.length];
    if (!group) throw new Error('the programme has no groups');
    const key = `${group.key}-${Math.floor(i / groups.length) + 1}`;
    const models = PARTICIPANTS.filter((one) => one.group === group.key);
    const model = pick(models, seed, key, 'model');
    return person(key, group, [], { name: `${model.name.split(' ')[0] ?? ''} ${pick(SURNAMES, seed, key, 'surname')}`, organisation: model.organisation, region: model.region, language: model.language });
  });
  const slug = `rehearsal-${dialogueId.slice(0, 8)}`;
  const panels = PANELS.map((panel, i): PanelSetup => ({
    id: randomUUID(), number: i + 1, ...panel, hall: HALL, moderators: [moderators[i]?.seatId ?? ''], rapporteurs: [rapporteurs[i]?.seatId ?? ''],
    panellists: participants.slice(i * 3, i * 3 + 3).map(({ seatId }) => seatId), premoderation: i % 2 === 0,
  }));
  const create: PayloadInput<'dialogue.create'> = {
    dialogueId, demo: false, rehearsal: true, organizer: organizer.setup, groups: groups.map(({ key: _, ...group }) => group),
    // the panels get their people by `panel.set`, after the seats
    panels: panels.map((panel) => ({ ...panel, moderators: [], rapporteurs: [], panellists: [] })),
    rule: structuredClone(defaultRule(groups.map(({ id }) => id))) as DecisionRule,
    setup: { slug, title: TITLE, goals: GOALS, description: DESCRIPTION, place: PLACE, timeZone: 'Asia/Bishkek', languages: ['ru', 'ky', 'en'], contacts: [], privacyNotice: PRIVACY_NOTICE, date: today },
  };
  return { dialogueId, slug, create, groups, organizer, moderators, rapporteurs, participants, panels };
}
