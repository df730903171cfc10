import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chapters } from '../browser/chapters.js';
import { startDemoHall, type DemoHall } from '../browser/hall.js';
import { consoleTour, midday, organizerTour, phoneTour, screenTour, sizes, type Look } from '../browser/tour.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('accessibility: axe finds nothing on any route', () => {
  const it = chapters();
  let hall: DemoHall;
  let voteId: string;
  let found: string[];

  const look: Look = async (route, page) => {
    const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    if (passes.length === 0) found.push(`${route}: nothing was checked`);
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${route}: ${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`)));
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

  it('the phone', () => finds(async () => phoneTour(hall, await hall.person('phone', { size: sizes.phone }), 'business-8', voteId, look)));
  it('the console', () => finds(async () => consoleTour(hall, await hall.person('console', { size: sizes.console }), look)));
  it('the desk of the organizer', () => finds(async () => organizerTour(hall, await hall.person('organizer', { size: sizes.organizer }), look)));
  it('the screen of the hall', () => finds(async () => screenTour(hall, await hall.person('screen', { size: sizes.screen }), voteId, look)));
  it('the public page', () => finds(async () => {
    const { page } = await hall.person('guest');
    await page.goto(`${hall.url}/p/demo?lang=ru`);
    await look('/p/demo', page);
  }));
});
