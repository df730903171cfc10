import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { LANGS } from '@tegerek/contracts';
import { tablesOf, type DataTable } from '@tegerek/replica';
import { sampleDecided, sampleResolution } from '@tegerek/replica/testing';
import { strFromU8, unzipSync } from 'fflate';
import { disarmed, renderCsv, renderXlsx } from './tables.js';

const HOSTILE = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '＋1'];
/** A workbook's own escape, what XML cannot write, letters that turn the line round or are not seen, more than a cell of old had. */
const AWKWARD = ['_x003D_1+1', 'a_x0041_x0042_', 'звонок\u{7}\u{FFFE}', '\u{202E}кери\u{2066}', 'н\u{200B}ө\u{FEFF}л', `${'ң'.repeat(19_990)} <&>]]>`];

/** A table whose texts a spreadsheet would run. */
const hostile = (): DataTable => {
  const resolution = sampleResolution();
  for (const [i, title] of [...HOSTILE, ...AWKWARD].entries()) resolution.panels[0]?.recommendations.push(sampleDecided({ number: `1.${i + 5}`, fields: { ...sampleDecided().fields, title } }));
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

  it.each(LANGS)('XLSX in %s reads back whole with another library: the same cells, texts as texts, figures as figures, no formula, no link', async (lang) => {
    const tables = [...tablesOf(sampleResolution(), lang), { ...hostile(), title: '=hostile' }];
    const workbook = read(await renderXlsx(tables, '2026-11-25'), { type: 'array', cellFormula: true });
    expect(workbook.SheetNames).toHaveLength(tables.length);
    for (const [i, { head, rows }] of tables.entries()) {
      const sheet = workbook.Sheets[workbook.SheetNames[i] ?? ''] ?? {};
      const expected = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? disarmed(cell).replaceAll('\u{FFFD}', '\u{25A1}') : cell)));
      expect(utils.sheet_to_json(sheet, { header: 1, defval: '', raw: true })).toEqual(expected);
      for (const [address, cell] of Object.entries(sheet).filter(([name]) => !name.startsWith('!')) as [string, { t: string; f?: string; l?: unknown }][]) expect([address, cell.t, cell.f, cell.l]).toEqual([address, expect.stringMatching(/^[sn]$/u), undefined, undefined]);
    }
  });

  it('XLSX is dated by the resolution alone', async () => {
    const files = unzipSync(await renderXlsx(tablesOf(sampleResolution(), 'ru'), '2026-11-25'));
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(/20(?!26-11-25)\d\d-\d\d-\d\dT/u);
  });
});
