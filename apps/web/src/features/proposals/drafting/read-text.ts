import type { Formulation, Lang, PanelSlice, ProposalView } from '@tegerek/contracts/wire';

/** What a reader is shown of a proposal. */
export interface ReadText {
  fields: Formulation;
  lang: Lang;
  /** `original`: the authoritative text; else whose eyes have compared the translation with it. */
  kind: 'original' | 'draft' | 'checked';
}

/** The reader's language where the present revision has it, else the authoritative text; an out-of-date translation is never shown as the text. */
export function readText(proposal: ProposalView, translations: PanelSlice['translations'], locale: Lang): ReadText {
  const held = locale === proposal.language ? undefined : translations[proposal.proposalId]?.[locale];
  if (held === undefined || held.rev !== proposal.rev) return { fields: proposal.fields, lang: proposal.language, kind: 'original' };
  return { fields: held.fields, lang: locale, kind: held.checkedBy === null ? 'draft' : 'checked' };
}
