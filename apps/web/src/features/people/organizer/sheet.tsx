import { formatCode } from '@tegerek/ballot';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { useAddress, withoutScheme } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconPrinter } from '../../../ui/icons/index.js';
import { Note } from '../../../ui/notes.js';
import { QrCode } from '../../../ui/qr-code.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { privateLink } from './codes.js';

/** A badge whose code was born in this page; it is kept nowhere else. */
export interface Badge { seatId: string; number: number; name: string; organisation: string; groupId: string | null; code: string }

/** One badge: the private QR to come in, the code to type, and the seat number that the door reads. */
function BadgeCard({ badge, core, groups }: { badge: Badge; core: CoreSlice; groups: readonly GroupView[] }) {
  const t = useText();
  const { locale } = useI18n();
  const address = useAddress();
  const group = groupOf(groups, badge.groupId);
  return (
    <li className="badge-card">
      <QrCode value={privateLink(core.setup?.slug ?? '', badge.code)} label={t('desk.badge.qr', { name: badge.name })} />
      <div>
        <p className="badge-title">{textOf(core.setup?.title, locale).text}</p>
        <p className="badge-name"><bdi>{badge.name}</bdi></p>
        <p className="sm"><bdi>{badge.organisation}</bdi></p>
        {group === undefined ? null : <p><GroupSign group={group} /></p>}
        <p className="badge-code"><code>{formatCode(badge.code)}</code></p>
        <p className="sm">{withoutScheme(address)}/j/{core.setup?.slug}</p>
      </div>
      <p className="badge-number" aria-label={t('desk.badge.number', { n: badge.number })}>{badge.number}</p>
    </li>
  );
}

/** The printable sheet of private links. A lost badge is issued anew, never printed again. */
export function BadgeSheet({ badges, core, groups, onDrop }: { badges: readonly Badge[]; core: CoreSlice; groups: readonly GroupView[]; onDrop: () => void }) {
  const t = useText();
  if (badges.length === 0) return null;
  return (
    <section className="badge-sheet" aria-label={t('desk.badges')}>
      <div className="head-line no-print">
        <div className="grow"><h2>{t('desk.badges.count', { n: badges.length })}</h2><p className="sm soft">{t('desk.badges.how')}</p></div>
        <Button kind="primary" icon={<IconPrinter />} onClick={() => print()}>{t('desk.badges.print')}</Button>
        <Button onClick={onDrop}>{t('desk.badges.done')}</Button>
      </div>
      <div className="no-print"><Note>{t('desk.badges.once')}</Note></div>
      <ul className="badge-list">{badges.map((badge) => <BadgeCard key={badge.seatId} badge={badge} core={core} groups={groups} />)}</ul>
    </section>
  );
}
