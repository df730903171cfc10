import type { Formulation } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/index.js';

export const FACTS = ['addressee', 'responsible', 'deadline', 'indicator', 'region'] as const satisfies readonly (keyof Formulation)[];

/** The parts of a formulation beside its text; empty ones are left out. The labels are in the reader's language. */
export function Facts({ fields }: { fields: Formulation }) {
  const t = useText();
  const { locale } = useI18n();
  const filled = FACTS.filter((name) => fields[name] !== '');
  if (filled.length === 0) return null;
  return <dl className="facts rule">{filled.map((name) => <div key={name} className="fact"><dt lang={locale}>{t(`p.field.${name}`)}</dt><dd><bdi>{fields[name]}</bdi></dd></div>)}</dl>;
}
