// Small statistics shared by the benchmarks.

/** q-quantile (0…1) of numbers, linear between neighbours; NaN when there are none. */
export function quantile(values, q) {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * q;
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

export const median = (values) => quantile(values, 0.5);

const start = process.hrtime();
const offset = start[0] * 1e3 + start[1] / 1e6 - performance.now();
/** Monotonic clock in ms that all processes of one machine share. */
export const monoMs = () => performance.now() + offset;

/** CPU seconds, user and system, that this process has used so far. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Runs `one(i)` for 0 … n-1, at most `atOnce` of them at a time. */
export async function pooled(n, atOnce, one) {
  let next = 0;
  const worker = async () => { while (next < n) await one(next++); };
  await Promise.all(Array.from({ length: Math.min(atOnce, n) }, worker));
}

const cell = (value) => (typeof value !== 'number' ? String(value ?? '') : Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2));

/** Rows of objects as an aligned text table. */
export function table(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const texts = rows.map((row) => columns.map((column) => cell(row[column])));
  const widths = columns.map((column, i) => Math.max(column.length, ...texts.map((text) => text[i].length)));
  const line = (cells) => cells.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ');
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...texts.map(line)].join('\n');
}
