/// <reference types="node" />
import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TONES } from './tone.js';

it('colours on paper are those of the tokens', () => {
  const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8').split('[data-theme')[0] ?? '';
  const token = (name: string) => new RegExp(`--${name}: (#[0-9A-F]{6})`, 'u').exec(css)?.[1];
  expect(TONES.map((_, i) => ({ fill: token(`g${i + 1}`), text: token(`g${i + 1}-text`), mark: token(`g${i + 1}-mark`) }))).toEqual(TONES);
});
