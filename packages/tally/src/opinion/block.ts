/** Vectors iterated at once: two axes and two spare ones, which make the first two converge faster. */
export const BLOCK = 4;

/** A fixed starting block: the map of the same votes is the same everywhere. */
export function seedBlock(rows: number, seed: number): Float64Array {
  const block = new Float64Array(rows * BLOCK);
  let state = seed >>> 0;
  for (let i = 0; i < block.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    block[i] = state / 2147483648 - 1;
  }
  return block;
}

/** Gram-Schmidt, twice for accuracy; a vector that vanishes becomes zero. In place. */
export function orthonormalise(block: Float64Array, rows: number): void {
  for (let b = 0; b < BLOCK; b++) {
    const before = length(block, rows, b);
    for (let a = 0; a < 2 * b; a++) {
      const d = dot(block, block, rows, a % b, b);
      for (let i = 0; i < rows; i++) block[i * BLOCK + b]! -= d * block[i * BLOCK + (a % b)]!;
    }
    const left = length(block, rows, b);
    const scale = left > before * 1e-12 && left > 0 ? 1 / left : 0;
    for (let i = 0; i < rows; i++) block[i * BLOCK + b]! *= scale;
  }
}

const length = (block: Float64Array, rows: number, b: number): number => Math.sqrt(dot(block, block, rows, b, b));

/** Dot product of vector `a` of `left` with vector `b` of `right`. */
export function dot(left: Float64Array, right: Float64Array, rows: number, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += left[i * BLOCK + a]! * right[i * BLOCK + b]!;
  return sum;
}

/** leftᵀ · right, BLOCK × BLOCK, made symmetric. */
export function projected(left: Float64Array, right: Float64Array, rows: number): Float64Array {
  const out = new Float64Array(BLOCK * BLOCK);
  for (let a = 0; a < BLOCK; a++) {
    for (let b = 0; b <= a; b++) {
      const mean = (dot(left, right, rows, a, b) + dot(left, right, rows, b, a)) / 2;
      out[a * BLOCK + b] = mean;
      out[b * BLOCK + a] = mean;
    }
  }
  return out;
}

/** block · rotation (BLOCK × BLOCK), a new block. */
export function rotated(block: Float64Array, rows: number, rotation: Float64Array): Float64Array {
  const out = new Float64Array(rows * BLOCK);
  for (let i = 0; i < rows; i++) {
    for (let b = 0; b < BLOCK; b++) {
      let sum = 0;
      for (let a = 0; a < BLOCK; a++) sum += block[i * BLOCK + a]! * rotation[a * BLOCK + b]!;
      out[i * BLOCK + b] = sum;
    }
  }
  return out;
}

/** Eigenvectors (columns) and values of a symmetric BLOCK × BLOCK matrix, largest value first: Jacobi's rotations. */
export function eigen(symmetric: Float64Array): { values: number[]; vectors: Float64Array } {
  const m = symmetric.slice();
  const v = new Float64Array(BLOCK * BLOCK);
  for (let i = 0; i < BLOCK; i++) v[i * BLOCK + i] = 1;
  let scale = 0;
  for (const x of m) scale = Math.max(scale, Math.abs(x));
  for (let sweep = 0; sweep < 30 && sweepOnce(m, v) > scale * scale * 1e-30; sweep++);
  const order = Array.from({ length: BLOCK }, (_, i) => i).sort((a, b) => m[b * BLOCK + b]! - m[a * BLOCK + a]! || a - b);
  const vectors = new Float64Array(BLOCK * BLOCK);
  order.forEach((from, to) => {
    for (let k = 0; k < BLOCK; k++) vectors[k * BLOCK + to] = v[k * BLOCK + from]!;
  });
  return { values: order.map((i) => m[i * BLOCK + i]!), vectors };
}

/** One sweep over all pairs; returns the squares that were off the diagonal. */
function sweepOnce(m: Float64Array, v: Float64Array): number {
  let off = 0;
  for (let p = 0; p < BLOCK; p++) {
    for (let q = p + 1; q < BLOCK; q++) {
      const pq = m[p * BLOCK + q]!;
      if (pq === 0) continue;
      off += pq * pq;
      const theta = (m[q * BLOCK + q]! - m[p * BLOCK + p]!) / (2 * pq);
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const cos = 1 / Math.sqrt(t * t + 1);
      const sin = t * cos;
      rotate(m, p, q, cos, sin, BLOCK, 1);
      rotate(m, p, q, cos, sin, 1, BLOCK);
      rotate(v, p, q, cos, sin, BLOCK, 1);
    }
  }
  return off;
}

function rotate(m: Float64Array, p: number, q: number, cos: number, sin: number, step: number, stride: number): void {
  for (let k = 0; k < BLOCK; k++) {
    const [x, y] = [m[k * step + p * stride]!, m[k * step + q * stride]!];
    m[k * step + p * stride] = cos * x - sin * y;
    m[k * step + q * stride] = sin * x + cos * y;
  }
}
