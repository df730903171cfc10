import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Lang } from '@tegerek/contracts';
import type { Page } from 'playwright-core';
import { findings, findingsButContrast } from '../browser/axe.js';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { startDemoHall, type DemoHall } from '../browser/hall.js';
import { sees, type Person } from '../browser/person.js';
import type { Phone } from '../browser/phone.js';
import { keysOf, textsOf } from '../browser/texts.js';
import { consoleTour, dialogTour, LANGUAGES, midday, organizerTour, OWN, phoneTour, rankTour, screenTour, signInTour, sizes, verifyTour, type Look } from '../browser/tour.js';

const AFTER: Record<Lang, Lang> = { ru: 'ky', ky: 'en', en: 'ru' };
const TYPED = 'Ң, ө, ү: written before the change';

/** Every route with seven of everything, its dialogs and refusals: in each language it is spelt out and axe finds nothing, by day and by night. */
describe('every route in every language', () => {
  const chapter = chapters();
  /** A tour, and what it found. */
  const it = (title: string, tour: () => Promise<unknown>) => {
    chapter(title, async () => {
      found = [];
      await tour();
      expect(found).toEqual([]);
    });
  };
  let hall: DemoHall;
  let voteId: string;
  let keys: Set<string>;
  const phones = new Map<Lang, Phone>();

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
  async function spelling(lang: Lang, route: string, page: Page): Promise<string[]> {
    const text = await words(page);
    const wrong = [...(text.match(/[a-z][\w-]*(?:\.[\w-]+)+/gu) ?? []).filter((word) => keys.has(word)), ...(text.match(/\{\w+\}/gu) ?? [])];
    const said = await page.evaluate(() => document.documentElement.lang);
    return [...wrong.map((word) => `${route}: ${word}`), ...(said === lang ? [] : [`${route}: is said to be in «${said}»`])];
  }

  let found: string[] = [];
  const lookIn = (lang: Lang): Look => async (route, page) => { found.push(...(await spelling(lang, route, page)), ...(await (lang === 'ru' ? findings : findingsButContrast)(route, page))); }; // colours have no language
  /** Only spelt: the same page in the next language is looked at whole in that language's turn. */
  const spelt = async (lang: Lang, route: string, page: Page): Promise<void> => { found.push(...(await spelling(lang, route, page))); };

  const toNext = async (person: Person, t: (key: string, args?: Record<string, unknown>) => string, next: Lang) =>
    person.page.getByRole('button', { name: t('ui.language.next', { language: OWN[next] }) }).click();

  chapter('what is wrong would be found: a picture without words, a pale word, a key', async () => {
    const { page } = await hall.person('nobody');
    await page.setContent('<!doctype html><html lang="en"><title>t</title><main><img src="data:,"><p style="color:#bbb;background:#fff">p.act.ask</p></main></html>');
    const wrong = [...(await spelling('ru', '/', page)), ...(await findings('/', page))].join('\n');
    for (const word of ['p.act.ask', '«en»', 'image-alt', 'color-contrast']) expect(wrong).toContain(word);
  });

  for (const [n, lang] of LANGUAGES.entries()) {
    it(`the phone in ${lang}, changed at any moment without losing what is typed`, async () => {
      const person = await hall.person(`phone-${lang}`, { lang, size: sizes.phone });
      const phone = await phoneTour(hall, person, `business-${n + 8}`, voteId, lookIn(lang));
      phones.set(lang, phone);
      await phone.fill({ text: TYPED });
      let current = phone;
      for (const next of [AFTER[lang], AFTER[AFTER[lang]], lang]) {
        await toNext(person, current.t, next);
        current = await current.in(next);
        await sees(current.tab('now'));
        expect(await current.proposalField('text').inputValue()).toBe(TYPED);
        await spelt(next, '/d/demo after the change', person.page);
      }
    });

    it(`the console in ${lang}, with its dialogs`, async () => {
      const person = await hall.person(`console-${lang}`, { lang, size: sizes.console });
      await consoleTour(hall, person, lookIn(lang));
      const [t, next] = [await textsOf('staff', lang), await textsOf('staff', AFTER[lang])];
      await toNext(person, t, AFTER[lang]);
      await sees(person.page.getByRole('heading', { name: next('ui.phases'), exact: true }));
      await spelt(AFTER[lang], '/console/demo after the change', person.page);
      const moderator = await hall.person(`moderator-${lang}`, { lang, size: sizes.console });
      await dialogTour(await Console.enter(moderator, 'demo', hall.link('moderator'), hall.id('panel-2')), lookIn(lang));
    });

    it(`the desk of the organizer in ${lang}`, async () => {
      await signInTour(await hall.person(`guest-${lang}`, { lang, size: sizes.organizer }), lookIn(lang));
      const person = await hall.person(`organizer-${lang}`, { lang, size: sizes.organizer });
      await organizerTour(hall, person, lookIn(lang));
      const [t, next] = [await textsOf('staff', lang), await textsOf('staff', AFTER[lang])];
      await person.page.keyboard.press('Escape');
      await toNext(person, t, AFTER[lang]);
      await sees(person.page.getByRole('link', { name: next('desk.section.day'), exact: true }));
      await spelt(AFTER[lang], '/organizer/demo after the change', person.page);
    });

    it(`the hall's screen in ${lang}, once paired in a language of its own, whatever its browser's is`, async () => {
      const person = await hall.person(`screen-${lang}`, { lang: AFTER[lang], size: sizes.screen });
      await screenTour(hall, person, voteId, (route, page) => lookIn(route.endsWith('code') ? AFTER[lang] : lang)(route, page), lang);
    });

    it(`the public page and the verifier in ${lang}`, async () => {
      const person = await hall.person(`reader-${lang}`, { lang });
      const { page } = person;
      await page.goto(`${hall.url}/p/demo?lang=${lang}`);
      await lookIn(lang)('/p/demo', page);
      await page.getByRole('link', { name: OWN[AFTER[lang]], exact: true }).click();
      await page.waitForURL(`**/p/demo?lang=${AFTER[lang]}`);
      await spelt(AFTER[lang], '/p/demo after the change', page);
      await verifyTour(person, lookIn(lang));
    });
  }

  it('the ranking, in each language', () => rankTour(hall, LANGUAGES.map((lang) => phones.get(lang)).filter((phone) => phone !== undefined), ['business-8', 'business-9', 'business-10'], (lang, route, page) => lookIn(lang)(route, page)));

  chapter('nobody saw an error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
