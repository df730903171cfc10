import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { sniff, zipDirectory } from './sniff.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);
const docx = (more: Record<string, Uint8Array> = {}) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>'), ...more });
const xlsx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });

describe('the kind of a file', () => {
  it.each([
    ['pdf', text('%PDF-1.7\n…'), 'x'], ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1), 'x'], ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0), 'x.exe'],
    ['docx', docx(), 'x.zip'], ['xlsx', xlsx, 'x'], ['txt', text('Өкмөткө кат\r\n\tбир'), 'кат.txt'], ['csv', text('a;b\n1;2'), 'Таблица.CSV'], ['txt', text('a;b'), 'x.html'],
  ] as const)('is %s by its bytes, whatever it is called', (kind, content, name) => { expect(sniff(content, name)).toBe(kind); });

  it.each<readonly [string, Uint8Array]>([
    ['nothing', bytes()], ['an executable', bytes(0x4d, 0x5a, 0x90, 0)], ['an ELF', bytes(0x7f, 0x45, 0x4c, 0x46)], ['HTML', text('<!doctype html><script>alert(1)</script>')], ['HTML after spaces', text('\uFEFF  \n<html>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')], ['XML', text('<?xml version="1.0"?><a/>')], ['RTF', text('{\\rtf1 x}')], ['PostScript', text('%!PS-Adobe')],
    ['a script with zeros', text('a\u0000b')], ['escape sequences', text('\u001B[31m')], ['not UTF-8', bytes(0xc3, 0x28)], ['UTF-16', bytes(0xff, 0xfe, 0x41, 0)],
    ['a plain ZIP', zipSync({ 'a.txt': strToU8('a') })], ['a document with macros', docx({ 'word/vbaProject.bin': bytes(1) })], ['both kinds at once', docx({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['a document that unpacks to a hundred times its size', docx({ 'word/media/a.bin': new Uint8Array(3_000_000) })], ['a document of thousands of parts', docx(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`p/${i}`, bytes(1)])))],
    ['a GIF that is a script too', text('GIF89a/*…*/=1;alert(1)')], ['a document that climbs out', docx({ '../evil.xml': strToU8('x') })], ['half a document', docx().subarray(0, 60)], ['a ZIP head and nothing', bytes(0x50, 0x4b, 0x03, 0x04)],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)], ['a GIF', bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80)],
  ])('%s is none that is kept', (_, content) => { expect(sniff(content, 'отчёт.pdf')).toBeNull(); });

  it('reads a damaged directory without an end and without a fault', () => {
    const whole = docx();
    for (let at = 0; at < whole.length; at++) {
      const damaged = whole.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(() => sniff(damaged, '')).not.toThrow();
      expect(() => zipDirectory(whole.subarray(0, at))).not.toThrow();
    }
  });
});
