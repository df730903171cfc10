import { LIMITS, LANGS, type Lang } from '@tegerek/contracts/wire';

/** A seat as typed, before it has a code. */
export interface Draft { name: string; groupId: string | null; organisation: string; position: string; region: string; language: Lang }

export type Fault = 'name-empty' | 'name-long' | 'group-unknown' | 'organisation-long' | 'too-long' | 'language-unknown';
export interface PastedLine { line: number; text: string; draft: Draft; fault: Fault | null }

const plain = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ').trim();

/** A group by its title or sign in any language. */
export type GroupNames = readonly { id: string; names: readonly string[] }[];

function groupIdOf(text: string, groups: GroupNames): string | null | undefined {
  const wanted = plain(text);
  if (wanted === '' || wanted === '-') return null;
  return groups.find((group) => group.names.some((name) => plain(name) === wanted))?.id;
}

function faultOf(draft: Draft, hasGroup: boolean, hasLanguage: boolean): Fault | null {
  if (draft.name === '') return 'name-empty';
  if ([...draft.name].length > LIMITS.name) return 'name-long';
  if (!hasGroup) return 'group-unknown';
  if ([...draft.organisation].length > LIMITS.organisation) return 'organisation-long';
  if ([...draft.position].length > LIMITS.position || [...draft.region].length > LIMITS.name) return 'too-long';
  return hasLanguage ? null : 'language-unknown';
}

/**
 * Lines as they come from a table: name, group, organisation, position, region, language, parted by tabs or semicolons.
 * Every line is kept, also a faulty one; empty lines count for nothing.
 */
export function parseLines(text: string, groups: GroupNames, language: Lang): PastedLine[] {
  return text.split(/\r?\n/u).flatMap((raw, index) => {
    if (raw.trim() === '') return [];
    const [name = '', group = '', organisation = '', position = '', region = '', lang = ''] = raw.split(raw.includes('\t') ? '\t' : ';').map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    const groupId = groupIdOf(group, groups);
    const spoken = lang === '' ? language : LANGS.find((each) => each === lang.toLowerCase());
    const draft = { name, groupId: groupId ?? null, organisation, position, region, language: spoken ?? language };
    return [{ line: index + 1, text: raw, draft, fault: faultOf(draft, groupId !== undefined, spoken !== undefined) }];
  });
}

export const namesOf = (groups: readonly { id: string; title: Readonly<Record<string, string | undefined>>; sign: Readonly<Record<string, string | undefined>> }[]): GroupNames =>
  groups.map(({ id, title, sign }) => ({ id, names: [...Object.values(title), ...Object.values(sign)].filter((name) => name !== undefined && name !== '') as string[] }));

