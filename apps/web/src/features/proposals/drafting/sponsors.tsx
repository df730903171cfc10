import type { ReactNode } from 'react';
import type { SponsorView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { CapacityWord } from './capacity.js';

const SHOWN = 5;

/** Who stands behind a proposal, in the order in which they joined. `nameOf`: a name and its group as this surface shows them. */
export function Sponsors({ sponsors, nameOf, numberOf }: { sponsors: readonly SponsorView[]; nameOf: (sponsor: SponsorView) => ReactNode; numberOf: (proposalId: string) => string | undefined }) {
  const t = useText();
  if (sponsors.length === 0) return null;
  const row = (sponsor: SponsorView) => {
    const from = sponsor.from === null ? undefined : numberOf(sponsor.from);
    return <li key={sponsor.seatId} className="meta-line">{nameOf(sponsor)}<CapacityWord capacity={sponsor.capacity} />{from === undefined ? null : <span>{t('draft.sponsors.from', { number: from })}</span>}</li>;
  };
  return (
    <section className="stack-1">
      <h3 className="label">{t('draft.sponsors', { n: sponsors.length })}</h3>
      <ul className="stack-1">{sponsors.slice(0, SHOWN).map(row)}</ul>
      {sponsors.length > SHOWN ? <details><summary>{t('draft.hints.more', { n: sponsors.length - SHOWN })}</summary><ul className="stack-1">{sponsors.slice(SHOWN).map(row)}</ul></details> : null}
    </section>
  );
}
