import type { LintFields, LintLocale, LintRule } from './warning.js';

/** A formulation and the rules that must warn about it; every other rule must be silent. */
export interface Sample {
  readonly fields: LintFields;
  readonly expect: readonly LintRule[];
}

const GIVEN: Readonly<Record<LintLocale, Required<Omit<LintFields, 'text'>>>> = {
  ru: { addressee: 'Кабинету Министров', responsible: 'Министерство экономики и коммерции', deadline: '1 июня 2027 года', indicator: 'приказ опубликован, 40 айыл аймаков' },
  ky: { addressee: 'Министрлер Кабинетине', responsible: 'Экономика жана коммерция министрлиги', deadline: '2027-жылдын 1-июнуна чейин', indicator: 'буйрук жарыяланды, 40 айыл аймагы' },
  en: { addressee: 'Cabinet of Ministers', responsible: 'Ministry of Economy and Commerce', deadline: '1 June 2027', indicator: 'order published, 40 aiyl aimaks' },
};

export interface Writers {
  /** Every other field is filled in properly. */
  readonly whole: (text: string, ...expect: LintRule[]) => Sample;
  /** Nothing but the text: the three missing parts are expected besides. */
  readonly bare: (text: string, ...expect: LintRule[]) => Sample;
  /** Only the given fields beside the text, nothing expected besides. */
  readonly part: (fields: LintFields, text: string, ...expect: LintRule[]) => Sample;
  /** Filled in properly but for the given fields. */
  readonly but: (fields: LintFields, text: string, ...expect: LintRule[]) => Sample;
}

/** Short ways to write samples of one language. */
export const samplesOf = (locale: LintLocale): Writers => ({
  whole: (text, ...expect) => ({ fields: { ...GIVEN[locale], text }, expect }),
  bare: (text, ...expect) => ({ fields: { text }, expect: ['missing-addressee', 'missing-responsible', 'missing-deadline', ...expect] }),
  part: (fields, text, ...expect) => ({ fields: { ...fields, text }, expect }),
  but: (fields, text, ...expect) => ({ fields: { ...GIVEN[locale], ...fields, text }, expect }),
});
