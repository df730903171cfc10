// Seeded synthetic electorates: candidates and voters on a plane, every voter ranks by distance with some noise.

/** A seeded generator of doubles in [0, 1) (mulberry32). */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** n complete strict rankings of `size` candidates, as arrays of indexes, best first. */
export function electorate(n, size, seed) {
  const next = random(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const at = Array.from({ length: size }, () => [gauss(), gauss()]);
  const order = Array.from({ length: size }, (_, i) => i);
  const distance = new Float64Array(size);
  return Array.from({ length: n }, () => {
    const [x, y] = [gauss(), gauss()];
    at.forEach(([u, v], c) => { distance[c] = (u - x) ** 2 + (v - y) ** 2 + 0.6 * next(); });
    return [...order].sort((a, b) => distance[a] - distance[b]);
  });
}
