import type { Lang, Text } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import { WORDS } from '../../i18n/words.js';
import { Segmented } from '../radio-group.js';
import { countCharacters, TextArea, TextField } from '../text-field.js';

/** The languages of a form's texts: one is written at a time. */
export function LangTabs({ languages, value, onChange }: { languages: readonly Lang[]; value: Lang; onChange: (lang: Lang) => void }) {
  const t = useText();
  if (languages.length < 2) return null;
  return <Segmented label={t('desk.text-language')} value={value} onChange={onChange} options={languages.map((lang) => ({ value: lang, label: WORDS[lang].own, lang }))} />;
}

export interface MultiTextProps {
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  value: Text;
  onChange: (value: Text) => void;
  /** The language that is being written. */
  lang: Lang;
  limit: number;
  rows?: number | undefined;
  refusal?: string | undefined;
}

/** One multilingual text in the language being written; without a text there, the one that readers would see stands in the hint. */
export function MultiText({ label, hint, optional, value, onChange, lang, limit, rows = 1, refusal }: MultiTextProps) {
  const t = useText();
  const text = value[lang] ?? '';
  const other = (Object.keys(value) as Lang[]).find((each) => each !== lang && (value[each] ?? '').trim() !== '');
  const set = (next: string) => onChange({ ...value, [lang]: next });
  const shown = text === '' && other !== undefined ? t('desk.text-elsewhere', { language: WORDS[other].short, text: value[other] ?? '' }) : hint;
  const long = countCharacters(text) > limit ? t('refusal.request.invalid', { reason: 'too-long', max: limit }) : undefined;
  const shared = { label, hint: shown, optional, lang, value: text, onChange: set, limit, compact: true, refusal: refusal ?? long };
  return rows === 1 ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />;
}

/** Without languages that are empty, so that a missing text is missing and not blank. */
export const cleaned = (text: Text): Text => Object.fromEntries(Object.entries(text).flatMap(([lang, value]) => (value === undefined || value.trim() === '' ? [] : [[lang, value.trim()]])));

/** No language of the texts is longer than the limit. */
export const fits = (text: Text, limit: number): boolean => Object.values(text).every((value) => countCharacters(value ?? '') <= limit);

export const hasText = (text: Text): boolean => Object.values(text).some((value) => (value ?? '').trim() !== '');
