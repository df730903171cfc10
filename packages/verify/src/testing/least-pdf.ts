import { printedLines, type DocumentModel } from '@tegerek/replica';
import { strToU8, zlibSync } from 'fflate';

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const hex = (text: string): string => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');

/** Codes are UTF-16 code units, so its table maps each to itself. */
const TO_UNICODE = 'begincmap 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap';

/** The least PDF with the same text; `content` adds operators to its page. */
export function pdfOf(model: DocumentModel, { content = '', catalog = '' } = {}): Uint8Array {
  const text = printedLines(model).map((line, i) => `BT /F 10 Tf 1 0 0 1 70 ${(800 - i) % 800} Tm <${hex(line)}> Tj ET`).join('\n');
  const stream = (body: string, packed: boolean): string => {
    const bytes = packed ? latin(zlibSync(strToU8(body, true))) : body;
    return `<< /Length ${bytes.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n${bytes}\nendstream`;
  };
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(`${text}\n/Artifact << /Type /Pagination >> BDC BT /F 9 Tf 1 0 0 1 70 30 Tm <${hex('1 / 1')}> Tj ET EMC\n${content}`, true), '<< /Type /Font /Subtype /Type0 /ToUnicode 6 0 R >>', stream(TO_UNICODE, false),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return strToU8(`${file}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`, true);
}
