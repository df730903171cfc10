import { read } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { LANGS, type Lang } from '@tegerek/contracts';
import { addresseesOf, buildDocument, buildLetter, buildMinutes, buildPressRelease, tablesOf, type DocumentModel, type MinutesFacts, type ResolutionDocument } from '@tegerek/replica';
import { HOSTILE_WORDS, sampleDecided, sampleMinutes, sampleResolution } from '@tegerek/replica/testing';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { renderDocx } from './docx.js';
import { renderHtml } from './html.js';
import { renderMarkdown } from './markdown.js';
import { renderPdf } from './pdf/render-pdf.js';
import { renderCsv, renderXlsx } from './tables.js';
import { ooxmlFaults } from './testing/ooxml-faults.js';

/** What is a form and no text of a person. */
const FORM = new Set(['format', 'date', 'heldOn', 'language', 'languages', 'grade', 'base', 'electorate', 'ballot', 'how', 'outcome', 'field', 'id', 'hash', 'proposalId', 'voteId', 'panelId', 'groupId', 'agendaId', 'dialogueId', 'versionHash', 'ballotsHash', 'group', 'failed', 'ranking', 'selected', 'waiting', 'number']);

/** Every text of a person, wherever it stands, followed by these words. */
function stained<T>(value: T, words: string, key = ''): T {
  if (key !== 'outcome' && FORM.has(key) && typeof value === 'string') return value;
  if (typeof value === 'string') return `${value}${words}` as T;
  if (Array.isArray(value)) return (FORM.has(key) ? value : value.map((item: unknown) => stained(item, words))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, name === 'ranking' || name === 'frame' || !FORM.has(name) || typeof part === 'object' ? stained(part as unknown, words, name) : part])) as T;
}

/** A resolution that has a text in each of its places: amendments, translations and reservations too. */
function full(words: string): ResolutionDocument {
  const resolution = sampleResolution();
  const [first] = resolution.panels[0]?.recommendations ?? [];
  if (first) Object.assign(first, {
    translations: [{ language: 'ru', fields: { ...first.fields, title: 'Планы' }, isChecked: false }],
    amendments: [{ number: '1.1/1', field: 'deadline', before: '', text: '2028', outcome: 'fell', fellTo: '1.1/2', vote: null }],
  });
  return stained(resolution, words);
}

const documents = (resolution: ResolutionDocument, lang: Lang): DocumentModel[] => [
  buildDocument(resolution, 'e'.repeat(64), lang), buildPressRelease(resolution, 'e'.repeat(64), lang, [{ name: resolution.place, role: {}, phone: resolution.place, email: '' }]),
  ...addresseesOf(resolution).flatMap((addressee) => buildLetter(resolution, 'e'.repeat(64), lang, addressee) ?? []),
];

