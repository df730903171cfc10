import { describe, expect, it } from '@jest/globals';
import { asAttachment, fileName, kindOf } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['Отчёт за 2025.pdf', 'Отчёт за 2025.pdf'], ['../../etc/passwd', 'passwd.pdf'], ['C:\\temp\\план.DOCX', 'план.pdf'], ['a.svg.png', 'a.svg.pdf'], ['.htaccess', 'htaccess.pdf'], ['CON', 'CON_.pdf'], ['', 'file.pdf'], ['..', 'file.pdf'],
    ['\u202Egnp.exe', 'gnp.pdf'], ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'], ['x\u200By\uFEFF.txt', 'xy.pdf'], ['\uD800.pdf', 'file.pdf'], ['<img src=x>.pdf', 'img src=x.pdf'],
  ])('%j is shown as %j', (wanted, shown) => { expect(fileName(wanted, 'pdf')).toBe(shown); });

  it('has an end', () => { expect([...fileName('ы'.repeat(5_000), 'xlsx')]).toHaveLength(120); });

  it('is quoted for every browser', () => {
    expect(asAttachment('Өсүш "1".pdf')).toBe(`attachment; filename="____ _1_.pdf"; filename*=UTF-8''%D3%A8%D1%81%D2%AF%D1%88%20%221%22.pdf`);
    expect(kindOf('image/png')).toBe('png');
  });
});
