/** Adds up how many rows of one byte column stand strictly below the same row of another; see `makeSimdKernel`. */
export interface PairKernel {
  /** room for the columns: written by the caller, read by `above` */
  readonly memory: Uint8Array;
  /** the highest byte it compares rightly: the rank of unranked options, and the most options there may be */
  readonly unranked: number;
  /** Rows i < length with memory[a + i] < memory[b + i]. `length` is a multiple of 16, from 16 to `MAX_ROWS`. */
  above(a: number, b: number, length: number): number;
}

/** A byte lane counts one row of sixteen, so a run of 255 vectors cannot overflow. */
export const MAX_ROWS = 255 * 16;

const PAGE = 65_536;
/** Room for 255 columns of `MAX_ROWS` bytes, the most that byte ranks can tell apart. */
const PAGES = Math.ceil((255 * MAX_ROWS) / PAGE);

const [I32, V128] = [0x7f, 0x7b];
/** Locals of the function; END comes in as the length. */
const [A, B, END, ACC] = [0, 1, 2, 3];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
/** SIMD opcodes follow the prefix 0xfd, as LEB128. */
const simd = (opcode: number): number[] => (opcode < 0x80 ? [0xfd, opcode] : [0xfd, (opcode & 0x7f) | 0x80, opcode >> 7]);
const load = (address: number): number[] => [...get(address), ...simd(0x00), 0, 0];
const addTo = (local: number, constant: number): number[] => [...get(local), 0x41, constant, 0x6a, ...set(local)];
const lane = (k: number): number[] => [...get(ACC), ...simd(0x1b), k];
/** Length-prefixed; every part here is shorter than 128 bytes, so one byte holds the length. */
const sized = (bytes: readonly number[]): number[] => [bytes.length, ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const name = (text: string): number[] => sized([...text].map((c) => c.charCodeAt(0)));

/**
 * The kernel's code: a comparison of sixteen bytes gives -1 in every lane where a < b, which is subtracted from the
 * lane's count; at the end the sixteen counts are added in pairs, bytes to 16 and 32 bits, and the four lanes to one number.
 */
function body(): number[] {
  return [
    1, 1, V128, // one more local: the sixteen counts, 0 at the start
    ...get(A), ...get(END), 0x6a, ...set(END), // end = a + length
    0x03, 0x40, // loop
    ...get(ACC), ...load(A), ...load(B), ...simd(0x26), ...simd(0x71), ...set(ACC), // acc = i8x16.sub(acc, i8x16.lt_u(a[], b[]))
    ...addTo(A, 16), ...addTo(B, 16),
    ...get(A), ...get(END), 0x49, 0x0d, 0, // br_if (a < end) loop
    0x0b,
    ...get(ACC), ...simd(0x7d), ...simd(0x7f), ...set(ACC), // i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(acc))
    ...lane(0), ...lane(1), 0x6a, ...lane(2), 0x6a, ...lane(3), 0x6a,
    0x0b,
  ];
}

/** A WebAssembly module with one memory ("m") and one function ("f"): (a, b, length) -> rows. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // "\0asm", version 1
    ...section(1, [1, 0x60, 3, I32, I32, I32, 1, I32]), // types: (i32, i32, i32) -> i32
    ...section(3, [1, 0]), // functions: one, of type 0
    ...section(5, [1, 1, PAGES, PAGES]), // memories: one, with a maximum
    ...section(7, [2, ...name('m'), 2, 0, ...name('f'), 0, 0]), // exports
    ...section(10, [1, ...sized(body())]), // code
  ]);
}

/** What this file needs of the global: the package is compiled without the types of a browser. */
export interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/**
 * The kernel in WebAssembly SIMD, or null where there is none: no WebAssembly, no SIMD, or a Content-Security-Policy
 * that forbids compiling. The memory is of a fixed size (1 MiB) and reused by every call: the caller counts in blocks.
 */
export function makeSimdKernel(wasm: WebAssemblyLike | undefined = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly): PairKernel | null {
  if (wasm === undefined) return null;
  try {
    const { m, f } = new wasm.Instance(new wasm.Module(kernelBytes())).exports as { m: { buffer: ArrayBuffer }; f: PairKernel['above'] };
    return { memory: new Uint8Array(m.buffer), unranked: 255, above: f };
  } catch {
    return null;
  }
}

/**
 * The same in JavaScript, four rows in a 32-bit word: with the top bit of every byte set, (a | H) - b leaves that bit
 * standing exactly where a >= b. No branch, no borrow between bytes; bytes must be below 128.
 */
export function makeWordKernel(): PairKernel {
  const words = new Int32Array((PAGES * PAGE) >> 2);
  const above = (a: number, b: number, length: number): number => {
    const [A, B, count] = [a >> 2, b >> 2, length >> 2];
    let atLeast = 0;
    for (let from = 0; from < count; from += 255) {
      const to = Math.min(count, from + 255);
      let acc = 0;
      for (let i = from; i < to; i++) acc += (((words[A + i]! | 0x80808080) - words[B + i]!) >>> 7) & 0x01010101;
      atLeast += (acc & 255) + ((acc >>> 8) & 255) + ((acc >>> 16) & 255) + (acc >>> 24);
    }
    return length - atLeast;
  };
  return { memory: new Uint8Array(words.buffer), unranked: 127, above };
}
