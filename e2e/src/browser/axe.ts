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

const CONTRAST = 'color-contrast';
const ALL: axe.RunOptions = { runOnly: { type: 'tag', values: TAGS } };
const ONLY_CONTRAST: axe.RunOptions = { runOnly: { type: 'rule', values: [CONTRAST] } };
const BUT_CONTRAST: axe.RunOptions = { ...ALL, rules: { [CONTRAST]: { enabled: false } } };

/** Runs axe in the page and its frames; no part of them is excluded. */
async function run(page: Page, options: axe.RunOptions): Promise<Results> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(SOURCE);
  return page.evaluate(async (chosen) => {
    const { violations, incomplete, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { ...chosen, resultTypes: ['violations', 'incomplete'] });
    return { violations, incomplete, passes };
  }, options);
}

const isUnsure = (line: string): boolean => !SEEN.some((reason) => reason.test(line));

const words = (route: string, kind: string, results: Results['violations']): string[] =>
  results.flatMap(({ id, nodes }) => nodes.map((node) => `${route}: ${kind}${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`));

const report = (route: string, { violations, incomplete }: Results): string[] => [...words(route, '', violations), ...words(route, 'unsure of ', incomplete).filter(isUnsure)];
const unchecked = (route: string, { passes }: Results): string[] => (passes.length === 0 ? [`${route}: nothing was checked`] : []);

/** With the page as tall as all of it: what lies below the fold has no contrast, and a bar that stays in sight covers targets there. */
async function whole<T>(route: string, page: Page, look: () => Promise<T>): Promise<T> {
  if (route.startsWith('/screen')) return look(); // a hall's screen has no fold
  const size = page.viewportSize() ?? { width: 1_366, height: 900 };
  await page.setViewportSize({ ...size, height: WHOLE });
  const seen = await look();
  await page.setViewportSize(size);
  return seen;
}

/** What axe finds on this page by all rules of WCAG 2.2 A and AA by day, and, where `byNight`, of its colours in the dark. */
export const findings = (route: string, page: Page, byNight = true): Promise<string[]> => whole(route, page, async () => {
  const day = await run(page, ALL);
  const found = [...unchecked(route, day), ...report(route, day)];
  if (!byNight) return found;
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...report(`${route} in the dark`, await run(page, ONLY_CONTRAST)));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
});

/** The same by every rule but contrast, by day: for a page whose colours were measured in another language. A third of the work. */
export const findingsButContrast = (route: string, page: Page): Promise<string[]> => whole(route, page, async () => {
  const results = await run(page, BUT_CONTRAST);
  return [...unchecked(route, results), ...report(route, results)];
});
