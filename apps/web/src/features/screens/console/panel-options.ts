import type { CoreSlice } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import type { Option } from '../../../ui/select-field.js';

/** What a screen can follow: each panel, or (`''`) the whole dialogue. */
export function usePanelOptions(core: CoreSlice): Option[] {
  const t = useText();
  const { locale } = useI18n();
  const panels = Object.values(core.panels).sort((a, b) => a.number - b.number);
  return [...panels.map((each) => ({ value: each.id, label: `${each.number}. ${textOf(each.title, locale).text}` })), { value: '', label: t('console.screen.no-panel') }];
}
