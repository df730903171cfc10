import type { SponsorCapacity } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useMe } from '../../../live/index.js';
import { RadioGroup } from '../../../ui/radio-group.js';

const CAPACITIES: readonly SponsorCapacity[] = ['self', 'organisation', 'group'];

/** For whom I speak; an organisation only where I have one. */
export function CapacityField({ value, onChange }: { value: SponsorCapacity; onChange: (value: SponsorCapacity) => void }) {
  const t = useText();
  const me = useMe();
  const offered = CAPACITIES.filter((each) => each !== 'organisation' || (me?.organisation ?? '') !== '');
  return <RadioGroup look="plain" label={t('draft.capacity')} value={value} onChange={onChange} options={offered.map((each) => ({ value: each, label: t(`draft.capacity.${each}`), ...(each === 'organisation' ? { note: <bdi>{me?.organisation}</bdi> } : {}) }))} />;
}

/** What is said of somebody's capacity beside their name. */
export function CapacityWord({ capacity }: { capacity: SponsorCapacity }) {
  const t = useText();
  return capacity === 'self' ? null : <span>{t(`draft.capacity.as-${capacity}`)}</span>;
}
