import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What axe cannot decide by itself and a person has looked at. */
const SEEN: readonly RegExp[] = [
  // the ring's words stand over its own shapes, which axe does not see through: ink on paper, as everywhere
  /color-contrast: <text /u,
  // one letter or sign, such as a group's or №
  /content is too short|only non-text characters/u,
  // the word beside its own hidden, longer name
  /<span>(Рус|Кыр|Eng)<\/span> .*overlapped/u,
];

/** Tall enough for every page, px. */
const WHOLE = 3_000;

type Results = Pick<axe.AxeResults, 'violations' | 'incomplete' | 'passes'>;

/** Runs axe in the page: all rules of WCAG 2.2 A and AA, or these alone. Nothing is excluded. */
async function run(page: Page, rules?: readonly string[]): Promise<Results> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(SOURCE);
  return page.evaluate(async (only) => {
    const { violations, incomplete, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: only, resultTypes: ['violations', 'incomplete'] });
    return { violations, incomplete, passes };
  }, rules === undefined ? { type: 'tag' as const, values: [...TAGS] } : { type: 'rule' as const, values: [...rules] });
}

const words = (route: string, kind: string, results: Results['violations']): string[] =>
  results.flatMap(({ id, nodes }) => nodes.map((node) => `${route}: ${kind}${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`));

/** What axe finds on this page by day, and, where `byNight`, of its colours in the dark. What lies below the fold has no contrast to be measured: the whole page is looked at. */
export async function findings(route: string, page: Page, byNight = true): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 1_366, height: 900 };
  const hasFold = !route.startsWith('/screen'); // a hall's screen has none
  if (hasFold) await page.setViewportSize({ ...size, height: WHOLE });
  const day = await run(page);
  if (byNight) await page.emulateMedia({ colorScheme: 'dark' });
  const night = byNight ? await run(page, ['color-contrast']) : { violations: [], incomplete: [] };
  if (byNight) await page.emulateMedia({ colorScheme: 'light' });
  if (hasFold) await page.setViewportSize(size);
  return [
    ...(day.passes.length === 0 ? [`${route}: nothing was checked`] : []),
    ...words(route, '', day.violations), ...words(`${route} in the dark`, '', night.violations),
    ...[...words(route, 'unsure of ', day.incomplete), ...words(`${route} in the dark`, 'unsure of ', night.incomplete)].filter((each) => !SEEN.some((reason) => reason.test(each))),
  ];
}
