import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Lang } from '@tegerek/contracts/wire';
import type { Catalogue } from '../i18n/catalogue.js';
import { I18nProvider } from '../i18n/provider.js';
import { sharedMessages } from '../i18n/shared-messages.js';

/** For component tests: renders with the shared messages and those given, in the zone of Bishkek. */
export function renderIn(locale: Lang, node: ReactNode, messages: Catalogue = {}): RenderResult {
  const catalogue = { ...sharedMessages[locale], ...messages };
  return render(node, { wrapper: ({ children }) => <I18nProvider locale={locale} setLocale={() => undefined} messages={catalogue} timeZone="Asia/Bishkek">{children}</I18nProvider> });
}
