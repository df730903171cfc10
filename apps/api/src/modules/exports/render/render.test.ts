import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGS, type Lang } from '@tegerek/contracts';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { buildDocument, documentLines, printedLines, type ResolutionDocument } from '@tegerek/replica';
import { sampleDecided, sampleResolution } from '@tegerek/replica/testing';
import { extractText, getDocumentProxy } from 'unpdf';
import { renderDocx } from './docx.js';
import { renderHtml } from './html.js';
import { renderMarkdown } from './markdown.js';
import { renderPdf } from './pdf/render-pdf.js';
import { ooxmlFaults } from './testing/ooxml-faults.js';
import { renderHashes } from './testing/render-hashes.js';

/** The sample with a text of 20 000 letters, one without a place to break, and letters that no shipped face has. */
function awkward(): ResolutionDocument {
  const resolution = sampleResolution();
  const long = sampleDecided({ number: '1.7', fields: { ...sampleDecided().fields, title: '=1+1 & <w:p> ]]>', text: `${'Узун текст өңү үчүн. '.repeat(990)}${'ң'.repeat(200)} 漢字 عربي 👨‍👩‍👧 \u{202E}кери` } });
  resolution.panels[0]?.recommendations.push(long);
  return resolution;
}

const model = (lang: Lang, resolution = sampleResolution()) => buildDocument(resolution, 'e'.repeat(64), lang);
const docx = (lang: Lang) => renderDocx(model(lang));
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const letters = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

describe('DOCX', () => {
  it.each(LANGS)('in %s reads back whole with another library', async (lang) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx(lang)) });
    const read = value.split(/\n+/u).map((line) => plain(line.replace(/\[\d+\]|↑/gu, ''))).filter((line) => line !== '');
    const body = documentLines(model(lang)).map(plain).filter((line) => line !== '');
    expect(read.slice(0, body.length)).toEqual(body);
    expect(read.join('\n')).toMatch(/ң.*ө.*ү|ү.*ө.*ң/su);
  });

  it('has real styles, numbering and footnotes', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await docx('ky')) });
    expect(value).toContain('<h1>№ 2 резолюция</h1>');
    expect(value).toContain('<table>');
    expect(value).toMatch(/<li id="footnote-2">/u);
    const styles = strFromU8(partsOf(await docx('ky'))['word/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('ky-KG');
    expect(styles).toContain('Source Serif 4');
  });

  it.each(LANGS)('in %s keeps our list of rules, with the awkward texts too', async (lang) => {
    expect(ooxmlFaults(partsOf(await renderDocx(model(lang, awkward()))))).toEqual([]);
  });

  it('the rules find what they are for', async () => {
    const parts = partsOf(await docx('ru'));
    const changed = (name: string, edit: (xml: string) => string): string[] => ooxmlFaults({ ...parts, [name]: strToU8(edit(strFromU8(parts[name] ?? new Uint8Array()))) }).map((fault) => fault.slice(0, 2));
    expect(ooxmlFaults({ ...parts, 'word/macro.bin': new Uint8Array() })).toEqual(['O1 word/macro.bin']);
    expect(changed('word/_rels/document.xml.rels', (xml) => xml.replace('"styles.xml"', '"gone.xml"'))).toEqual(['O2']);
    expect(changed('word/_rels/document.xml.rels', (xml) => xml.replace('Id="rId2"', 'Id="rId1"'))).toEqual(['O3']);
    expect(changed('word/document.xml', (xml) => xml.replace('<w:footnoteReference w:id="1"', '<w:footnoteReference w:id="77"'))).toEqual(['O4']);
    expect(changed('word/document.xml', (xml) => xml.replace('w:val="Item"', 'w:val="Nothing"'))).toEqual(['O4']);
    expect(changed('word/document.xml', (xml) => xml.replace('</w:t>', '\u{1}</w:t>'))).toEqual(['O5']);
    expect(changed('word/document.xml', (xml) => xml.replace('</w:body>', '<w:altChunk/></w:body>'))).toEqual(['O6']);
    expect(ooxmlFaults({ ...parts, 'word/fonts/font1.odttf': new Uint8Array(40) })).toEqual(['O7 fonts/font1.odttf']);
    expect(changed('word/document.xml', (xml) => xml.replace(/<w:tc>.*?<\/w:tc>/su, ''))).toEqual(['O8']);
  });

  it('opens in LibreOffice where there is one', async () => {
    if (spawnSync('soffice', ['--version']).status !== 0) {
      process.stderr.write('LibreOffice: not checked\n');
      expect((await docx('ru')).length).toBeGreaterThan(0);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'tegerek-docx-'));
    writeFileSync(join(folder, 'r.docx'), await docx('ky'));
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'r.docx')], { stdio: 'ignore' });
    expect(readFileSync(join(folder, 'r.txt'), 'utf8')).toContain('Коңшу айылдар да катышсын.');
    rmSync(folder, { recursive: true });
  }, 60_000);
});

