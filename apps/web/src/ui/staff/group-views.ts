import { useMemo } from 'react';
import type { Group, Lang } from '@tegerek/contracts/wire';
import { useI18n } from '../../i18n/provider.js';
import { textOf } from '../../i18n/text.js';
import type { GroupView } from '../group.js';

/** Groups in the programme's order, in the reader's language. */
export function groupViews(groups: readonly Group[], locale: Lang): GroupView[] {
  return groups.map(({ id, title, sign, tone }) => {
    const name = textOf(title, locale).text;
    return { id, name, sign: textOf(sign, locale).text || name.slice(0, 1), tone };
  });
}

export function useGroupViews(groups: readonly Group[]): GroupView[] {
  const { locale } = useI18n();
  return useMemo(() => groupViews(groups, locale), [groups, locale]);
}

export const groupOf = (groups: readonly GroupView[], id: string | null): GroupView | undefined => groups.find((group) => group.id === id);
