import { useState } from 'react';
import { formatCode } from '@tegerek/ballot';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { useAddress, withoutScheme } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconDownload, IconPrinter } from '../../../ui/icons/index.js';
import { Note } from '../../../ui/notes.js';
import { notePrinted } from '../../../ui/printed.js';
import { Job } from '../../../ui/progress.js';
import { QrCode } from '../../../ui/qr-code.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { useLeaveWarning } from '../../../ui/use-leave-warning.js';
import type { BadgeFile } from './badges/save-badges.js';
import { privateLink } from './codes.js';

/** A badge whose code was born in this page; it is kept nowhere else. */
export interface Badge { seatId: string; number: number; name: string; organisation: string; groupId: string | null; code: string }

/** Cards on the page; the files hold all. */
const SHOWN = 30;

/** One badge: the private QR to come in, the code to type, and the seat number that the door reads. */
function BadgeCard({ badge, core, groups, onSave }: { badge: Badge; core: CoreSlice; groups: readonly GroupView[]; onSave: () => void }) {
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
        <Button mini icon={<IconPrinter />} onClick={onSave} aria-label={t('arrival.badge.pdf-of', { n: badge.number })}>PDF</Button>
      </div>
      <p className="badge-number" aria-label={t('desk.badge.number', { n: badge.number })}>{badge.number}</p>
    </li>
  );
}

type Saving = { done: number; total: number } | 'failed' | null;

/** Makes the files in this page; the part that draws is fetched when it is first asked for. */
function useBadgeFiles(core: CoreSlice, groups: readonly GroupView[]) {
  const t = useText();
  const { locale } = useI18n();
  const address = useAddress();
  const [saving, setSaving] = useState<Saving>(null);
  const slug = core.setup?.slug ?? '';
  const words = { mark: core.rehearsal ? t('ui.rehearsal').toUpperCase() : undefined, title: textOf(core.setup?.title, locale).text, lang: locale, code: t('arrival.badge.code'), seat: t('arrival.badge.seat'), address: `${withoutScheme(address)}/j/${slug}` };
  const fileOf = (badges: readonly Badge[]): BadgeFile => ({ badges, groups, slug, words });
  const attempt = async (badges: readonly Badge[], save: (files: typeof import('./badges/save-badges.js')) => Promise<void> | void): Promise<boolean> => {
    setSaving({ done: 0, total: badges.length });
    try {
      await save(await import('./badges/save-badges.js'));
      setSaving(null);
      return true;
    } catch {
      setSaving('failed');
      return false;
    }
  };
  const savePdf = (badges: readonly Badge[]) => attempt(badges, (files) => files.saveBadgePdf(fileOf(badges), (done) => setSaving({ done, total: badges.length })));
  const headings = [t('arrival.column.number'), t('arrival.column.name'), t('arrival.column.organisation'), t('arrival.column.group'), t('arrival.badge.code'), t('arrival.badge.link')];
  const saveCsv = (badges: readonly Badge[]) => attempt(badges, (files) => files.saveBadgeCsv(fileOf(badges), headings));
  return { saving, savePdf, saveCsv };
}

/** New badges: to be saved as files now, for their codes are nowhere else. A lost badge is issued anew, never printed again. */
export function BadgeSheet({ badges, core, groups, onDrop }: { badges: readonly Badge[]; core: CoreSlice; groups: readonly GroupView[]; onDrop: () => void }) {
  const t = useText();
  const { saving, savePdf, saveCsv } = useBadgeFiles(core, groups);
  const [saved, setSaved] = useState(0);
  useLeaveWarning(badges.length > saved);
  if (badges.length === 0) return null;
  const busy = saving !== null && saving !== 'failed';
  const keep = (isSaved: boolean) => {
    if (!isSaved) return;
    notePrinted(core.dialogueId, 'badges', Math.max(0, badges.length - saved), true);
    setSaved(badges.length);
  };
  return (
    <section className="badge-sheet" aria-label={t('desk.badges')}>
      <div className="head-line">
        <div className="grow"><h2>{t('desk.badges.count', { n: badges.length })}</h2><p className="sm soft">{t('desk.badges.how')}</p></div>
        <Button kind="primary" icon={<IconPrinter />} busy={busy} onClick={() => { void savePdf(badges).then(keep); }}>{t('arrival.badges.pdf')}</Button>
        <Button icon={<IconDownload />} busy={busy} onClick={() => { void saveCsv(badges).then(keep); }}>CSV</Button>
        <Button onClick={() => { setSaved(0); onDrop(); }}>{t('desk.badges.done')}</Button>
      </div>
      <Note>{t('desk.badges.once')}</Note>
      {saving === 'failed' ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      {saving !== null && saving !== 'failed' && saving.total > 20 ? <Job title={t('arrival.badges.drawing')} done={saving.done} total={saving.total} /> : null}
      <ul className="badge-list">{badges.slice(0, SHOWN).map((badge) => <BadgeCard key={badge.seatId} badge={badge} core={core} groups={groups} onSave={() => { void savePdf([badge]); }} />)}</ul>
      {badges.length > SHOWN ? <p className="sm soft">{t('ui.filter.count', { shown: SHOWN, total: badges.length })}</p> : null}
    </section>
  );
}
