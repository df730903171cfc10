/** Pure geometry of the ring: the model is the design kit's ring.js. Angles in radians from 3 o'clock, clockwise on screen. */
export interface RingGroup {
  id: string;
  name: string;
  /** One or two letters on the plate. */
  sign: string;
  tone: number;
  /** Presence: seats here. Vote: yes. Support: supporters. Time: ms spoken. */
  value: number;
  /** Of how many. Unused for time. */
  base: number;
  no?: number;
  abstain?: number;
  /** Quorum or threshold as a fraction of the sector: a notch across the band. */
  mark?: number;
  /** Whether the group's clause holds; leave out while it is not known. */
  holds?: boolean;
  /** Too small to show: dotted and empty, «скрыто». */
  hidden?: boolean;
  /** Figures outside a labelled ring, where «16 из 18» will not do. */
  figure?: string;
}

export type RingMode = 'presence' | 'support' | 'vote' | 'time';

const TOP = -Math.PI / 2;

/** A point on a circle, as a path writes it. */
export function point(radius: number, angle: number): [number, number] {
  const round = (n: number) => Number((radius * n).toFixed(2));
  return [round(Math.cos(angle)), round(Math.sin(angle))];
}

const at = (radius: number, angle: number) => point(radius, angle).join(' ');

export function bandPath(inner: number, outer: number, from: number, to: number): string {
  const large = to - from > Math.PI ? 1 : 0;
  return `M${at(outer, from)}A${outer} ${outer} 0 ${large} 1 ${at(outer, to)}L${at(inner, to)}A${inner} ${inner} 0 ${large} 0 ${at(inner, from)}Z`;
}

export function arcPath(radius: number, from: number, to: number): string {
  return `M${at(radius, from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(radius, to)}`;
}

export function notchPath(inner: number, outer: number, angle: number): string {
  return `M${at(inner, angle)}L${at(outer, angle)}`;
}

export interface RingMeasures {
  size: number;
  /** Outer and inner radius of the band, its thickness and middle, radius of the inner circle. */
  outer: number; inner: number; thickness: number; middle: number; circle: number;
  /** How far a sector whose clause fails stands back. */
  away: number;
  line: number;
  gap: number;
  /** Side of a pattern's tile. */
  tile: number;
}

function thicknessOf(size: number): number {
  if (size < 90) return Math.round(size * 0.21);
  return Math.round(size * (size < 120 ? 0.17 : 0.15));
}

export function measure(size: number): RingMeasures {
  const away = size * (size < 120 ? 0.02 : 0.05);
  const outer = size / 2 - away - 1;
  const thickness = thicknessOf(size);
  const inner = outer - thickness;
  return {
    size, outer, inner, thickness, away, middle: (outer + inner) / 2, circle: inner - Math.max(3, size * 0.028),
    line: Math.max(1, size / 260), gap: Math.max(2.5, size * 0.016), tile: Number(Math.max(4, size / 44).toFixed(2)),
  };
}

export interface Sector {
  group: RingGroup;
  /** The whole sector, gaps included, and the drawn part. */
  start: number; end: number; from: number; to: number; mid: number;
  /** The angle of `value` units of the base within the drawn part. */
  angleOf: (value: number) => number;
  /** The angle up to which the band is filled. */
  filledTo: number;
  isAway: boolean;
}

/** Sectors clockwise from 12 in the programme's order: equal ones, for speaking time shares of the total. */
export function sectors(mode: RingMode, groups: readonly RingGroup[], m: RingMeasures): Sector[] {
  const total = groups.reduce((sum, group) => sum + group.value, 0);
  const half = groups.length > 1 ? m.gap / m.middle / 2 : 0.0005;
  let start = TOP;
  return groups.map((group) => {
    const share = mode === 'time' && total > 0 ? group.value / total : 1 / groups.length;
    const end = start + 2 * Math.PI * share;
    const from = Math.min(start + half, end);
    const to = Math.max(end - half, from);
    const angleOf = (value: number) => from + (to - from) * Math.min(1, value / (group.base || 1));
    const filledTo = mode === 'time' && total > 0 ? to : angleOf(mode === 'time' || group.hidden === true ? 0 : group.value);
    const sector: Sector = { group, start, end, from, to, mid: (from + to) / 2, angleOf, filledTo, isAway: group.holds === false };
    start = end;
    return sector;
  });
}

/** Where the equal shares would end: speaking time's notches on the inside. */
export function equalShares(count: number): number[] {
  return Array.from({ length: count }, (_, k) => TOP + (2 * Math.PI * k) / count);
}
