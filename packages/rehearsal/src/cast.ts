import { randomBytes, randomUUID } from 'node:crypto';
import { GROUPS } from '@tegerek/api/demo/dialogue-texts';
import { PARTICIPANTS } from '@tegerek/api/demo/people';
import { authKeyHash, authKeyOf, newCode, secretOf } from '@tegerek/ballot';
import { LANGS, LIMITS, type Group, type Lang, type PanelSetup, type PayloadInput, type RehearsedProgramme, type Role, type SeatSetup, type Text } from '@tegerek/contracts';
import { pick } from './choice.js';
import { PHRASES } from './phrases.js';
import { copyOf } from './programme.js';
import { shortened, textIn } from './texts.js';

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

/** The demo's group of that title, whose people and organisations are known. */
const demoKeyOf = (title: Text): string | undefined => GROUPS.find((group) => LANGS.some((lang) => title[lang] !== undefined && title[lang] === group.title[lang]))?.key;

async function inTurn<A, B>(list: readonly A[], make: (one: A, i: number) => Promise<B>): Promise<B[]> {
  const made: B[] = [];
  for (const [i, one] of list.entries()) made.push(await make(one, i));
  return made;
}

/**
 * A marked copy of a programme with people in it: an organizer, a moderator and a rapporteur for each panel, `count` participants of the
 * groups in turn. Codes (dear to derive) only for the staff and one participant of each group: those whose links are shown.
 */
export async function castOf(programme: RehearsedProgramme, count: number, seed: number): Promise<Cast> {
  let number = 0;
  const dialogueId = randomUUID();
  const { setup: about, groups: copied, panels: bare, rule } = copyOf(programme, dialogueId);
  const groups = copied.map((group, i) => ({ ...group, key: demoKeyOf(group.title) ?? `group${i + 1}` }));
  const shown = 1 + 2 * bare.length + groups.length;
  const [first = 'ru'] = about.languages;
  const person = async (key: string, group: Group | null, roles: Role[], who: Pick<SeatSetup, 'name' | 'organisation' | 'region' | 'language'>): Promise<Person> => {
    const code = number < shown ? newCode((bytes) => new Uint8Array(randomBytes(bytes))) : null;
    const authKey = code === null ? randomBytes(32).toString('hex') : authKeyOf(await secretOf(code, dialogueId), dialogueId);
    const language = about.languages.includes(who.language) ? who.language : first;
    const setup: SeatSetup = { seatId: randomUUID(), number: ++number, groupId: group?.id ?? null, roles, position: '', authKeyHash: authKeyHash(authKey), ...who, language };
    return { key, group: group?.id ?? null, language, seatId: setup.seatId, code, authKey, setup };
  };
  const words = PHRASES[first];
  const staff = (key: string, role: Role, name: string): Promise<Person> => person(key, null, [role], { name, organisation: words.staff.organisation, region: '', language: first });
  const organizer = await staff('organizer', 'organizer', words.staff.organizer);
  const moderators = await inTurn(bare, ({ number: panel }, i) => staff(`moderator-${i + 1}`, 'moderator', words.staff.moderator(panel)));
  const rapporteurs = await inTurn(bare, ({ number: panel }, i) => staff(`rapporteur-${i + 1}`, 'rapporteur', words.staff.rapporteur(panel)));
  const participants = await inTurn(Array.from({ length: Math.max(count, groups.length) }), (_, i) => {
    const group = groups[i % groups.length];
    if (!group) throw new Error('the programme has no groups');
    const place = Math.floor(i / groups.length) + 1;
    const key = `${group.key}-${place}`;
    const own = PARTICIPANTS.filter((one) => one.group === group.key);
    const model = pick(own.length > 0 ? own : PARTICIPANTS, seed, key, 'model');
    const name = `${model.name.split(' ')[0] ?? ''} ${pick(SURNAMES, seed, key, 'surname')}`;
    if (own.length > 0) return person(key, group, [], { name, organisation: model.organisation, region: model.region, language: model.language });
    const language = pick(about.languages, seed, key, 'language');
    return person(key, group, [], { name, organisation: shortened(PHRASES[language].organisation(textIn(group.title, language, about.languages), Math.ceil(place / 3)), LIMITS.organisation), region: '', language });
  });
  const panels = bare.map((panel, i): PanelSetup => ({
    ...panel, moderators: [moderators[i]?.seatId ?? ''], rapporteurs: [rapporteurs[i]?.seatId ?? ''], panellists: participants.slice(i * 3, i * 3 + 3).map(({ seatId }) => seatId),
  }));
  const create: PayloadInput<'dialogue.create'> = {
    dialogueId, demo: false, rehearsal: true, organizer: organizer.setup, groups: copied, setup: about, rule,
    // the panels get their people by `panel.set`, after the seats
    panels: bare,
  };
  return { dialogueId, slug: about.slug, create, groups, organizer, moderators, rapporteurs, participants, panels };
}
