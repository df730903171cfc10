import type { CoreSlice } from '@tegerek/contracts/wire';
import { neededOf } from './outcome-words.js';

/** Seats that must be present, and how many of them are not yet. */
export interface QuorumFigure { need: number; left: number }

/** `overall` null: the rule asks for none over all. */
export interface QuorumStanding { overall: QuorumFigure | null; groups: ReadonlyMap<string, QuorumFigure>; holds: boolean }

/**
 * Whether those who are here could make the rule's quorum in a decision of all seats: overall, and in each required group. In a decision of
 * those present the same thresholds are taken of them at its opening. Null: the rule asks for no quorum.
 */
export function quorumOf({ rule, presentByGroup, seatsByGroup }: Pick<CoreSlice, 'rule' | 'presentByGroup' | 'seatsByGroup'>): QuorumStanding | null {
  if (rule === null || (rule.quorum.overall === null && rule.quorum.perGroup === null)) return null;
  const { quorum: { overall, perGroup }, groups, requiredGroups } = rule;
  const standing = (threshold: Parameters<typeof neededOf>[0], ids: readonly string[]): QuorumFigure => {
    const of = (figures: Readonly<Record<string, number>>) => ids.reduce((sum, id) => sum + (figures[id] ?? 0), 0);
    // nobody is no quorum, as in the count
    const need = Math.max(1, neededOf(threshold, of(seatsByGroup)));
    return { need, left: Math.max(0, need - of(presentByGroup)) };
  };
  const [all, each] = [overall === null ? null : standing(overall, groups), new Map(perGroup === null ? [] : requiredGroups.map((id) => [id, standing(perGroup, [id])]))];
  return { overall: all, groups: each, holds: (all?.left ?? 0) === 0 && [...each.values()].every(({ left }) => left === 0) };
}
