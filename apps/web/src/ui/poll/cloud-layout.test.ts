import { describe, expect, it } from '@jest/globals';
import { layoutCloud } from './cloud-layout.js';

const BOX = { width: 100, height: 40, least: 2, most: 9 };
const words = (n: number) => Array.from({ length: n }, (_, i) => ({ text: `слово ${i} ${'а'.repeat(i % 9)}`, n: Math.max(1, 30 - i) }));

describe('the picture of a word cloud', () => {
  it.each([1, 7, 40, 200])('fits its box with %s words, none below the readable size', (n) => {
    const { rows, left } = layoutCloud(words(n), BOX);
    const placed = rows.flat();
    expect(placed.length + left).toBe(n);
    expect(placed.length).toBeGreaterThan(0);
    for (const { size } of placed) expect(size).toBeGreaterThanOrEqual(BOX.least);
    expect(rows.reduce((sum, row) => sum + Math.max(...row.map(({ size }) => size)) * 1.18, 0)).toBeLessThanOrEqual(BOX.height);
    for (const row of rows) expect(row.reduce((sum, { text, size }) => sum + [...text].length * size * 0.62, 0)).toBeLessThanOrEqual(BOX.width);
  });

  it('is the same for the same words, and the most frequent is the largest', () => {
    expect(layoutCloud(words(30), BOX)).toEqual(layoutCloud(words(30), BOX));
    const placed = layoutCloud(words(30), BOX).rows.flat();
    expect(Math.max(...placed.map(({ size }) => size))).toBe(placed.find(({ n }) => n === 30)?.size);
  });

  it('a word longer than the box is made smaller, and is left out only when it is too long at the least size', () => {
    expect(layoutCloud([{ text: 'а'.repeat(30), n: 3 }], BOX)).toMatchObject({ left: 0 });
    expect(layoutCloud([{ text: 'а'.repeat(200), n: 3 }], BOX)).toEqual({ rows: [], left: 1 });
    expect(layoutCloud([], BOX)).toEqual({ rows: [], left: 0 });
  });
});
