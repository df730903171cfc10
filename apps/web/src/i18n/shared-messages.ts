import type { Lang } from '@tegerek/contracts/wire';
import type { Catalogue } from './catalogue.js';
import { domain as domainEn } from './messages/domain.en.js';
import { domain as domainKy } from './messages/domain.ky.js';
import { domain as domainRu } from './messages/domain.ru.js';
import { refusals as refusalsEn } from './messages/refusals.en.js';
import { refusals as refusalsKy } from './messages/refusals.ky.js';
import { refusals as refusalsRu } from './messages/refusals.ru.js';
import { ui as uiEn } from './messages/ui.en.js';
import { ui as uiKy } from './messages/ui.ky.js';
import { ui as uiRu } from './messages/ui.ru.js';

/** What every surface has, in all languages at once: for tests and the gallery, not for a surface. */
export const sharedMessages: Readonly<Record<Lang, Catalogue>> = {
  ru: { ...uiRu, ...domainRu, ...refusalsRu },
  ky: { ...uiKy, ...domainKy, ...refusalsKy },
  en: { ...uiEn, ...domainEn, ...refusalsEn },
};
