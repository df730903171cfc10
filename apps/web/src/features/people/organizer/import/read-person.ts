import { LANGS, ROLES, seatSetup, type Lang, type Role } from '@tegerek/contracts';
import { plain, type ColumnKind } from './columns.js';
import type { GroupNames } from '../paste.js';

/** A seat as written in a row, before it has a code. */
export interface PersonDraft { number: number | null; name: string; groupId: string | null; roles: Role[]; organisation: string; position: string; region: string; language: Lang }

/** Why a cell cannot stay as it is. */
export type CellFault =
  | 'name-empty' | 'name-formula' | 'characters' | 'too-long' | 'group-unknown' | 'group-or-role' | 'role-unknown' | 'language-unknown' | 'number-wrong' | 'number-taken' | 'number-twice' | 'same-person';
export interface Fault { kind: ColumnKind; reason: CellFault; details?: Record<string, string | number> }

const LANGUAGE_NAMES: Record<Lang, readonly string[]> = {
  ru: ['ru', 'рус', 'русский', 'орусча', 'орус', 'russian'], ky: ['ky', 'kg', 'кырг', 'кыргызский', 'киргизский', 'кыргызча', 'кыргыз', 'kyrgyz'], en: ['en', 'англ', 'английский', 'англисче', 'english'],
};
const ROLE_NAMES: Record<Role, readonly string[]> = {
  organizer: ['organizer', 'organiser', 'организатор', 'уюштуруучу'], moderator: ['moderator', 'модератор', 'алып баруучу', 'ведущий'],
  rapporteur: ['rapporteur', 'докладчик', 'раппортер', 'баяндамачы', 'секретарь'], observer: ['observer', 'наблюдатель', 'байкоочу', 'гость', 'конок', 'пресса', 'press', 'guest'],
};
/** A role that says nothing: a participant is who has a group. */
const NO_ROLE = new Set(['', '-', '—', 'участник', 'катышуучу', 'participant']);

type Cells = Partial<Record<ColumnKind, string>>;
interface TextField { safeParse: (value: string) => { success: true; data: string } | { success: false; error: { issues: readonly { message: string; params?: unknown }[] } } }

/** The same check as the server's; what cannot be shown (U+FFFD: a wrong encoding) is refused as well. */
function readText(kind: ColumnKind, field: TextField, value: string, faults: Fault[]): string {
  const parsed = field.safeParse(value);
  if (parsed.success && !value.includes('\uFFFD')) return parsed.data;
  const issue = parsed.success ? undefined : parsed.error.issues[0];
  const max = (issue?.params as { max?: number } | undefined)?.max;
  if (issue?.message === 'too-long') faults.push({ kind, reason: 'too-long', details: { max: max ?? 0 } });
  else faults.push({ kind, reason: issue?.message === 'empty' ? 'name-empty' : 'characters' });
  return value;
}

const groupIndexes = new WeakMap<GroupNames, ReadonlyMap<string, string>>();

/** Groups by what they are called; the first of two names wins. */
function indexOf(groups: GroupNames): ReadonlyMap<string, string> {
  const index = groupIndexes.get(groups) ?? new Map(groups.flatMap(({ id, names }) => names.map((name) => [plain(name), id] as const)).reverse());
  groupIndexes.set(groups, index);
  return index;
}

function readGroup(text: string, groups: GroupNames, faults: Fault[]): string | null {
  const wanted = plain(text);
  if (wanted === '' || wanted === '-' || wanted === '—') return null;
  const id = indexOf(groups).get(wanted);
  if (id === undefined) faults.push({ kind: 'group', reason: 'group-unknown', details: { text: text.trim().slice(0, 60) } });
  return id ?? null;
}

function readRoles(text: string, faults: Fault[]): Role[] {
  const roles = new Set<Role>();
  for (const part of text.split(/[,;/]/u).map(plain)) {
    if (NO_ROLE.has(part)) continue;
    const role = ROLES.find((each) => ROLE_NAMES[each].includes(part));
    if (role === undefined) faults.push({ kind: 'role', reason: 'role-unknown', details: { text: part.slice(0, 60) } });
    else roles.add(role);
  }
  return [...roles];
}

function readLanguage(text: string, fallback: Lang, faults: Fault[]): Lang {
  const wanted = plain(text);
  if (wanted === '') return fallback;
  const lang = LANGS.find((each) => LANGUAGE_NAMES[each].includes(wanted));
  if (lang === undefined) faults.push({ kind: 'language', reason: 'language-unknown', details: { text: text.trim().slice(0, 60) } });
  return lang ?? fallback;
}

function readNumber(text: string, faults: Fault[]): number | null {
  if (text.trim() === '') return null;
  const number = Number(text.trim().replace(/^(?:№|#)\s*/u, '').replace(/\.0$/u, ''));
  if (Number.isSafeInteger(number) && number >= 1 && number <= 99_999) return number;
  faults.push({ kind: 'number', reason: 'number-wrong' });
  return null;
}

function readName(cells: Cells, faults: Fault[]): string {
  const whole = cells.name ?? [cells.first, cells.middle, cells.last].filter((part) => part !== undefined && part.trim() !== '').join(' ');
  // a formula of another program is nobody's name; as text it would run when the list is opened there again
  if (/^[\s\u200B]*[=@]/u.test(whole)) {
    faults.push({ kind: 'name', reason: 'name-formula' });
    return whole;
  }
  return readText('name', seatSetup.shape.name, whole, faults);
}

/** One row as a person, and everything that is wrong with it. */
export function readPerson(cells: Cells, { groups, language }: { groups: GroupNames; language: Lang }): { draft: PersonDraft; faults: Fault[] } {
  const faults: Fault[] = [];
  const { shape } = seatSetup;
  const draft: PersonDraft = {
    number: readNumber(cells.number ?? '', faults), name: readName(cells, faults),
    groupId: readGroup(cells.group ?? '', groups, faults), roles: readRoles(cells.role ?? '', faults),
    organisation: readText('organisation', shape.organisation, cells.organisation ?? '', faults), position: readText('position', shape.position, cells.position ?? '', faults),
    region: readText('region', shape.region, cells.region ?? '', faults), language: readLanguage(cells.language ?? '', language, faults),
  };
  const isAboutGroup = faults.some(({ kind }) => kind === 'group' || kind === 'role');
  if (draft.groupId === null && draft.roles.length === 0 && !isAboutGroup) faults.push({ kind: 'group', reason: 'group-or-role' });
  return { draft, faults };
}
