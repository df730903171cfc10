import type { Algorithm } from '../algorithm.js';
import { consensusList, groupConsensus, type ConsensusList, type GroupConsensus } from './consensus.js';
import { countByGroup, type GroupVotes } from './counts.js';
import { opinionGroups, type GroupOptions, type GroupState } from './opinion-groups.js';
import { principalAxes, project, type PrincipalAxes } from './principal-axes.js';
import { representativeStatements, type Representativeness } from './representative.js';
import type { OpinionVotes } from './votes.js';

export const OPINION_ALGORITHM: Algorithm = { id: 'opinion-map', version: 1 };

export interface OpinionMapOptions extends Omit<GroupOptions, 'previous' | 'groups'> {
  readonly moderatedOut?: ReadonlySet<string>;
  /** votes that a person needs to be grouped: at least min(this, statements); default 7 */
  readonly minVotes?: number;
  /** the last map of this conversation: axes, signs and groups move no more than the votes did */
  readonly previous?: Pick<OpinionMap, 'axes' | 'state'>;
}

/** No map is drawn, and why. `have` and `needed` are people or statements. */
export interface NotEnoughData {
  readonly status: 'not-enough-data';
  readonly algorithm: Algorithm;
  /** `no-groups`: enough people, but they do not fall into groups of the minimum size */
  readonly reason: 'too-few-participants' | 'too-few-statements' | 'no-groups';
  readonly have: number;
  readonly needed: number;
}

export interface OpinionMap {
  readonly status: 'map';
  readonly algorithm: Algorithm;
  readonly axes: PrincipalAxes;
  /** x, y of every participant by turns, also of those who voted too little to be grouped */
  readonly points: Float64Array;
  /** group of every participant (0, 1, …); −1 = voted too little */
  readonly group: Int32Array;
  readonly groups: GroupVotes;
  readonly silhouette: number;
  readonly consensus: GroupConsensus;
  readonly consensusList: ConsensusList;
  readonly representative: Readonly<Record<string, readonly Representativeness[]>>;
  readonly state: GroupState;
}

/** Rows of those who voted on at least min(`minVotes`, statements) statements. */
export function eligibleRows(votes: OpinionVotes, minVotes: number): number[] {
  const least = Math.max(1, Math.min(minVotes, votes.statements.length));
  return votes.participants.flatMap((_, row) => (votes.offset[row + 1]! - votes.offset[row]! >= least ? [row] : []));
}

/** One group with everybody in it, for what is said of all voters. */
function everybody(votes: OpinionVotes): GroupVotes {
  return countByGroup(votes, ['all'], new Int8Array(votes.participants.length));
}

/**
 * The opinion map in the manner of Polis: axes, groups, what describes each group, what all share. Exploratory: declared
 * groups, not discovered ones, decide (decisions.md §0.1). Too few people (2 · minGroupSize) or statements (2), or no
 * clear groups: «not enough data» instead of a picture. The same votes and options give the same map.
 */
export function opinionMap(votes: OpinionVotes, options: OpinionMapOptions = {}): OpinionMap | NotEnoughData {
  const none = (reason: NotEnoughData['reason'], have: number, needed: number): NotEnoughData =>
    ({ status: 'not-enough-data', algorithm: OPINION_ALGORITHM, reason, have, needed });
  const moderatedOut = options.moderatedOut ?? new Set<string>();
  const open = votes.statements.filter((id) => !moderatedOut.has(id)).length;
  if (open < 2) return none('too-few-statements', open, 2);
  const rows = eligibleRows(votes, options.minVotes ?? 7);
  const needed = 2 * Math.max(1, options.minGroupSize ?? 5);
  if (rows.length < needed) return none('too-few-participants', rows.length, needed);
  const { previous, ...rest } = options;
  const axes = principalAxes(votes, { moderatedOut, ...(previous === undefined ? {} : { previous: previous.axes }) });
  const points = project(votes, axes);
  const found = opinionGroups(pointsOf(points, rows), previous === undefined ? rest : { ...rest, previous: previous.state });
  if (found === null) return none('no-groups', rows.length, needed);
  const group = new Int32Array(votes.participants.length).fill(-1);
  rows.forEach((row, i) => (group[row] = found.label[i]!));
  const groups = countByGroup(votes, found.sizes.map((_, g) => String(g)), group);
  return {
    status: 'map', algorithm: OPINION_ALGORITHM, axes, points, group, groups, silhouette: found.silhouette,
    consensus: groupConsensus(groups), consensusList: consensusList(everybody(votes), moderatedOut),
    representative: representativeStatements(groups, moderatedOut),
    state: { centres: found.centres, challenger: found.challenger, wins: found.wins },
  };
}

/** The points of some participants, in their order. */
export function pointsOf(points: Float64Array, rows: readonly number[]): Float64Array {
  const out = new Float64Array(2 * rows.length);
  rows.forEach((row, i) => {
    out[2 * i] = points[2 * row]!;
    out[2 * i + 1] = points[2 * row + 1]!;
  });
  return out;
}
