/** Invented votes: `groups` camps of equal size, each person answers about `density` of the statements; fixed seed. */
export function syntheticVotes(people, statements, density, groups = 3, seed = 11) {
  const random = mulberry32(seed);
  const leaning = Float64Array.from({ length: groups * statements }, () => {
    const x = random();
    return x < 0.3 ? 0.15 : x < 0.55 ? 0.85 : 0.5;
  });
  const offset = new Uint32Array(people + 1);
  const column = new Uint16Array(people * statements);
  const value = new Int8Array(people * statements);
  const truth = new Uint8Array(people);
  let size = 0;
  for (let i = 0; i < people; i++) {
    truth[i] = Math.floor(random() * groups);
    for (let c = 0; c < statements; c++) {
      if (random() >= density) continue;
      column[size] = c;
      value[size++] = random() < 0.12 ? 0 : random() < leaning[truth[i] * statements + c] ? 1 : -1;
    }
    offset[i + 1] = size;
  }
  const ids = (n) => Array.from({ length: n }, (_, i) => String(i));
  return { votes: { participants: ids(people), statements: ids(statements), offset, column: column.slice(0, size), value: value.slice(0, size) }, truth };
}

function mulberry32(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
