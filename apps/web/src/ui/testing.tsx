import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Lang } from '@tegerek/contracts/wire';
import { messages as en } from '../i18n/catalogues/staff.en.js';
import { messages as ky } from '../i18n/catalogues/staff.ky.js';
import { messages as ru } from '../i18n/catalogues/staff.ru.js';
import { I18nProvider } from '../i18n/provider.js';

const CATALOGUES = { ru, ky, en };

/** For component tests: renders with the staff's catalogue, which has every shared message, in the zone of Bishkek. */
export function renderIn(locale: Lang, node: ReactNode): RenderResult {
  const wrap = (children: ReactNode) => <I18nProvider locale={locale} setLocale={() => undefined} messages={CATALOGUES[locale]} timeZone="Asia/Bishkek">{children}</I18nProvider>;
  return render(node, { wrapper: ({ children }) => wrap(children) });
}
