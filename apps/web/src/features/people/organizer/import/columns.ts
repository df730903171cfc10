/** What a column may hold. `name` is the whole name; the three parts are joined to one. */
export const COLUMN_KINDS = ['name', 'last', 'first', 'middle', 'organisation', 'position', 'group', 'role', 'region', 'language', 'number', 'ignore'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Headings in Russian, Kyrgyz and English, by their plain form. `first` becomes the whole name where nothing else is one. */
const HEADINGS: Record<Exclude<ColumnKind, 'ignore'>, readonly string[]> = {
  name: ['фио', 'ф.и.о', 'фамилия имя отчество', 'фамилия имя', 'имя фамилия', 'имя и фамилия', 'фамилия и имя', 'участник', 'аты-жөнү', 'аты жөнү', 'толук аты', 'катышуучу', 'full name', 'participant', 'person'],
  last: ['фамилия', 'фамилиясы', 'last name', 'surname', 'family name', 'lastname'],
  first: ['имя', 'аты', 'ысымы', 'first name', 'given name', 'firstname', 'name'],
  middle: ['отчество', 'атасынын аты', 'patronymic', 'middle name'],
  organisation: ['организация', 'орг', 'место работы', 'учреждение', 'компания', 'уюм', 'уюму', 'мекеме', 'иштеген жери', 'organisation', 'organization', 'company', 'institution', 'employer'],
  position: ['должность', 'кызматы', 'кызмат орду', 'кызмат', 'position', 'job title', 'title'],
  group: ['группа', 'сторона', 'группа участников', 'сектор', 'тарап', 'топ', 'тобу', 'group', 'stakeholder group', 'sector', 'side'],
  role: ['роль', 'роли', 'ролу', 'ролдору', 'role', 'roles'],
  region: ['регион', 'область', 'аймак', 'аймагы', 'облус', 'облусу', 'region', 'oblast', 'province'],
  language: ['язык', 'тил', 'тили', 'language', 'lang'],
  number: ['номер', '№', 'n', 'номер места', 'место', 'номери', 'орун', 'орун номери', 'number', 'no', 'seat', 'seat number', '#'],
};

export const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/[\s\u00A0]+/gu, ' ').replace(/[.:*]+$/gu, '').trim();

const KIND_OF = new Map(Object.entries(HEADINGS).flatMap(([kind, names]) => names.map((name) => [plain(name), kind as ColumnKind])));

/** What each column holds by its heading; no kind twice. */
export function guessColumns(headings: readonly string[]): ColumnKind[] {
  const used = new Set<ColumnKind>();
  const kinds = headings.map((heading) => {
    const kind = KIND_OF.get(plain(heading)) ?? 'ignore';
    if (kind !== 'ignore' && used.has(kind)) return 'ignore';
    used.add(kind);
    return kind;
  });
  const isWhole = !used.has('last') && !used.has('name');
  return kinds.map((kind) => (kind === 'first' && isWhole ? 'name' : kind));
}

/** The order of pasted lines, for a table without headings. */
const BARE: readonly ColumnKind[] = ['name', 'group', 'organisation', 'position', 'region', 'language'];

/** Whether the first row names the columns, and what they hold. */
export function readHeadings(first: readonly string[], width: number): { hasHeadings: boolean; columns: ColumnKind[] } {
  const guessed = guessColumns(Array.from({ length: width }, (_, at) => first[at] ?? ''));
  const known = guessed.filter((kind) => kind !== 'ignore').length;
  const namesPeople = guessed.some((kind) => kind === 'name' || kind === 'last');
  if (namesPeople && (known >= 2 || width === 1)) return { hasHeadings: true, columns: guessed };
  return { hasHeadings: false, columns: Array.from({ length: width }, (_, at) => BARE[at] ?? 'ignore') };
}
