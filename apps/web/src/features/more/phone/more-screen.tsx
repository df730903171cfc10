import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/index.js';
import { useConnection, useLive, useLiveSpace, useMe, usePending, type LiveState } from '../../../live/index.js';
import { deskOf } from '../../../surfaces/phone/kit/desk.js';
import { signOut } from '../../../surfaces/phone/kit/door.js';
import { GroupOf } from '../../../surfaces/phone/kit/person.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { IconCalendar, IconChartBar, IconChevronRight, IconExternalLink, IconListNumbers, IconLogout, IconReceipt, IconShieldCheck } from '../../../ui/icons/index.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';

const isGoing = (state: string) => state === 'saved' || state === 'sending';
const seqOf = (state: LiveState) => state.seq;

export default function MoreScreen() {
  const t = useText();
  const me = useMe();
  const { door, path } = useWho();
  const pending = usePending();
  const desk = me === null ? null : deskOf(me, door.slug);
  const going = [...pending.commands, ...Object.values(pending.presses)].filter((row) => isGoing(row.state)).length;
  return (
    <Screen title={t('p.tab.more')} tab="more">
      <div><h2 className="h1"><bdi>{me?.name}</bdi></h2><p className="meta-line"><GroupOf groupId={me?.groupId ?? null} />{me?.groupId === null ? <span>{t('p.observer')}</span> : null}{me?.organisation ? <bdi>{me.organisation}</bdi> : null}<span>{t('p.more.seat', { n: String(me?.number ?? '') })}</span></p></div>
      <LanguageSwitch look="all" languages={door.languages} />
      <ul className="items">
        {desk === null ? null : <Line href={desk} icon={<IconExternalLink />}>{t('p.more.desk')}</Line>}
        <Line href={path('mine')} icon={<IconReceipt />} note={going > 0 ? t('p.more.going', { n: going }) : undefined}>{t('p.mine')}</Line>
        <Line href={path('results')} icon={<IconChartBar />}>{t('p.results')}</Line>
        <Line href={path('polls')} icon={<IconListNumbers />}>{t('p.polls')}</Line>
        <Line href={path('programme')} icon={<IconCalendar />}>{t('p.programme')}</Line>
        <Line href={path('privacy')} icon={<IconShieldCheck />}>{t('p.privacy')}</Line>
        <Line href={`/p/${door.slug}`} icon={<IconExternalLink />}>{t('p.more.public')}</Line>
      </ul>
      <SignOut going={going} />
      <SameForAll />
    </Screen>
  );
}

function Line({ href, icon, note, children }: { href: string; icon: ReactNode; note?: string | undefined; children: ReactNode }) {
  return <li><a className="door" href={href}><span className="row">{icon}<span><b>{children}</b>{note === undefined ? null : <span className="sm soft block">{note}</span>}</span></span><IconChevronRight /></a></li>;
}

function SignOut({ going }: { going: number }) {
  const t = useText();
  const { door } = useWho();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    signOut(door.slug).then(() => go(`/j/${door.slug}`, { replace: true }), () => { setBusy(false); setAsking(false); });
  };
  return (
    <>
      <Button icon={<IconLogout />} onClick={() => setAsking(true)}>{t('p.more.signOut')}</Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} kind="danger" busy={isBusy} title={t('p.more.signOut.ask')} effect={going > 0 ? t('p.more.signOut.going', { n: going }) : t('p.more.signOut.effect')} confirm={t('p.more.signOut')} onConfirm={leave} />
    </>
  );
}

/** Two phones that show the same mark at the same number hold the same state. */
function SameForAll() {
  const t = useText();
  const space = useLiveSpace();
  const seq = useLive(seqOf);
  const { status } = useConnection();
  const [mark, setMark] = useState<{ seq: number; hash: string } | null>(null);
  return (
    <p className="sm mute pull">
      {t('p.more.state', { seq: String(mark?.seq ?? seq) })} {mark === null ? <button type="button" className="link" onClick={() => { void space.stateHash().then(setMark); }}>{t('p.more.state.mark')}</button> : <span className="num" translate="no">{mark.hash.slice(0, 12)}</span>} {status === 'polling' ? t('p.more.polling') : null}
    </p>
  );
}
