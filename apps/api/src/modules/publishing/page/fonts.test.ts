import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fontFaces, fontFile } from './fonts.js';

describe('fonts of the public page', () => {
  it('are our two families for three scripts, and every address is a file', () => {
    const css = fontFaces('/p/assets/');
    const files = [...css.matchAll(/url\(\/p\/assets\/([^)]+)\)/gu)].map((match) => match[1] ?? '');
    expect(files).toHaveLength(6);
    expect(new Set(css.match(/font-family: "[^"]+"/gu))).toEqual(new Set(['font-family: "Onest"', 'font-family: "Source Serif 4"']));
    for (const file of files) expect(existsSync(fontFile(file) ?? '')).toBe(true);
  });

  it.each(['../../package.json', 'onest-x.woff2', '/etc/passwd', 'other-latin-wght-normal.woff2'])('%s is none', (name) => {
    expect(fontFile(name)).toBeUndefined();
  });
});
