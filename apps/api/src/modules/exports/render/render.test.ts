import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGS, type Lang } from '@tegerek/contracts';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { buildDocument, documentLines } from '@tegerek/replica';
import { sampleResolution } from '@tegerek/replica/testing';
import { renderDocx } from './docx.js';
import { renderHtml } from './html.js';
import { renderMarkdown } from './markdown.js';

const model = (lang: Lang) => buildDocument(sampleResolution(), 'e'.repeat(64), lang);
const docx = (lang: Lang) => renderDocx(model(lang));


describe('DOCX', () => {
  it.each(LANGS)('in %s reads back whole with another library', async (lang) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx(lang)) });
    const read = value.split(/\n+/u).map((line) => line.replace(/\[\d+\]|↑/gu, '').trim()).filter((line) => line !== '');
    const body = documentLines(model(lang)).map((line) => line.trim());
    expect(read.slice(0, body.length)).toEqual(body);
    expect(read.join('\n')).toMatch(/ң.*ө.*ү|ү.*ө.*ң/su);
  });

  it('has real styles, numbering and footnotes', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await docx('ky')) });
    expect(value).toContain('<h1>№ 2 резолюция</h1>');
    expect(value).toMatch(/<ol><li>Күч бириктирүү<\/li><li>Ишеним<\/li><\/ol>/u);
    expect(value).toContain('<table>');
    expect(value).toMatch(/<li id="footnote-1">/u);
    const files = unzipSync(await docx('ky'));
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('ky-KG');
  });

  it('has the same bytes at another time and in another time zone', async () => {
    const here = createHash('sha256').update(await docx('ru')).digest('hex');
    expect(createHash('sha256').update(await docx('ru')).digest('hex')).toBe(here);
    const script = `
      const { renderDocx } = await import(${JSON.stringify(new URL('./docx.js', import.meta.url).href)});
      const { buildDocument } = await import(${JSON.stringify(import.meta.resolve('@tegerek/replica'))});
      const { sampleResolution } = await import(${JSON.stringify(import.meta.resolve('@tegerek/replica/testing'))});
      const bytes = await renderDocx(buildDocument(sampleResolution(), 'e'.repeat(64), 'ru'));
      process.stdout.write((await import('node:crypto')).createHash('sha256').update(bytes).digest('hex'));`;
    for (const TZ of ['Pacific/Apia', 'America/St_Johns']) {
      expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { TZ }, encoding: 'utf8' })).toBe(here);
    }
  });

  it('opens in LibreOffice where there is one', async () => {
    if (spawnSync('soffice', ['--version']).status !== 0) {
      process.stderr.write('LibreOffice: not checked\n');
      expect((await docx('ru')).length).toBeGreaterThan(0);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'tegerek-docx-'));
    writeFileSync(join(folder, 'r.docx'), await docx('ky'));
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'r.docx')]);
    expect(readFileSync(join(folder, 'r.txt'), 'utf8')).toContain('Коңшу айылдар да катышсын.');
  });
});

describe('HTML', () => {
  it('escapes every text and asks for nothing from anywhere', () => {
    const page = renderHtml(model('ru'));
    expect(page).toContain('&#60;срок&#62;');
    expect(page).not.toMatch(/<script|src=|href="(?!#)/u);
    expect(page).toContain('lang="ru"');
  });
});

describe('Markdown', () => {
  it('reads nothing of a text as markup', () => {
    const text = renderMarkdown(model('ru'));
    expect(text).toContain('Ставить «цель» \\& \\<срок\\> \\| без \\*звёздочек\\*');
    expect(text).toContain('# Резолюция № 2');
    expect(text).toContain('[^1]: Редакция 1');
    expect(text).toMatch(/\| Всего \| 6 \| 6 \| 4 \| 2 \| 0 \|/u);
  });
});
