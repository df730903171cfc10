import type { Lang } from '@tegerek/contracts/wire';
import { LANGS } from '../i18n/langs.js';
import { useI18n, useText } from '../i18n/provider.js';
import { WORDS } from '../i18n/words.js';
import { IconLanguage } from './icons/index.js';
import { Segmented } from './radio-group.js';
import './language-switch.css';

export interface LanguageSwitchProps {
  /** The languages of the dialogue, in their order. */
  languages?: readonly Lang[] | undefined;
  /** `next`: one tap goes to the next language (heads of pages); `all`: each in its own words (joining, «More»). */
  look?: 'next' | 'all' | undefined;
}

/** A person changes the language in one tap anywhere. */
export function LanguageSwitch({ languages = LANGS, look = 'next' }: LanguageSwitchProps) {
  const t = useText();
  const { wanted, setLocale } = useI18n();
  if (look === 'all') return <Segmented label={t('ui.language')} value={wanted} onChange={setLocale} options={languages.map((lang) => ({ value: lang, label: WORDS[lang].own, lang }))} />;
  const next = languages[(languages.indexOf(wanted) + 1) % languages.length] ?? wanted;
  return (
    <button type="button" className="lang-next" onClick={() => setLocale(next)}>
      <IconLanguage /><span>{WORDS[wanted].short}</span><span className="sr-only">{t('ui.language.next', { language: WORDS[next].own })}</span>
    </button>
  );
}
