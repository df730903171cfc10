import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** ң ө ү live in `cyrillic-ext`. */
const CUTS = /-(cyrillic-ext|cyrillic|latin)-wght-normal\.woff2$/u;

const folders = ['onest', 'source-serif-4'].map((name) => dirname(fileURLToPath(import.meta.resolve(`@fontsource-variable/${name}/index.css`))));

/** The shipped typefaces' `@font-face` rules for the scripts of our languages, under the public page's own addresses. */
export function fontFaces(address: string): string {
  const rules = folders.flatMap((folder) => readFileSync(join(folder, 'index.css'), 'utf8').match(/@font-face\s*\{[^}]*\}/gu) ?? []);
  return rules.flatMap((rule) => {
    const file = /url\(\.\/files\/([^)]+)\)/u.exec(rule)?.[1];
    return file && CUTS.test(file) ? [rule.replace(/url\([^)]+\)/u, `url(${address}${file})`).replace(/'(Onest|Source Serif 4) Variable'/u, '"$1"')] : [];
  }).join('\n');
}

/** Path of a font file that `fontFaces` names; `undefined` for every other name. */
export function fontFile(name: string): string | undefined {
  if (!CUTS.test(name) || name.includes('/')) return undefined;
  const folder = folders.find((candidate) => name.startsWith(candidate.split(/[\\/]/u).at(-1) ?? ' '));
  return folder && join(folder, 'files', name);
}
