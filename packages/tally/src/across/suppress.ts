import type { Algorithm } from '../algorithm.js';
import { TallyInputError, wholeNumber } from '../errors.js';

/** One group's figures: how many answered, and how many gave each answer. */
export interface GroupCell {
  readonly group: string;
  readonly voters: number;
  readonly figures: Readonly<Record<string, number>>;
}

export interface SuppressedTable {
  readonly algorithm: Algorithm;
  readonly floor: number;
  readonly published: readonly GroupCell[];
  readonly suppressed: readonly { readonly group: string; readonly because: 'below-floor' | 'complementary' | 'unanimous' }[];
  /** null when even the total is below the floor */
  readonly total: { readonly voters: number; readonly figures: Readonly<Record<string, number>> } | null;
}

export const SUPPRESSION: Algorithm = { id: 'suppression', version: 1 };

function sum(cells: readonly GroupCell[]): { voters: number; figures: Record<string, number> } {
  const figures: Record<string, number> = {};
  for (const c of cells) for (const [k, n] of Object.entries(c.figures)) figures[k] = (figures[k] ?? 0) + n;
  return { voters: cells.reduce((s, c) => s + c.voters, 0), figures };
}

const isUnanimous = (c: GroupCell): boolean => c.voters > 0 && Object.values(c.figures).includes(c.voters);

/**
 * Which groups' figures may be shown (product.md §5). A group below the floor is hidden; so that it does not follow from
 * the total minus the others, the next smallest are hidden too, until at least two people-bearing groups and together at
 * least `floor` voters are. An empty group has nobody to protect: it is shown, and protects nobody. With
 * `hideUnanimous` a group that answered with one voice is hidden like a small one. Throws `TallyInputError`.
 */
export function suppressGroups(cells: readonly GroupCell[], { floor = 5, hideUnanimous = false }: { floor?: number; hideUnanimous?: boolean } = {}): SuppressedTable {
  if (wholeNumber(floor, 'floor') < 2) throw new TallyInputError('floor.too-low', 'floor: expected 2 or more', { path: 'floor' });
  if (new Set(cells.map((c) => c.group)).size !== cells.length) throw new TallyInputError('groups.twice', 'a group is listed twice', { path: 'groups' });
  const total = sum(cells);
  const hidden = new Map<string, 'below-floor' | 'complementary' | 'unanimous'>();
  for (const c of cells) {
    if (wholeNumber(c.voters, `${c.group}.voters`) > 0 && c.voters < floor) hidden.set(c.group, 'below-floor');
    else if (hideUnanimous && isUnanimous(c)) hidden.set(c.group, 'unanimous');
  }
  const rest = cells.filter((c) => c.voters > 0 && !hidden.has(c.group)).sort((a, b) => a.voters - b.voters || (a.group < b.group ? -1 : 1));
  const covered = (): boolean => {
    const list = cells.filter((c) => hidden.has(c.group));
    const together = sum(list);
    return list.length >= 2 && together.voters >= floor && !(hideUnanimous && isUnanimous({ group: '', ...together }));
  };
  while (hidden.size > 0 && rest.length > 0 && !covered()) hidden.set(rest.shift()!.group, 'complementary');
  const published = cells.filter((c) => !hidden.has(c.group));
  return {
    algorithm: SUPPRESSION, floor, published,
    suppressed: cells.flatMap((c) => (hidden.has(c.group) ? [{ group: c.group, because: hidden.get(c.group)! }] : [])),
    total: total.voters > 0 && total.voters < floor ? null : total,
  };
}