describe('PDF', () => {
  const open = async (bytes: Uint8Array) => getDocumentProxy(bytes.slice());

  it.each(LANGS)('in %s reads back whole with another library', async (lang) => {
    const { text } = await extractText(await open(await renderPdf(model(lang))), { mergePages: true });
    // page numbers stand between the pages' texts
    const read = letters(text.replace(/\d+ \/ \d+/gu, ''));
    let at = 0;
    for (const line of printedLines(model(lang)).filter((each) => !each.includes('\u{FFFD}'))) {
      const found = read.indexOf(letters(line), at);
      expect([line, found >= 0]).toEqual([line, true]);
      at = found + letters(line).length;
    }
  });

  it('states language, title and date, has bookmarks and a tagged structure', async () => {
    const pdf = await open(await renderPdf(model('ky')));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'ky-KG', Title: '«Уюмдардын салымы» диалогунун резолюциясы', CreationDate: 'D:20261125000000Z' });
    const outline = await pdf.getOutline();
    expect(outline[0]?.title).toBe('№ 2 резолюция');
    expect(outline[0]?.items.map(({ title }) => title)).toContain('Катышуучулар сунуштайт');
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'Note']) expect(tree).toContain(`"role":"${role}"`);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('breaks long texts over pages and keeps what no face can show readable by its letters', async () => {
    const progress: number[] = [];
    const bytes = await renderPdf(model('ru', awkward()), (done, of) => progress.push(done / of));
    expect(progress.length).toBeGreaterThan(0);
    const pdf = await open(bytes);
    expect(pdf.numPages).toBeGreaterThan(8);
    const { text } = await extractText(pdf, { mergePages: true });
    expect(letters(text)).toContain(letters('Узун текст өңү үчүн. '.repeat(20)));
    expect(letters(text)).toContain('ң'.repeat(40));
    expect(text).not.toContain('\u{202E}');
  });

  it('stops when it is told to', async () => {
    await expect(renderPdf(model('ru', awkward()), undefined, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});

describe('of a rehearsal', () => {
  const rehearsed = model('ky', { ...awkward(), rehearsal: true });

  it('the PDF says so on each page, the DOCX at the foot of all, HTML and Markdown before everything', async () => {
    const pdf = await getDocumentProxy((await renderPdf(rehearsed)).slice());
    const { text, totalPages } = await extractText(pdf, { mergePages: false });
    expect(totalPages).toBeGreaterThan(8);
    for (const page of text) expect(page).toContain('РЕПЕТИЦИЯ (СЫНОО)');
    const parts = partsOf(await renderDocx(rehearsed));
    expect(ooxmlFaults(parts)).toEqual([]);
    expect(strFromU8(parts['word/footer1.xml'] ?? new Uint8Array())).toContain('РЕПЕТИЦИЯ (СЫНОО) ');
    expect(renderHtml(rehearsed)).toMatch(/<main>\n<p class="mark"><strong>Репетиция \(сыноо\)\./u);
    expect(renderMarkdown(rehearsed)).toMatch(/^\*\*Репетиция \\\(сыноо\\\)\./u);
  });
});

describe('the same input', () => {
  it('has the same bytes in another process, an hour later and in another time zone', async () => {
    const here = await renderHashes();
    const script = `process.stdout.write(await (await import(${JSON.stringify(new URL('./testing/render-hashes.js', import.meta.url).href)})).renderHashes())`;
    const later = new URL('./testing/later.js', import.meta.url).href;
    for (const TZ of ['Pacific/Apia', 'America/St_Johns']) {
      expect(execFileSync(process.execPath, ['--import', later, '--input-type=module', '-e', script], { env: { TZ }, encoding: 'utf8' })).toBe(here);
    }
  }, 60_000);
});

describe('HTML', () => {
  it('escapes every text and asks for nothing from anywhere', () => {
    const page = renderHtml(model('ru'));
    expect(page).toContain('&#60;срок&#62;');
    expect(page).not.toMatch(/<script|src=|href="(?!#)/u);
    expect(page).toContain('lang="ru"');
    expect(page).toContain('<b class="label">1.1</b>');
  });
});

describe('Markdown', () => {
  it('reads nothing of a text as markup', () => {
    const text = renderMarkdown(model('ru'));
    expect(text).toContain('Ставить «цель» \\& \\<срок\\> \\| без \\*звёздочек\\*');
    expect(text).toContain('# Резолюция № 2');
    expect(text).toContain('[^1]: Опрос сельских библиотек');
    expect(text).toMatch(/\| 1\\\.1 \| Всего: большинство \| 6 \| 6 \| 4 \| 2 \| 0 \|/u);
  });
});
