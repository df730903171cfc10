/**
 * @jest-environment node
 */
/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HOSTILE_WORDS } from '@tegerek/replica/testing';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Translate } from '../../../i18n/translate.js';
import { drawBallots, drawSignIn, type PaperHead, type SignedPerson } from './draw-papers.js';

const require = createRequire(import.meta.url);
const font = (file: string) => new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/onest/${file}`)));
const t = ((key: string) => key) as unknown as Translate;
const head: PaperHead = { title: 'Салым', mark: 'МАШЫГУУ', lang: 'ky', t, fonts: { regular: font('400Regular/Onest_400Regular.ttf'), strong: font('600SemiBold/Onest_600SemiBold.ttf') } };
const groups = [0, 1].map((tone) => ({ id: `g${tone}`, name: ['Бийлик', 'Бизнес'][tone] ?? '', sign: 'Б', tone }));
const person = (number: number, name: string, groupId: string | null): SignedPerson => ({ number, name, organisation: 'ОФ «Таза суу»', groupId });

/** The text of each page. */
async function pagesOf(drawn: Promise<Blob>): Promise<string[]> {
  const document = await pdfjs.getDocument({ data: new Uint8Array(await (await drawn).arrayBuffer()), verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: document.numPages }, async (_, i) => (await (await document.getPage(i + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
}

describe('papers for the day that the network dies', () => {
  it('the sign-in list has everybody once, by name, under their group, and those without one at the end', async () => {
    const many = Array.from({ length: 40 }, (_, i) => person(i + 1, `Өсөр ${String(i).padStart(2, '0')}`, 'g0'));
    const pages = await pagesOf(drawSignIn({ groups, people: [...many.toReversed(), person(90, 'Жаңыл Бекова', 'g1'), person(91, 'Күзөтчү', null)] }, head));
    expect(pages).toHaveLength(4);
    for (const { name } of many) expect(pages.filter((page) => page.includes(name))).toHaveLength(1);
    expect(pages[0]?.indexOf('Өсөр 00')).toBeLessThan(pages[0]?.indexOf('Өсөр 01') ?? 0);
    expect(pages[0]).toContain('Бийлик');
    expect(pages[2]).toMatch(/Бизнес.*Жаңыл Бекова/u);
    expect(pages[3]).toContain('Күзөтчү');
    for (const page of pages) expect(page).toContain('МАШЫГУУ');
  });

  it('bad texts for names and organisations push nobody off the list', async () => {
    const bad = HOSTILE_WORDS.map(([, words], i): SignedPerson => ({ number: i + 1, name: `Жаңыл${words}`, organisation: `ОФ${words}`, groupId: 'g0' }));
    const pages = await pagesOf(drawSignIn({ groups, people: [...bad, person(90, 'Өсөр Бекова', 'g0')] }, head));
    expect(pages.join(' ').match(/Жаңыл/gu)).toHaveLength(bad.length);
    expect(pages.join(' ')).toContain('Өсөр Бекова');
    expect(/[\u202A-\u202E\u2066-\u2069]/u.exec(pages.join(' '))).toBeNull();
  });

  it('ballots: ten slips with three choices for each group, and a sheet for each panel’s ranking', async () => {
    const pages = await pagesOf(drawBallots({ groups, panels: [{ number: 1, title: 'Таза суу' }, { number: 2, title: 'Жолдор' }] }, head));
    expect(pages).toHaveLength(6);
    for (const choice of ['choice.yes', 'choice.no', 'choice.abstain']) expect(pages[0]?.split(choice)).toHaveLength(11);
    expect([pages[1], pages[2]]).toEqual([expect.stringContaining('Таза суу'), expect.stringContaining('Жолдор')]);
    expect(pages[3]).toContain('Бизнес');
  });
});
