/** The transitive closure of a growing acyclic graph, as rows of bits. */
export class Reach {
  private readonly words: number;
  private readonly bits: Int32Array;

  constructor(readonly size: number, bits?: Int32Array) {
    this.words = (size + 31) >> 5;
    this.bits = bits ?? new Int32Array(size * this.words);
  }
  has(from: number, to: number): boolean {
    return (this.bits[from * this.words + (to >> 5)]! & (1 << (to & 31))) !== 0;
  }
  /** Adds an edge that closes no cycle. */
  add(from: number, to: number): void {
    if (this.has(from, to)) return;
    const { words, bits, size } = this;
    for (let x = 0; x < size; x++) {
      if (x !== from && !this.has(x, from)) continue;
      bits[x * words + (to >> 5)]! |= 1 << (to & 31);
      for (let k = 0; k < words; k++) bits[x * words + k]! |= bits[to * words + k]!;
    }
  }
  copy(): Reach {
    return new Reach(this.size, this.bits.slice());
  }
  key(): string {
    return this.bits.join();
  }
  /** Vertices that nobody leads to. */
  sources(): number[] {
    const out: number[] = [];
    for (let v = 0; v < this.size; v++) {
      let free = true;
      for (let u = 0; u < this.size && free; u++) free = !this.has(u, v);
      if (free) out.push(v);
    }
    return out;
  }
}
