import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Lang } from '@tegerek/contracts';
import type { Page } from 'playwright-core';
import { chapters } from '../browser/chapters.js';
import { startDemoHall, type DemoHall } from '../browser/hall.js';
import { sees } from '../browser/person.js';
import { keysOf, textsOf } from '../browser/texts.js';
import { consoleTour, LANGUAGES, midday, organizerTour, phoneTour, screenTour, sizes, type Look } from '../browser/tour.js';

const OWN: Record<Lang, string> = { ru: 'Русский', ky: 'Кыргызча', en: 'English' };
const AFTER: Record<Lang, Lang> = { ru: 'ky', ky: 'en', en: 'ru' };

describe('each surface in each language', () => {
  const it = chapters();
  let hall: DemoHall;
  let voteId: string;
  let keys: Set<string>;

  beforeAll(async () => {
    hall = await startDemoHall();
    ({ voteId } = await midday(hall));
    // one after the other: surfaces share messages, and the test runner links a module once at a time
    keys = new Set();
    for (const surface of ['phone', 'staff', 'projector', 'public'] as const) for (const key of await keysOf(surface)) keys.add(key);
  }, 180_000);
  afterAll(() => hall.close());

  /** What a person or their screen reader could meet of a page. */
  const words = (page: Page): Promise<string> => page.evaluate(() => [
    document.title, document.body.innerText,
    ...[...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap((each) => ['aria-label', 'title', 'placeholder'].map((name) => each.getAttribute(name) ?? '')),
  ].join('\n'));

  /** No key and no unfilled argument is visible, and the page says which language it is in. */
  const lookIn = (lang: Lang): Look => async (route, page) => {
    const text = await words(page);
    const seen = (text.match(/[a-z][\w-]*(?:\.[\w-]+)+/gu) ?? []).filter((word) => keys.has(word));
    expect({ route, seen, holes: text.match(/\{\w+\}/gu) ?? [], lang: await page.evaluate(() => document.documentElement.lang) }).toEqual({ route, seen: [], holes: [], lang });
  };

  for (const [n, lang] of LANGUAGES.entries()) {
    it(`the phone in ${lang}, changed at any moment without losing what is typed`, async () => {
      const person = await hall.person(`phone-${lang}`, { lang, size: sizes.phone });
      const phone = await phoneTour(hall, person, `business-${n + 8}`, voteId, lookIn(lang));
      await phone.goTo('propose');
      await phone.fill({ text: 'Ң, ө, ү: written before the change' });
      let current = phone;
      for (const next of [AFTER[lang], AFTER[AFTER[lang]], lang]) {
        await person.page.getByRole('button', { name: current.t('ui.language.next', { language: OWN[next] }) }).click();
        current = await current.in(next);
        await sees(current.tab('now'));
        expect(await current.proposalField('text').inputValue()).toBe('Ң, ө, ү: written before the change');
        await lookIn(next)('/d/demo after the change', person.page);
      }
    });

    it(`the console in ${lang}`, async () => {
      const person = await hall.person(`console-${lang}`, { lang, size: sizes.console });
      await consoleTour(hall, person, lookIn(lang));
      const [t, next] = [await textsOf('staff', lang), await textsOf('staff', AFTER[lang])];
      await person.page.getByRole('button', { name: t('ui.language.next', { language: OWN[AFTER[lang]] }) }).click();
      await sees(person.page.getByRole('heading', { name: next('ui.phases'), exact: true }));
      await lookIn(AFTER[lang])('/console/demo after the change', person.page);
    });

    it(`the desk of the organizer in ${lang}`, async () => {
      const person = await hall.person(`organizer-${lang}`, { lang, size: sizes.organizer });
      await organizerTour(hall, person, lookIn(lang));
      const [t, next] = [await textsOf('staff', lang), await textsOf('staff', AFTER[lang])];
      await person.page.getByRole('button', { name: t('ui.language.next', { language: OWN[AFTER[lang]] }) }).click();
      await sees(person.page.getByRole('link', { name: next('desk.section.day'), exact: true }));
      await lookIn(AFTER[lang])('/organizer/demo after the change', person.page);
    });

    it(`the hall's screen in ${lang}, once paired in a language of its own, whatever its browser's is`, async () => {
      const person = await hall.person(`screen-${lang}`, { lang: AFTER[lang], size: sizes.screen });
      await screenTour(hall, person, voteId, (route, page) => lookIn(route.endsWith('code') ? AFTER[lang] : lang)(route, page), lang);
    });

    it(`the public page in ${lang}`, async () => {
      const { page } = await hall.person(`guest-${lang}`, { lang });
      await page.goto(`${hall.url}/p/demo?lang=${lang}`);
      await lookIn(lang)('/p/demo', page);
      await page.getByRole('link', { name: OWN[AFTER[lang]], exact: true }).click();
      await page.waitForURL(`**/p/demo?lang=${AFTER[lang]}`);
      await lookIn(AFTER[lang])('/p/demo after the change', page);
    });
  }

  it('nobody saw an error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
