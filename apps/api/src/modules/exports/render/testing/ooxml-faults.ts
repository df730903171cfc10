import { strFromU8 } from 'fflate';

/**
 * Our list of what a Word document must keep so that every reader opens it: O1 each part has a content type · O2 each relationship leads to a
 * part that is there, none leads outside · O3 ids of relationships and footnotes are unique · O4 every style, numbering and footnote that the
 * text refers to is defined · O5 every part is well-formed and holds only what XML 1.0 can write · O6 no field but page numbers, no chunk,
 * object or script · O7 embedded fonts carry the key that takes their mask off · O8 rows have as many cells as the grid has columns.
 */
export function ooxmlFaults(files: Readonly<Record<string, Uint8Array>>): string[] {
  const faults: string[] = [];
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((found) => found[1] ?? '');
  const types = text('[Content_Types].xml');
  const [extensions, parts] = [new Set(all(types, /Extension="([^"]+)"/gu)), new Set(all(types, /PartName="\/([^"]+)"/gu))];
  for (const name of Object.keys(files)) if (name !== '[Content_Types].xml' && !parts.has(name) && !extensions.has(name.split('.').at(-1) ?? '')) faults.push(`O1 ${name}`);
  for (const name of parts) if (!files[name]) faults.push(`O1 ${name} has a type and is not there`);
  for (const name of Object.keys(files).filter((each) => each.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]+$/u, '');
    if (/TargetMode="External"/u.test(text(name))) faults.push(`O2 ${name} leads outside`);
    for (const target of all(text(name), /Target="([^"]+)"/gu)) if (!files[target.startsWith('/') ? target.slice(1) : folder + target]) faults.push(`O2 ${name} → ${target}`);
    for (const id of repeated(all(text(name), / Id="([^"]+)"/gu))) faults.push(`O3 ${name} ${id}`);
  }
  const document = text('word/document.xml');
  const notes = all(text('word/footnotes.xml'), /<w:footnote\b[^>]*w:id="([^"]+)"/gu);
  for (const id of repeated(notes)) faults.push(`O3 footnote ${id}`);
  for (const id of all(document, /<w:footnoteReference[^>]*w:id="([^"]+)"/gu)) if (!notes.includes(id)) faults.push(`O4 footnote ${id}`);
  const styles = all(text('word/styles.xml'), /w:styleId="([^"]+)"/gu);
  for (const style of all(`${document}${text('word/footnotes.xml')}${text('word/footer1.xml')}`, /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/gu)) if (!styles.includes(style)) faults.push(`O4 style ${style}`);
  const lists = all(text('word/numbering.xml'), /<w:num\b[^>]*w:numId="([^"]+)"/gu);
  for (const list of all(document, /<w:numId w:val="([^"]+)"/gu)) if (!lists.includes(list)) faults.push(`O4 numbering ${list}`);
  for (const name of Object.keys(files).filter((each) => /\.(?:xml|rels)$/u.test(each))) if (!isWellFormed(text(name))) faults.push(`O5 ${name}`);
  for (const element of new Set(all(document, /<(w:altChunk|w:object|w:fldSimple|w:hyperlink|w:instrText|w:control|w:drawing|w:pict)\b/gu))) faults.push(`O6 ${element}`);
  for (const [, id = '', key = ''] of text('word/fontTable.xml').matchAll(/r:id="([^"]+)" w:fontKey="([^"]+)"/gu)) {
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`, 'u').exec(text('word/_rels/fontTable.xml.rels'))?.[1] ?? '';
    const mask = Buffer.from(key.replace(/[^0-9A-F]/gu, ''), 'hex').reverse();
    const first = [...(files[`word/${target}`] ?? [])].slice(0, 4).map((byte, i) => byte ^ (mask[i] ?? 0));
    if (first.join() !== '0,1,0,0') faults.push(`O7 ${target}`);
  }
  for (const table of all(document, /<w:tbl>(.*?)<\/w:tbl>/gsu)) {
    const columns = (table.match(/<w:gridCol\b/gu) ?? []).length;
    for (const row of all(table, /<w:tr\b[^>]*>(.*?)<\/w:tr>/gsu)) if ((row.match(/<w:tc>/gu) ?? []).length !== columns) faults.push('O8 a row');
  }
  return faults;
}

const repeated = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

/** Tags nest and close, entities are known, characters are those of XML 1.0. */
function isWellFormed(xml: string): boolean {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/u.test(xml)) return false;
  const open: string[] = [];
  for (const [, close, name = '', self] of xml.replace(/<\?.*?\?>|<!--.*?-->/gsu, '').matchAll(/<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>|</gu)) {
    if (name === '') return false;
    if (close) { if (open.pop() !== name) return false; } else if (!self) open.push(name);
  }
  return open.length === 0;
}