describe('bad texts in every place of a resolution, its press release and its letters', () => {
  it.each(HOSTILE_WORDS)('%s: DOCX, HTML, Markdown, CSV and XLSX are whole and run nothing', async (_, words) => {
    const resolution = full(words);
    const docx = await renderDocx(buildDocument(resolution, 'e'.repeat(64), 'ru'));
    expect(ooxmlFaults(unzipSync(docx))).toEqual([]);
    expect((await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value).toContain('Чүй');
    expect(documents(resolution, 'ru').length).toBeGreaterThan(2);
    for (const model of documents(resolution, 'ru')) {
      const html = renderHtml(model);
      expect(html).not.toMatch(/<script|javascript:alert\(1\)"|[\u0000\u202A-\u202E\u2066-\u2069\uFFFE]/u);
      expect(renderMarkdown(model)).not.toMatch(/^# x$|\]\(javascript|[\u0000\u202A-\u202E\u2066-\u2069\uFFFE]/mu);
      for (const text of [html, renderMarkdown(model)]) expect(text).not.toMatch(/\p{Surrogate}/u);
    }
    const tables = tablesOf(resolution, 'ru');
    for (const table of tables) expect(renderCsv(table)).not.toMatch(/(?:^|,|\r\n)"[=+\-@\t\r]/u);
    const workbook = read(await renderXlsx(tables, '2026-11-25'), { type: 'array', cellFormula: true });
    for (const sheet of Object.values(workbook.Sheets)) for (const cell of Object.values(sheet) as { f?: string }[]) expect(cell.f).toBeUndefined();
  });

  it.each(HOSTILE_WORDS)('%s: a PDF is whole and has the text around it', async (_, words) => {
    const { text } = await extractText(await getDocumentProxy((await renderPdf(buildDocument(full(words), 'e'.repeat(64), 'ru'))).slice()), { mergePages: true });
    expect(text).toContain('Чүй');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  });
});

describe('bad texts in every place of a panel’s minutes', () => {
  const minutes = (facts: MinutesFacts): DocumentModel => {
    const model = buildMinutes(facts, 'ru');
    if (!model) throw new Error('no minutes');
    return model;
  };
  /** DOCX, PDF, HTML, Markdown as texts, without the spaces at which lines break. */
  async function textsOf(model: DocumentModel): Promise<string[]> {
    const docx = await renderDocx(model);
    expect(ooxmlFaults(unzipSync(docx))).toEqual([]);
    const pdf = await extractText(await getDocumentProxy((await renderPdf(model)).slice()), { mergePages: true });
    return [(await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value, pdf.text, renderHtml(model), renderMarkdown(model)];
  }

  it.each(HOSTILE_WORDS)('%s: every format is whole and runs nothing', async (_, words) => {
    const nameless = renderHtml(minutes({ ...sampleMinutes(words), isNameless: true }));
    const texts = [...(await textsOf(minutes(sampleMinutes(words)))), nameless];
    for (const text of texts) {
      expect(['Записано', 'ошибка', 'марте', 'ОГО'].filter((own) => !text.includes(own))).toEqual([]);
      expect(/[\u0000\u202A-\u202E\u2066-\u2069\uFFFE]|\p{Surrogate}/u.exec(text)).toBeNull();
    }
    for (const text of texts.slice(2)) expect(/(?<!\\)<script/u.exec(text)).toBeNull();
    expect(texts.map((text) => text.includes('Айжан'))).toEqual([true, true, true, true, false]);
    expect(/^# x$|\]\(javascript/mu.exec(texts[3] ?? '')).toBeNull();
  });

  it('a text of 20,000 letters, without a space and with them, stands whole in every format', async () => {
    const facts = sampleMinutes();
    const panel = { ...facts.panel, minutes: [{ entryId: 'm1', at: 30, text: `${'ң'.repeat(10_000)} ${'сөз '.repeat(2_500)}`, rev: 0 }] };
    for (const text of await textsOf(minutes({ ...facts, panel }))) expect([text.match(/ң/gu)?.length, text.match(/сөз/gu)?.length]).toEqual([10_000, 2_500]);
  });
});

describe('translations in documents', () => {
  const proposal = (isChecked: boolean) => sampleDecided({ fields: { ...sampleDecided().fields, title: '', text: 'Түпнуска текст.' }, translations: [{ language: 'ru', fields: { ...sampleDecided().fields, title: '', text: 'Текст перевода.', responsible: 'Минэкономики' }, isChecked }] });
  const of = (isChecked: boolean): DocumentModel => {
    const resolution = sampleResolution();
    Object.assign(resolution.panels[0] ?? {}, { recommendations: [proposal(isChecked)] });
    return buildDocument(resolution, 'e'.repeat(64), 'ru');
  };
  const formats: readonly [string, (model: DocumentModel) => Promise<string>][] = [
    ['DOCX', async (model) => (await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(model)) })).value],
    ['PDF', async (model) => (await extractText(await getDocumentProxy((await renderPdf(model)).slice()), { mergePages: true })).text],
    ['HTML', async (model) => renderHtml(model)], ['Markdown', async (model) => renderMarkdown(model)],
  ];

  it.each(formats)('%s: one that was compared stands first, one that nobody compared stands below the text that was voted on, each said to be one', async (_, render) => {
    const places = async (isChecked: boolean): Promise<number[]> => {
      const text = (await render(of(isChecked))).replace(/\s+/gu, ' ');
      return [text.indexOf('Текст перевода'), text.indexOf('Түпнуска текст'), text.indexOf(isChecked ? 'Перевод. Подлинный' : 'никем не сверенный'), text.indexOf(isChecked ? 'Минэкономики' : 'Экономика министрлиги')];
    };
    const [checked, draft] = [await places(true), await places(false)];
    for (const place of [...checked, ...draft]) expect(place).toBeGreaterThan(0);
    expect((checked[0] ?? 0) < (checked[1] ?? 0)).toBe(true);
    expect((draft[0] ?? 0) > (draft[1] ?? 0)).toBe(true);
  });

  it('are no part of a document in another language', () => {
    for (const lang of LANGS.filter((each) => each !== 'ru')) expect(renderHtml(buildDocument({ ...sampleResolution(), panels: [{ ...sampleResolution().panels[0]!, recommendations: [proposal(true)] }] }, 'e'.repeat(64), lang))).not.toContain('Текст перевода');
  });
});
