import type { Lang } from '@tegerek/contracts';
import type { Work } from '../../../platform/commands/work.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import { TranslationRow, VersionRow } from './proposal.row.js';

interface Key { proposalId: string; language: Lang; rev: number }

const idOf = (space: string, { proposalId, language, rev }: Key): string => derivedId('translation', space, proposalId, language, String(rev));

export const findTranslation = (work: Work, key: Key): Promise<TranslationRow | undefined> => work.get(TranslationRow, idOf(work.space, key));

/** Keeps the text of a revision in a language; another one takes its place. */
export function saveTranslation(work: Work, translation: Omit<TranslationRow, 'id' | 'space'>): TranslationRow {
  const row = { ...translation, id: idOf(work.space, translation), space: work.space };
  work.put(TranslationRow, row);
  return row;
}

/** The texts of a revision in other languages, by language. */
export async function translationsOf(work: Work, proposalId: string, rev: number): Promise<TranslationRow[]> {
  return (await work.select(TranslationRow, { proposalId, rev })).sort((a, b) => (a.language < b.language ? -1 : 1));
}

/** Number of the latest version that was frozen from a revision; `null`: none was. */
export async function frozenFrom(work: Work, proposalId: string, rev: number): Promise<number | null> {
  const versions = await work.select(VersionRow, { proposalId, rev });
  return versions.length === 0 ? null : Math.max(...versions.map(({ number }) => number));
}
