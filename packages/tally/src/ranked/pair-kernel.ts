/**
 * Counts one block of ballots in columns of ranks, a byte for each ballot: the caller writes entries, `spread` makes
 * columns of them, `above` compares two. The memory is fixed and reused: a count never yields.
 */
export interface PairKernel {
  /** The columns: column c begins at c × stride. The caller may fill them before `spread`. */
  readonly columns: Uint8Array;
  /** Options in the order of the ballots, ballot after ballot; `SHARES` is added where one shares the place before it. */
  readonly entries: Uint16Array;
  /** Where in `entries` each ballot ends. */
  readonly ends: Uint32Array;
  /** the highest byte it compares rightly: the rank of unranked options, and the most options there may be */
  readonly unranked: number;
  /** Writes the rank of every entry of the first `rows` ballots into the columns; other bytes stay. */
  spread(rows: number, stride: number): void;
  /** Rows i < length with columns[a + i] < columns[b + i]. `length` is a multiple of 16, from 16 to `MAX_ROWS`. */
  above(a: number, b: number, length: number): number;
}

/** Rows of a block: whole vectors, no byte lane overflows (255 of them would still fit), and fifty columns stay in the cache. */
export const MAX_ROWS = 127 * 16;
export const SHARES = 0x8000;

/** Options that byte ranks can tell apart. */
const MAX_COLUMNS = 255;
/** Byte addresses of the three arrays, which begin the memory in this order. */
const ENTRIES = MAX_COLUMNS * MAX_ROWS;
const ENDS = ENTRIES + MAX_COLUMNS * MAX_ROWS * 2;
const PAGES = Math.ceil((ENDS + MAX_ROWS * 4) / 65_536);

const arraysIn = (buffer: ArrayBuffer): Pick<PairKernel, 'columns' | 'entries' | 'ends'> => ({
  columns: new Uint8Array(buffer, 0, ENTRIES),
  entries: new Uint16Array(buffer, ENTRIES, MAX_COLUMNS * MAX_ROWS),
  ends: new Uint32Array(buffer, ENDS, MAX_ROWS),
});

const [I32, V128] = [0x7f, 0x7b];
const [ADD, MULTIPLY, AND, SHIFT_RIGHT, BELOW] = [0x6a, 0x6c, 0x71, 0x76, 0x49];
const [LOOP, IF, END_BLOCK] = [[0x03, 0x40], [0x04, 0x40], 0x0b];
const repeatIf = [0x0d, 0];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const leb = (n: number): number[] => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, ...leb(n >>> 7)]);
/** Constants are signed: a set sixth bit needs one more byte. */
const signed = (n: number): number[] => (n < 0x40 ? [n] : [(n & 0x7f) | 0x80, ...signed(n >>> 7)]);
const i32 = (n: number): number[] => [0x41, ...signed(n)];
const simd = (opcode: number): number[] => [0xfd, ...leb(opcode)];
/** Reads or writes at the address on the stack plus `offset`; the first zero promises no alignment. */
const at = (opcode: readonly number[], offset = 0): number[] => [...opcode, 0, ...leb(offset)];
const addTo = (local: number, constant: number): number[] => [...get(local), ...i32(constant), ADD, ...set(local)];
const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const name = (text: string): number[] => sized([...text].map((c) => c.charCodeAt(0)));

/**
 * (a, b, length) -> rows. A comparison of sixteen bytes gives -1 in every lane where a < b, which is subtracted from the
 * lane's count; at the end the sixteen counts are added in pairs, bytes to 16 and 32 bits, and the four lanes to one number.
 */
function aboveBody(): number[] {
  const [A, B, END, ACC] = [0, 1, 2, 3]; // END comes in as the length
  const load = (address: number): number[] => [...get(address), ...at(simd(0x00))];
  const lane = (k: number): number[] => [...get(ACC), ...simd(0x1b), k];
  return [
    1, 1, V128, // one more local: the sixteen counts, 0 at the start
    ...get(A), ...get(END), ADD, ...set(END), // end = a + length
    ...LOOP,
    ...get(ACC), ...load(A), ...load(B), ...simd(0x26), ...simd(0x71), ...set(ACC), // acc = i8x16.sub(acc, i8x16.lt_u(a[], b[]))
    ...addTo(A, 16), ...addTo(B, 16),
    ...get(A), ...get(END), BELOW, ...repeatIf,
    END_BLOCK,
    ...get(ACC), ...simd(0x7d), ...simd(0x7f), ...set(ACC), // i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(acc))
    ...lane(0), ...lane(1), ADD, ...lane(2), ADD, ...lane(3), ADD,
    END_BLOCK,
  ];
}

