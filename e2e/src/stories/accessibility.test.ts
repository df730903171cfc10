import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chapters } from '../browser/chapters.js';
import { startDemoHall, type DemoHall } from '../browser/hall.js';
import { Console } from '../browser/console.js';
import type { Phone } from '../browser/phone.js';
import { consoleTour, dialogTour, midday, organizerTour, phoneTour, rankTour, screenTour, sizes, type Look } from '../browser/tour.js';

/** Tall enough for every page, px. */
const WHOLE = 3_000;
/** What axe cannot decide by itself and a person has looked at. */
const SEEN: readonly RegExp[] = [
  // the ring's words stand over its own shapes, which axe does not see through: ink on paper, as everywhere
  /color-contrast: <text /u,
  // one letter or sign, such as a group's or №
  /content is too short|only non-text characters/u,
  // the word beside its own hidden, longer name
  /<span>(Рус|Кыр|Eng)<\/span> .*overlapped/u,
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('accessibility: axe finds nothing on any route', () => {
  const it = chapters();
  let hall: DemoHall;
  let voteId: string;
  let found: string[];
  let phone: Phone;

  const look: Look = async (route, page) => {
    // what lies below the fold has no contrast to be measured: the whole page is looked at; a hall's screen has no fold
    const size = page.viewportSize() ?? { width: 1_366, height: 900 };
    if (!route.startsWith('/screen')) await page.setViewportSize({ ...size, height: WHOLE });
    const { violations, incomplete, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    await page.setViewportSize(size);
    if (passes.length === 0) found.push(`${route}: nothing was checked`);
    const words = (kind: string, results: typeof violations) => results.flatMap(({ id, nodes }) => nodes.map((node) => `${route}: ${kind}${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`));
    found.push(...words('', violations), ...words('unsure of ', incomplete).filter((each) => !SEEN.some((reason) => reason.test(each))));
  };

  const finds = async (tour: () => Promise<unknown>) => {
    found = [];
    await tour();
    expect(found).toEqual([]);
  };

  beforeAll(async () => {
    hall = await startDemoHall();
    ({ voteId } = await midday(hall));
  }, 180_000);
  afterAll(() => hall.close());

  it('the phone', () => finds(async () => { phone = await phoneTour(hall, await hall.person('phone', { size: sizes.phone }), 'business-8', voteId, look); }));
  it('the phone in the dark', () => finds(async () => phoneTour(hall, await hall.person('phone-dark', { size: sizes.phone, theme: 'dark' }), 'business-9', voteId, look)));
  it('the console', () => finds(async () => consoleTour(hall, await hall.person('console', { size: sizes.console }), look)));
  it('the console in the dark', () => finds(async () => consoleTour(hall, await hall.person('console-dark', { size: sizes.console, theme: 'dark' }), look)));
  it('its dialogs', () => finds(async () => dialogTour(await Console.enter(await hall.person('moderator', { size: sizes.console }), 'demo', hall.link('moderator'), hall.id('panel-2')), look)));
  it('the desk of the organizer', () => finds(async () => organizerTour(hall, await hall.person('organizer', { size: sizes.organizer }), look)));
  it('the screen of the hall', () => finds(async () => screenTour(hall, await hall.person('screen', { size: sizes.screen }), voteId, look)));
  it('the public page', () => finds(async () => {
    const { page } = await hall.person('guest');
    await page.goto(`${hall.url}/p/demo?lang=ru`);
    await look('/p/demo', page);
  }));
  it('the ranking, by day and by night', () => finds(() => rankTour(hall, phone, 'business-8', async (route, page) => {
    await look(route, page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await look(`${route}, dark`, page);
    await page.emulateMedia({ colorScheme: 'light' });
  })));
});
