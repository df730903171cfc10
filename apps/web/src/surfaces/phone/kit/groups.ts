import { useMemo } from 'react';
import type { CoreSlice, Lang } from '@tegerek/contracts/wire';
import { textOf, useI18n } from '../../../i18n/index.js';
import { useCore } from '../../../live/index.js';
import type { GroupView } from '../../../ui/group.js';
import type { RingGroup } from '../../../ui/ring.js';

export const groupViews = (core: CoreSlice, locale: Lang): GroupView[] =>
  core.groups.map((group) => ({ id: group.id, name: textOf(group.title, locale).text, sign: textOf(group.sign, locale).text, tone: group.tone }));

/** The dialogue's groups in the reader's language, in the programme's order. */
export function useGroups(): GroupView[] {
  const core = useCore();
  const { locale } = useI18n();
  return useMemo(() => (core === null ? [] : groupViews(core, locale)), [core, locale]);
}

export function useGroup(groupId: string | null): GroupView | undefined {
  return useGroups().find((group) => group.id === groupId);
}

type Figures = Readonly<Record<string, number>>;

/** Sectors of a ring: `value` of `base`, by group. */
export const ringGroups = (groups: readonly GroupView[], value: Figures, base: Figures): RingGroup[] =>
  groups.filter((group) => (base[group.id] ?? 0) > 0).map((group) => ({ ...group, value: value[group.id] ?? 0, base: base[group.id] ?? 0 }));

export const sumOf = (figures: Figures): number => Object.values(figures).reduce((sum, n) => sum + n, 0);
