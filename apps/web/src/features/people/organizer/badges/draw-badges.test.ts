/**
 * @jest-environment node
 */
/// <reference types="node" />
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createCanvas } from '@napi-rs/canvas';
import { BarcodeFormat, BinaryBitmap, Code128Reader, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HOSTILE_WORDS } from '@tegerek/replica/testing';
import { seatNumberOf } from '../../../../ui/pdf/door-mark.js';
import { readDoorMark } from '../../../../ui/scan/read-mark.js';
import { drawBadges, type DrawnBadge } from './draw-badges.js';

const require = createRequire(import.meta.url);
const font = (file: string) => new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/onest/${file}`)));
const fonts = { regular: font('400Regular/Onest_400Regular.ttf'), strong: font('600SemiBold/Onest_600SemiBold.ttf') };
const words = { title: 'Салым: уюмдардын аймактарды өнүктүрүүгө кошкон салымы', lang: 'ky', code: 'Жеке код', seat: 'Орун', address: 'tegerek.example/j/salym' };
const group = (tone: number) => ({ id: `g${tone}`, name: ['Бийлик', 'Жарандык уюмдар', 'Бизнес', 'Илим', 'Жаштар', 'Басма сөз', 'Өнөктөштөр'][tone] ?? '', sign: 'Ү', tone });
/** Every tone, the letters ң ө ү, a name and an organisation of the greatest length. */
const badges: DrawnBadge[] = Array.from({ length: 11 }, (_, i) => ({
  number: i === 10 ? 99_999 : i + 1, group: i < 7 ? group(i) : null, code: `ABCDE01234567${i % 10}`,
  name: i === 1 ? 'Өмүрзакова Гүлзат-Жаңыл Көчкөнбаевна Тоңдоо Үсөналиевна Абдыраимова Сейитбекова' : `Жаңыл Өсөрова ${i + 1}`,
  organisation: i === 1 ? 'Жергиликтүү өз алдынча башкаруу органдарын колдоо боюнча «Таза суу, таза көчө, өнүккөн айыл» коомдук фонду, Нарын облусу' : 'ОФ «Таза суу»',
  link: `https://tegerek.example/j/salym#ABCDE-01234-567${i % 10}`,
}));

// and bad texts in every place of a badge, beside it
badges.push(...HOSTILE_WORDS.map(([, text], i): DrawnBadge => ({ number: 11 + i, group: { ...group(i), name: `Топ${text}` }, code: 'ABCDE012345678', name: `Жаңыл${text}`, organisation: `ОФ${text}`, link: `https://tegerek.example/j/salym#ABCDE-01234-568${i}` })));

const SCALE = 300 / 72;
const MM = 72 / 25.4;
let pages: { luminance: Uint8ClampedArray; width: number; height: number; text: string }[];

async function render(data: Uint8Array): Promise<typeof pages> {
  const document = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: document.numPages }, async (_, i) => {
    const page = await document.getPage(i + 1);
    const viewport = page.getViewport({ scale: SCALE });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const canvas = createCanvas(width, height);
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { data: rgba } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const luminance = Uint8ClampedArray.from({ length: width * height }, (__, at) => ((rgba[at * 4] ?? 0) + (rgba[at * 4 + 1] ?? 0) * 2 + (rgba[at * 4 + 2] ?? 0)) / 4);
    const { items } = await page.getTextContent();
    return { luminance, width, height, text: items.map((item) => ('str' in item ? item.str : '')).join(' ') };
  }));
}

/** A badge's part of its page; `x`, `y`, … in mm from the badge's corner. */
function crop(index: number, { x, y, width, height }: { x: number; y: number; width: number; height: number }): BinaryBitmap {
  const place = index % 10;
  const page = pages[Math.floor(index / 10)];
  if (page === undefined) throw new Error('no such page');
  const at = (length: number) => Math.round(length * MM * SCALE);
  const source = new RGBLuminanceSource(page.luminance, page.width, page.height, page.width, page.height);
  return new BinaryBitmap(new HybridBinarizer(source.crop(at(10 + (place % 2) * 95 + x), at(11 + Math.floor(place / 2) * 55 + y), at(width), at(height))));
}

beforeAll(async () => { pages = await render(new Uint8Array(await (await drawBadges(badges, words, fonts)).arrayBuffer())); });

describe('the sheet of badges', () => {
  it('puts ten on a page', () => { expect(pages).toHaveLength(2); });

  it('has a private QR on each badge that is read back to its link', () => {
    const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);
    expect(badges.map((_, i) => new QRCodeReader().decode(crop(i, { x: 8.5, y: 1.5, width: 34, height: 34 }), hints).getText())).toEqual(badges.map(({ link }) => link));
  });

  it('has the seat number as a barcode on each badge, read back to the number', () => {
    const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true], [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128]]]);
    const read = badges.map((_, i) => new Code128Reader().decode(crop(i, { x: 58.5, y: 42, width: 36, height: 10 }), hints).getText());
    expect(read.map(seatNumberOf)).toEqual(badges.map(({ number }) => number));
  });

  it('is read at the door from a photo of a badge, upright, turned and dim, and never by its private QR', () => {
    const photo = (index: number, change: (grey: number) => number, area = { x: 40, y: 38, width: 56, height: 17 }) => {
      const source = crop(index, area).getBlackMatrix();
      const [width, height] = [source.getWidth(), source.getHeight()];
      const data = new Uint8ClampedArray(width * height * 4);
      for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.fill(change(source.get(x, y) ? 0 : 255), (y * width + x) * 4, (y * width + x) * 4 + 4);
      return { data, width, height };
    };
    const turn = ({ data, width, height }: ReturnType<typeof photo>) => {
      const turned = new Uint8ClampedArray(data.length);
      for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) turned.set(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), (x * height + (height - 1 - y)) * 4);
      return { data: turned, width: height, height: width };
    };
    expect(readDoorMark(photo(0, (grey) => grey))).toBe(1);
    expect(readDoorMark(turn(photo(6, (grey) => grey)))).toBe(7);
    expect(readDoorMark(photo(2, (grey) => 60 + grey / 4))).toBe(3);
    expect(readDoorMark(photo(3, (grey) => grey, { x: 8.5, y: 1.5, width: 34, height: 34 }))).toBeNull();
  });

  it('keeps every letter in the text, Kyrgyz ones too, and cuts what is too long', () => {
    const [first, second] = pages.map(({ text }) => text.replace(/\s+/gu, ' '));
    for (const { name } of badges.filter((__, i) => i !== 1 && i < 10)) expect(first).toContain(name);
    expect(first).toContain('Өмүрзакова Гүлзат-Жаңыл');
    expect(first).toContain('Жарандык уюмдар');
    expect(first).toContain('ABCDE-01234-5673');
    expect(second).toContain('99999');
    expect(second?.match(/Жаңыл/gu)).toHaveLength(1 + HOSTILE_WORDS.length);
    expect(/[\u202A-\u202E\u2066-\u2069]/u.exec(second ?? '')).toBeNull();
  });
});

describe('the door’s mark', () => {
  it.each([['TG0001', 1], ['TG99999', 99_999], ['TG0000', null], ['0001', null], ['4870001', null], ['TG123456', null]])('%s is seat %s', (mark, number) => { expect(seatNumberOf(mark)).toBe(number); });
});
