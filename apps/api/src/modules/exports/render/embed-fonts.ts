import { createHash } from 'node:crypto';
import { strFromU8, strToU8 } from 'fflate';
import { editableFont } from './fonts.js';

/** The typeface's name in documents. */
export const FONT = 'Source Serif 4';

const SLOTS = [['regular', 'w:embedRegular'], ['bold', 'w:embedBold']] as const;
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The key of an obfuscated font (ECMA-376 part 4 §2.8.1), from its bytes: a GUID. */
export function fontKey(font: Uint8Array): string {
  const hex = createHash('sha256').update(font).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}}`;
}

/** XORs the first 32 bytes with the key from its end; the same again takes it away. */
export function obfuscated(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replace(/[^0-9A-F]/gu, ''), 'hex').reverse();
  return font.map((byte, i) => (i < 32 ? byte ^ (bytes[i % 16] ?? 0) : byte));
}

/** Puts the typeface into a Word document, so that it looks the same where nobody has it installed. */
export async function embedFonts(files: Record<string, Uint8Array>): Promise<void> {
  const [slots, relationships]: string[][] = [[], []];
  for (const [i, [face, element]] of SLOTS.entries()) {
    const font = await editableFont(face);
    const key = fontKey(font);
    files[`word/fonts/font${i + 1}.odttf`] = obfuscated(font, key);
    slots?.push(`<${element} r:id="rId${i + 1}" w:fontKey="${key}"/>`);
    relationships?.push(`<Relationship Id="rId${i + 1}" Type="${RELATIONSHIP}" Target="fonts/font${i + 1}.odttf"/>`);
  }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  files['word/fontTable.xml'] = strToU8(`${head}<w:fonts xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:font w:name="${FONT}"><w:family w:val="roman"/><w:pitch w:val="variable"/>${slots?.join('') ?? ''}</w:font></w:fonts>`);
  files['word/_rels/fontTable.xml.rels'] = strToU8(`${head}<Relationships xmlns="${RELATIONSHIPS}">${relationships?.join('') ?? ''}</Relationships>`);
  edit(files, '[Content_Types].xml', (xml) => (xml.includes('"odttf"') ? xml : xml.replace(/(<Types[^>]*>)/u, '$1<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>')));
  edit(files, 'word/settings.xml', (xml) => xml.replace('<w:defaultTabStop', '<w:embedTrueTypeFonts/><w:defaultTabStop'));
}

function edit(files: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const before = files[name];
  if (!before) throw new Error(`${name} is missing`);
  files[name] = strToU8(change(strFromU8(before)));
}
