/** Most seat numbers that one act may name. */
const MOST = 200;

/** Seat numbers as a person writes them: `3, 7, 12-15`. `null`: not to be read so, or too many. */
export function seatNumbers(text: string): number[] | null {
  const numbers = new Set<number>();
  for (const part of text.split(/[\s,;]+/u).filter((each) => each !== '')) {
    const [, first = '', last = first] = /^(\d{1,5})(?:[-–—](\d{1,5}))?$/u.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || from < 1 || to < from || to - from >= MOST) return null;
    for (let n = from; n <= to; n++) numbers.add(n);
  }
  return numbers.size === 0 || numbers.size > MOST ? null : [...numbers].sort((a, b) => a - b);
}
