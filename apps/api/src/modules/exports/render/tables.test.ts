import { describe, expect, it } from '@jest/globals';
import { LANGS } from '@tegerek/contracts';
import { tablesOf, type DataTable } from '@tegerek/replica';
import { sampleDecided, sampleResolution } from '@tegerek/replica/testing';
import { strFromU8, unzipSync } from 'fflate';
import { disarmed, renderCsv, renderXlsx } from './tables.js';

const HOSTILE = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '＋1'];

/** A table whose texts a spreadsheet would run. */
const hostile = (): DataTable => {
  const resolution = sampleResolution();
  for (const [i, title] of HOSTILE.entries()) resolution.panels[0]?.recommendations.push(sampleDecided({ number: `1.${i + 5}`, fields: { ...sampleDecided().fields, title } }));
  const [table] = tablesOf(resolution, 'ru');
  if (!table) throw new Error('no table');
  return table;
};

describe('tables', () => {
  it.each(HOSTILE)('%j is a text', (text) => {
    expect(disarmed(text)).toBe(`'${text}`);
  });

  it('what is no formula stays as it is', () => {
    for (const text of ['а = б', '1.1', '«цель»', '', '3-5 лет']) expect(disarmed(text)).toBe(text);
  });

  it('CSV begins with its mark, quotes every text and runs nothing', () => {
    const csv = renderCsv(hostile());
    expect(csv.startsWith('\u{FEFF}"№","Панель"')).toBe(true);
    expect(csv).toContain(`"'=cmd|calc"`);
    expect(csv).not.toMatch(/(?:^|,|\r\n)"[=+\-@\t\r]/u);
  });

  it.each(LANGS)('XLSX in %s holds the same cells, no formula, and has the same bytes each time', async (lang) => {
    const tables = [...tablesOf(sampleResolution(), lang), hostile()].slice(1);
    const bytes = await renderXlsx(tables, '2026-11-25');
    const files = unzipSync(bytes);
    const all = Object.entries(files).map(([, part]) => strFromU8(part)).join('\n');
    expect(all).not.toMatch(/<f[ >]/u);
    expect(all).toContain('&apos;=cmd|calc'.replace('&apos;', "'"));
    expect(Object.keys(files).filter((name) => /worksheets\/sheet\d+\.xml$/u.test(name))).toHaveLength(3);
    expect(await renderXlsx(tables, '2026-11-25')).toHaveLength(bytes.length);
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(/20(?!26-11-25)\d\d-\d\d-\d\dT/u);
  });
});
