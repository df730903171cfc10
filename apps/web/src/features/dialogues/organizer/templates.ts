import { LANGS, type DecisionRule, type Group, type Lang, type PanelSetup, type Text } from '@tegerek/contracts/wire';
import { defaultRule } from '@tegerek/tally';
import type { CatalogueLoaders } from '../../../i18n/catalogue.js';
import { newId } from '../../../live/index.js';

export type TemplateName = 'four-panels' | 'empty';

type Key = 'government' | 'cso' | 'business' | 'all';

/** A text of the catalogues in all the languages of a dialogue. */
async function texts(loaders: CatalogueLoaders, languages: readonly Lang[], key: string, n?: number): Promise<Text> {
  const entries = await Promise.all(LANGS.filter((lang) => languages.includes(lang)).map(async (lang) => [lang, ((await loaders[lang]())[key] ?? '').replace('{n}', String(n ?? ''))] as const));
  return Object.fromEntries(entries);
}

async function group(loaders: CatalogueLoaders, languages: readonly Lang[], key: Key, tone: number): Promise<Group> {
  return { id: newId(), tone, title: await texts(loaders, languages, `template.group.${key}`), sign: await texts(loaders, languages, `template.sign.${key}`) };
}

const emptyPanel = (number: number, title: Text): PanelSetup =>
  ({ id: newId(), number, title, outcome: {}, startsAt: null, endsAt: null, hall: {}, moderators: [], rapporteurs: [], panellists: [], premoderation: true });

const FIRST_AT = 9 * 60 + 30;
const EVERY = 110;
const LASTS = 90;

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export interface FromTemplate { groups: Group[]; panels: PanelSetup[]; rule: DecisionRule }

/** Groups, panels and rule that a new dialogue begins with; everything can be changed afterwards. */
export async function fromTemplate(name: TemplateName, languages: readonly Lang[], loaders: CatalogueLoaders): Promise<FromTemplate> {
  const keys: readonly Key[] = name === 'empty' ? ['all'] : ['government', 'cso', 'business'];
  const groups = await Promise.all(keys.map((key, tone) => group(loaders, languages, key, tone)));
  const panels = name === 'empty' ? [] : await Promise.all([1, 2, 3, 4].map(async (n) => ({
    ...emptyPanel(n, await texts(loaders, languages, 'template.panel', n)), startsAt: clock(FIRST_AT + (n - 1) * EVERY), endsAt: clock(FIRST_AT + (n - 1) * EVERY + LASTS),
  })));
  return { groups, panels, rule: defaultRule(groups.map(({ id }) => id)) as DecisionRule };
}

export { emptyPanel };

const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', ң: 'ng', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'u',
  ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

const SLUG_MOST = 40;

/** An address from a title: Latin letters, digits and hyphens, at most 40. */
export function slugOf(title: string): string {
  const latin = [...title.toLowerCase()].map((character) => LATIN[character] ?? character).join('');
  return latin.replace(/[^a-z0-9]+/gu, '-').slice(0, SLUG_MOST).replace(/^-+|-+$/gu, '');
}

export const isSlug = (slug: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u.test(slug);
