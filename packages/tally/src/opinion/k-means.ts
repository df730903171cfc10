/** Points of the plane with weights: x, y by turns. */
export interface WeightedPoints {
  readonly xy: Float64Array;
  readonly weight: Float64Array;
}

export interface Clustering {
  readonly label: Int32Array;
  /** x, y of each centre by turns */
  readonly centres: Float64Array;
  /** weighted sum of squared distances to the own centre */
  readonly within: number;
}

const squared = (xy: Float64Array, i: number, centres: Float64Array, c: number): number => {
  const dx = xy[2 * i]! - centres[2 * c]!;
  const dy = xy[2 * i + 1]! - centres[2 * c + 1]!;
  return dx * dx + dy * dy;
};

export function nearest(xy: Float64Array, i: number, centres: Float64Array): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0; 2 * c < centres.length; c++) {
    const d = squared(xy, i, centres, c);
    if (d < least) {
      least = d;
      best = c;
    }
  }
  return best;
}

/** Lloyd's steps until nobody changes (or 100 rounds); an emptied centre stays where it was. */
export function lloyd({ xy, weight }: WeightedPoints, start: Float64Array): Clustering {
  const centres = start.slice();
  const label = new Int32Array(weight.length).fill(-1);
  for (let round = 0; round < 100; round++) {
    let moved = false;
    const sum = new Float64Array((centres.length / 2) * 3);
    for (let i = 0; i < weight.length; i++) {
      const c = nearest(xy, i, centres);
      if (c !== label[i]) moved = true;
      label[i] = c;
      sum[3 * c]! += weight[i]! * xy[2 * i]!;
      sum[3 * c + 1]! += weight[i]! * xy[2 * i + 1]!;
      sum[3 * c + 2]! += weight[i]!;
    }
    if (!moved) break;
    for (let c = 0; 3 * c < sum.length; c++) {
      if (sum[3 * c + 2] === 0) continue;
      centres[2 * c] = sum[3 * c]! / sum[3 * c + 2]!;
      centres[2 * c + 1] = sum[3 * c + 1]! / sum[3 * c + 2]!;
    }
  }
  let within = 0;
  for (let i = 0; i < weight.length; i++) within += weight[i]! * squared(xy, i, centres, label[i]!);
  return { label, centres, within };
}

/** k-means++ starting centres from a fixed generator. */
function spreadCentres({ xy, weight }: WeightedPoints, k: number, random: () => number): Float64Array {
  const centres = new Float64Array(2 * k);
  const distance = new Float64Array(weight.length).fill(Infinity);
  const draw = (mass: (i: number) => number): number => {
    let total = 0;
    for (let i = 0; i < weight.length; i++) total += mass(i);
    let rest = random() * total;
    for (let i = 0; i < weight.length; i++) if ((rest -= mass(i)) < 0) return i;
    return weight.length - 1;
  };
  for (let c = 0; c < k; c++) {
    const pick = draw(c === 0 ? (i) => weight[i]! : (i) => weight[i]! * distance[i]!);
    centres[2 * c] = xy[2 * pick]!;
    centres[2 * c + 1] = xy[2 * pick + 1]!;
    for (let i = 0; i < weight.length; i++) distance[i] = Math.min(distance[i]!, squared(xy, i, centres, c));
  }
  return centres;
}

const STARTS = 10;
const SEED = 20240401;

/**
 * k-means of weighted points in the plane: ten k-means++ starts from a fixed seed and the `warm` centres where given;
 * the least within-group squares wins, of equal ones the warm start, then the earlier. Deterministic.
 */
export function kMeans(points: WeightedPoints, k: number, warm?: Float64Array): Clustering {
  let state = SEED;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  let best: Clustering | null = warm !== undefined && warm.length === 2 * k ? lloyd(points, warm) : null;
  for (let start = 0; start < STARTS; start++) {
    const found = lloyd(points, spreadCentres(points, k, random));
    if (best === null || found.within < best.within * (1 - 1e-9)) best = found;
  }
  return best!;
}

/**
 * Mean silhouette (Rousseeuw 1987): (b − a) ÷ max(a, b), a = mean distance inside the own group, b = to the nearest
 * other one; 0 for a group of one. Weights count as that many points in one place. Between −1 and 1.
 */
export function silhouette({ xy, weight }: WeightedPoints, label: Int32Array, k: number): number {
  const mass = new Float64Array(k);
  for (let i = 0; i < weight.length; i++) mass[label[i]!]! += weight[i]!;
  let total = 0;
  let all = 0;
  const sum = new Float64Array(k);
  for (let i = 0; i < weight.length; i++) {
    sum.fill(0);
    for (let j = 0; j < weight.length; j++) sum[label[j]!]! += weight[j]! * Math.sqrt((xy[2 * i]! - xy[2 * j]!) ** 2 + (xy[2 * i + 1]! - xy[2 * j + 1]!) ** 2);
    all += weight[i]!;
    total += weight[i]! * silhouetteOf(sum, mass, label[i]!);
  }
  return all === 0 ? 0 : total / all;
}

function silhouetteOf(sum: Float64Array, mass: Float64Array, own: number): number {
  if (mass[own]! <= 1) return 0;
  const inside = sum[own]! / (mass[own]! - 1);
  let outside = Infinity;
  for (let c = 0; c < mass.length; c++) if (c !== own && mass[c]! > 0) outside = Math.min(outside, sum[c]! / mass[c]!);
  const larger = Math.max(inside, outside);
  return larger === 0 || outside === Infinity ? 0 : (outside - inside) / larger;
}