/**
 * (rows, stride). For each ballot: rank = -1; for each of its entries: rank += 1 unless it shares the place before it,
 * columns[option × stride + row] = rank.
 */
function spreadBody(): number[] {
  const [ROWS, STRIDE, ROW, X, END, RANK, ENTRY] = [0, 1, 2, 3, 4, 5, 6]; // X and END count bytes
  const unlessAtEnd = [...get(X), ...get(END), BELOW];
  return [
    1, 5, I32, // five more locals, 0 at the start
    ...LOOP,
    ...get(ROW), ...i32(2), 0x74, ...at([0x28], ENDS), ...i32(1), 0x74, ...set(END), // end = ends[row] × 2
    ...i32(0), ...i32(1), 0x6b, ...set(RANK), // rank = 0 - 1
    ...unlessAtEnd, ...IF, ...LOOP,
    ...get(X), ...at([0x2f], ENTRIES), ...set(ENTRY),
    ...get(RANK), ...i32(1), ADD, ...get(ENTRY), ...i32(15), SHIFT_RIGHT, 0x6b, ...set(RANK), // rank = rank + 1 - (entry >> 15)
    ...get(ENTRY), ...i32(SHARES - 1), AND, ...get(STRIDE), MULTIPLY, ...get(ROW), ADD, ...get(RANK), ...at([0x3a]),
    ...addTo(X, 2),
    ...unlessAtEnd, ...repeatIf,
    END_BLOCK, END_BLOCK,
    ...addTo(ROW, 1),
    ...get(ROW), ...get(ROWS), BELOW, ...repeatIf,
    END_BLOCK,
    END_BLOCK,
  ];
}

/** A WebAssembly module with one memory ("m") and two functions: "above" and "spread". */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // "\0asm", version 1
    ...section(1, [2, 0x60, 3, I32, I32, I32, 1, I32, 0x60, 2, I32, I32, 0]), // types: (i32, i32, i32) -> i32 and (i32, i32)
    ...section(3, [2, 0, 1]), // functions: one of each type
    ...section(5, [1, 1, ...leb(PAGES), ...leb(PAGES)]), // memories: one, with a maximum
    ...section(7, [3, ...name('m'), 2, 0, ...name('above'), 0, 0, ...name('spread'), 0, 1]), // exports
    ...section(10, [2, ...sized(aboveBody()), ...sized(spreadBody())]), // code
  ]);
}

/** What this file needs of the global: the package is compiled without the types of a browser. */
export interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/**
 * The kernel in WebAssembly SIMD, or null where there is none: no WebAssembly, no SIMD, or a Content-Security-Policy
 * that forbids compiling. The memory is of a fixed size (1.5 MiB).
 */
export function makeSimdKernel(wasm: WebAssemblyLike | undefined = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly): PairKernel | null {
  if (wasm === undefined) return null;
  try {
    const { m, above, spread } = new wasm.Instance(new wasm.Module(kernelBytes())).exports as { m: { buffer: ArrayBuffer } } & Pick<PairKernel, 'above' | 'spread'>;
    return { ...arraysIn(m.buffer), unranked: MAX_COLUMNS, above, spread };
  } catch {
    return null;
  }
}

/**
 * The same in JavaScript. `above` takes four rows in a 32-bit word: with the top bit of every byte set, (a | H) - b leaves
 * that bit standing exactly where a >= b. No branch, no borrow between bytes; bytes must be below 128.
 */
export function makeWordKernel(): PairKernel {
  const words = new Int32Array((ENDS >> 2) + MAX_ROWS);
  const arrays = arraysIn(words.buffer);
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
  const spread = (rows: number, stride: number): void => {
    const { columns, entries, ends } = arrays;
    for (let row = 0, x = 0; row < rows; row++) {
      const end = ends[row]!;
      for (let rank = -1; x < end; x++) {
        const entry = entries[x]!;
        rank += 1 - (entry >> 15);
        columns[(entry & (SHARES - 1)) * stride + row] = rank;
      }
    }
  };
  return { ...arrays, unranked: 127, above, spread };
}
