import { useMemo } from 'react';
import type { Formulation, Lang, PanelSlice, VoteHead, VoteOption } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../i18n/provider.js';
import { WORDS } from '../../i18n/words.js';
import { useCore, useLive, usePanel, type LiveState } from '../../live/index.js';

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

const selectPanels = (state: LiveState): LiveState['panels'] => state.panels;

export interface ReadTitle {
  title: string;
  lang: Lang;
}

const headline = ({ title, text }: Formulation): string => title || text;

/**
 * What a vote is called in a list: as its text is read. Of an amendment: as its proposal's present text is called. Only of panels that are
 * held already; nothing is asked for.
 */
export function voteTitle({ version, panelId, amendment }: Pick<VoteHead, 'version' | 'panelId' | 'amendment'>, panels: LiveState['panels'], locale: Lang): ReadTitle {
  if (version === null) return { title: '', lang: locale };
  const slice = panels[panelId ?? ''];
  const { fields, lang } = amendment === null ? versionText(version, slice?.translations, locale) : proposalText(slice, version, locale);
  return { title: headline(fields), lang };
}

/** A proposal's translation that is of its present text; undefined: none is, or the reader's language is the text's own. */
function renderedNow(slice: PanelSlice | undefined, { proposalId, language }: { proposalId: string; language: Lang }, locale: Lang): Formulation | undefined {
  const held = locale === language ? undefined : slice?.translations[proposalId]?.[locale];
  return held !== undefined && held.rev === slice?.proposals[proposalId]?.rev ? held.fields : undefined;
}

function proposalText(slice: PanelSlice | undefined, version: NonNullable<VoteHead['version']>, locale: Lang): Pick<VersionText, 'fields' | 'lang'> {
  const rendered = renderedNow(slice, version, locale);
  return rendered === undefined ? { fields: version.fields, lang: version.language } : { fields: rendered, lang: locale };
}

export function useVoteTitles(): (vote: Pick<VoteHead, 'version' | 'panelId' | 'amendment'>) => ReadTitle {
  const { locale } = useI18n();
  const panels = useLive(selectPanels);
  return (vote) => voteTitle(vote, panels, locale);
}

/** An agenda's item that is not opened yet: as its proposal's present text is called. */
export function useItemTitles(panelId: string | null): (item: { proposalId: string; title: string; language: Lang }) => ReadTitle {
  const { locale } = useI18n();
  const slice = usePanel(panelId);
  return (item) => {
    const rendered = renderedNow(slice, item, locale);
    return rendered === undefined ? { title: item.title, lang: item.language } : { title: headline(rendered), lang: locale };
  };
}

/** Options of a ranking as the decided version of each is read; the ids stay, and with them every ballot. */
export function readOptions(options: readonly VoteOption[], votes: Readonly<Record<string, VoteHead>>, panels: LiveState['panels'], locale: Lang): VoteOption[] {
  return options.map((option) => {
    const decided = Object.values(votes).filter((vote) => vote.purpose === 'decision' && vote.state === 'closed' && vote.version?.proposalId === option.id).sort((a, b) => a.openedSeq - b.openedSeq).at(-1);
    if (decided === undefined || decided.version === null) return option;
    const read = versionText(decided.version, panels[decided.panelId ?? '']?.translations, locale);
    return read.kind === 'original' ? option : { ...option, title: headline(read.fields), text: read.fields.text, language: read.lang };
  });
}

/** A ranking with its options in the reader's language, as far as they were rendered and their panels are held. */
export function useReadRanking(vote: VoteHead): VoteHead {
  const { locale } = useI18n();
  const core = useCore();
  const panels = useLive(selectPanels);
  return useMemo(() => (core === null ? vote : { ...vote, options: readOptions(vote.options, core.votes, panels, locale) }), [vote, core, panels, locale]);
}
