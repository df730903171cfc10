import type { Formulation, Lang, PanelSlice, VoteHead } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../i18n/provider.js';
import { WORDS } from '../../i18n/words.js';
import { usePanel } from '../../live/index.js';

export interface VersionText {
  fields: Formulation;
  lang: Lang;
  /** `original`: the authoritative text; else whose eyes have compared the translation with it. */
  kind: 'original' | 'draft' | 'checked';
}

/** A voted text in the reader's language where this very version was rendered in it, else the authoritative text. */
export function versionText(version: NonNullable<VoteHead['version']>, translations: PanelSlice['translations'] | undefined, locale: Lang): VersionText {
  const held = locale === version.language ? undefined : translations?.[version.proposalId]?.[locale];
  if (held?.version !== version.number) return { fields: version.fields, lang: version.language, kind: 'original' };
  return { fields: held.fields, lang: locale, kind: held.checkedBy === null ? 'draft' : 'checked' };
}

/** The same for a vote on screen, with what the reader must know about the language; `note` null: it is the reader's own. `null`: a vote on no text. */
export function useVersionText({ version, panelId }: Pick<VoteHead, 'version' | 'panelId'>): (VersionText & { note: string | null }) | null {
  const t = useText();
  const { locale } = useI18n();
  const slice = usePanel(panelId);
  if (version === null) return null;
  const text = versionText(version, slice?.translations, locale);
  const isOwn = text.kind === 'original' && text.lang === locale;
  return { ...text, note: isOwn ? null : t(`vote-text.${text.kind}`, { language: WORDS[version.language].own }) };
}
