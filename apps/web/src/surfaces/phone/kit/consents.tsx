import type { ConsentPurpose } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { CheckList } from '../../../ui/check-list.js';

/** What a person may agree to; the notice is not among them, it is told. */
export const PURPOSES = ['name', 'attribution', 'photo', 'recording', 'follow-up'] as const satisfies readonly ConsentPurpose[];
export type Purpose = (typeof PURPOSES)[number];

/** Each box acts for itself and none is ticked beforehand. */
export function ConsentList({ value, onChange }: { value: readonly Purpose[]; onChange: (value: Purpose[], changed: Purpose) => void }) {
  const t = useText();
  const items = PURPOSES.map((purpose) => ({ value: purpose, label: t(`p.consent.${purpose}`), note: t(`p.consent.${purpose}.note`) }));
  return <CheckList label={t('p.consent.title')} items={items} value={value} onChange={onChange} />;
}
