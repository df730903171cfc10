/** Widths of the columns: what each needs, narrower in proportion where the page is too small for all. */
export function columnWidths(natural: readonly number[], least: readonly number[], room: number): number[] {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  if (sum(natural) <= room) return natural.map((width) => width + ((room - sum(natural)) * width) / Math.max(1, sum(natural)));
  if (sum(least) >= room) return least.map((width) => (width * room) / sum(least));
  const spare = (room - sum(least)) / Math.max(1, sum(natural) - sum(least));
  return least.map((width, i) => width + ((natural[i] ?? width) - width) * spare);
}
