import { describe, expect, it } from '@jest/globals';
import { day, exact, line, optionalText, text } from './primitives.js';

const stored = (value: string): string | false => {
  const parsed = text(40).safeParse(value);
  return parsed.success && parsed.data;
};

describe('text', () => {
  it.each([
    ['cut at its ends', '  Сөз \u3000', 'Сөз'], ['composed', 'и\u0306', 'й'], ['without zero width', 'А\u200Bй\u2060ы\uFEFFм', 'Айым'], ['without joiners between letters', 'a\u200Db\u200Cc', 'abc'],
    ['without fillers and tags', 'x\u3164\u{E0041}y\uFE01', 'xy'], ['with one kind of line end', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'], ['with a picture whole', '👩\u200D👧 ❤\uFE0F', '👩\u200D👧 ❤\uFE0F'],
    ['with Ң Ү Ө and ß', 'ҢҮӨ ß', 'ҢҮӨ ß'], ['with right-to-left letters', 'שלום مرحبا', 'שלום مرحبا'],
  ])('is stored %s', (_, value, expected) => {
    expect(stored(value)).toBe(expected);
    expect(stored(expected)).toBe(expected);
  });

  it.each([
    ['nothing', ''], ['spaces', ' \u00A0\u3000'], ['what nobody sees', '\u200B\u200C\u2060\uFEFF\u3164\u2800'], ['U+0000', 'a\u0000b'], ['C0', 'a\u001Bb'], ['DEL', 'a\u007Fb'], ['C1', 'a\u009Bb'], ['a lone surrogate', 'a\uD800b'],
    ['a non-character', 'a\uFFFEb'], ['a bidi override', 'a\u202Eb'], ['a bidi isolate', 'a\u2067b'], ['too much', 'ж'.repeat(41)],
  ])('refuses %s', (_, value) => { expect(stored(value)).toBe(false); });

  it('keeps 8 marks on a letter, and stays what it is', () => {
    const zalgo = stored(`x${'\u0316\u0321'.repeat(15)}`) as string;
    expect([...zalgo].length).toBe(9);
    expect(stored(zalgo)).toBe(zalgo);
  });
});

describe('other texts', () => {
  it('a line has one line', () => { expect(line(40).parse(' Асан\r\n\tҮсөнов ')).toBe('Асан Үсөнов'); });
  it('an optional text may be empty', () => { expect(optionalText(5).parse('\u200B ')).toBe(''); });
  it('an exact text is kept to the letter, if it has a canonical form', () => {
    expect(exact(1, 9).parse(' a\u200B ')).toBe(' a\u200B ');
    for (const value of ['', '\uDC00', '\u0000', 'x'.repeat(10)]) expect(exact(1, 9).safeParse(value).success).toBe(false);
  });
});

describe('day', () => {
  it.each(['2026-12-01', '2028-02-29'])('%s is one', (value) => { expect(day.safeParse(value).success).toBe(true); });
  it.each(['', '2026-02-30', '2027-02-29', '0000-00-00', 'now', '2026-12-01T00:00', '+02026-12-01'])('%j is none, and no fault', (value) => { expect(day.safeParse(value).success).toBe(false); });
});
