/** A sector of the round table: what a group gave of what it had. */
export interface Sector {
  /** 0…6, the group's place in the palette. */
  tone: number;
  yes: number;
  abstain: number;
  base: number;
  /** The group's clause holds: the inner circle passes here. */
  holds: boolean;
}

const SIZE = 112;
const [OUTER, INNER, CIRCLE] = [52, 34, 29];
const GAP = 0.06;

const point = (radius: number, angle: number): string => `${(SIZE / 2 + radius * Math.cos(angle)).toFixed(2)} ${(SIZE / 2 + radius * Math.sin(angle)).toFixed(2)}`;

function band(from: number, to: number): string {
  const large = to - from > Math.PI ? 1 : 0;
  return `M${point(OUTER, from)}A${OUTER} ${OUTER} 0 ${large} 1 ${point(OUTER, to)}L${point(INNER, to)}A${INNER} ${INNER} 0 ${large} 0 ${point(INNER, from)}Z`;
}

/** The round table as SVG: equal sectors whatever a group's size, yes filled, abstentions tinted; the circle is open where a clause failed. `label` must be escaped. */
export function ring(sectors: readonly Sector[], label: string): string {
  const span = (2 * Math.PI) / Math.max(1, sectors.length);
  const parts = sectors.flatMap(({ tone, yes, abstain, base, holds }, i) => {
    const start = -Math.PI / 2 + i * span;
    const [from, to] = [start + GAP, start + span - GAP];
    const at = (n: number): number => from + (to - from) * Math.min(1, n / Math.max(1, base));
    const large = span > Math.PI ? 1 : 0;
    // one group alone closes on itself: an arc needs two different ends
    const end = Math.min(start + span, start + 2 * Math.PI - 0.001);
    return [
      `<path class="track" d="${band(from, to)}"/>`,
      ...(abstain > 0 ? [`<path class="abstain g${tone + 1}" d="${band(at(yes), at(yes + abstain))}"/>`] : []),
      ...(yes > 0 ? [`<path class="yes g${tone + 1}" d="${band(from, at(yes))}"/>`] : []),
      ...(holds ? [`<path class="circle" d="M${point(CIRCLE, start)}A${CIRCLE} ${CIRCLE} 0 ${large} 1 ${point(CIRCLE, end)}"/>`] : []),
    ];
  });
  return `<svg class="ring" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}">${parts.join('')}</svg>`;
}
