import { useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/index.js';
import { useConnection, useMe } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { IconDots, IconFileText, IconHome, IconMessageQuestion, IconMicrophone } from '../../../ui/icons/index.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { NetworkLine } from '../../../ui/network-line.js';
import { TabBar } from '../../../ui/tab-bar.js';
import { DialogueLanguage } from './language.js';
import { go } from './route.js';
import { useWho } from './who.js';

export type Tab = 'now' | 'questions' | 'speak' | 'proposals' | 'more';

export interface ScreenProps {
  title: ReactNode;
  tab: Tab;
  /** Screen to go back to; absent: a tab's first screen. */
  back?: string | undefined;
  children: ReactNode;
  action?: ReactNode | undefined;
}

/** A screen inside a dialogue: frame, tabs, the network line, and what must be said above all else. */
export function Screen({ title, tab, back, children, action }: ScreenProps) {
  const t = useText();
  const { path } = useWho();
  const { lostAt, isPortal } = useConnection();
  const tabs = [
    { id: 'now', label: t('p.tab.now'), icon: <IconHome />, href: path() },
    { id: 'questions', label: t('p.tab.questions'), icon: <IconMessageQuestion />, href: path('questions') },
    { id: 'speak', label: t('p.tab.speak'), icon: <IconMicrophone />, href: path('speak') },
    { id: 'proposals', label: t('p.tab.proposals'), icon: <IconFileText />, href: path('proposals') },
    { id: 'more', label: t('p.tab.more'), icon: <IconDots />, href: path('more') },
  ];
  return (
    <PhoneFrame
      title={<h1 className="top-title">{title}</h1>} onBack={back === undefined ? undefined : () => go(back === 'now' ? path() : path(back))} aside={<DialogueLanguage />}
      network={<NetworkLine lostAt={lostAt} isPortal={isPortal} />} tabs={<TabBar items={tabs} current={tab} />} action={action === undefined ? undefined : <section className="act" aria-label={t('p.action')}>{action}</section>}
    >
      <Alarm />
      <OtherDevices />
      {children}
    </PhoneFrame>
  );
}

const SEEN = 'tegerek.devices';

/** One's seat is open elsewhere too: said in a quiet line, until it is put away. */
function OtherDevices() {
  const t = useText();
  const me = useMe();
  const [seen, setSeen] = useState(() => { try { return Number(sessionStorage.getItem(SEEN) ?? 1); } catch { return 1; } });
  const devices = me?.devices ?? 1;
  if (devices <= 1 || devices <= seen) return null;
  const putAway = () => { setSeen(devices); try { sessionStorage.setItem(SEEN, String(devices)); } catch { /* said again after a reload */ } };
  return <p className="sm soft other-devices" role="status">{t('p.devices', { n: devices })} <Button mini kind="quiet" onClick={putAway}>{t('p.devices.ok')}</Button></p>;
}

/** What cannot be quiet: another log, and a phone that keeps nothing. */
function Alarm() {
  const t = useText();
  const { status, isDurable } = useConnection();
  if (status === 'diverged') return <p className="alarm" role="alert">{t('p.diverged')}</p>;
  return isDurable ? null : <p className="sm soft">{t('p.notDurable')}</p>;
}
