import { useEffect, useState } from 'react';
import type { CoreSlice, Me, PanelHead } from '@tegerek/contracts/wire';
import { SignIn } from '../../features/sessions/organizer/sign-in.js';
import { useSession, type SeatSession } from '../../features/sessions/organizer/session.js';
import { MultilingualText } from '../../i18n/rich.js';
import { useText } from '../../i18n/provider.js';
import { LiveProvider, useConnection, useCore, useMe, useOpenSpace } from '../../live/index.js';
import { EmptyState } from '../../ui/notes.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { refusalText } from '../../i18n/refusal.js';
import '../../ui/base.css';
import { useDialogueZone } from '../../ui/use-dialogue-zone.js';
import { ConsoleScreen } from './console-screen.js';
import './console.css';

interface Route { slug: string; panelId: string | null }

const readRoute = (): Route => {
  const [, , slug = '', panelId = ''] = location.pathname.split('/');
  return { slug: decodeURIComponent(slug), panelId: panelId === '' ? null : panelId };
};

const hrefOf = (slug: string, panelId: string) => `/console/${encodeURIComponent(slug)}/${panelId}`;

/** The panels that a person serves: the organizer all, others those that name them. */
function servedBy(core: CoreSlice, me: Me): PanelHead[] {
  const all = Object.values(core.panels).sort((a, b) => a.number - b.number);
  if (me.roles.includes('organizer')) return all;
  return all.filter((panel) => (me.roles.includes('moderator') && panel.moderators.includes(me.seatId)) || (me.roles.includes('rapporteur') && panel.rapporteurs.includes(me.seatId)));
}

/** The one that runs, else the first that has not closed. */
const defaultPanel = (panels: readonly PanelHead[]): PanelHead | undefined =>
  panels.find((panel) => panel.phase !== 'scheduled' && panel.phase !== 'closed') ?? panels.find((panel) => panel.phase !== 'closed') ?? panels[0];

function Served({ slug, asked }: { slug: string; asked: string | null }) {
  const t = useText();
  const core = useCore();
  const me = useMe();
  const { status, refusal } = useConnection();
  const [panelId, setPanelId] = useState(asked);
  useEffect(() => {
    const back = () => setPanelId(readRoute().panelId);
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useDialogueZone();
  if (core === null || me === null) return <div className="staff-door" role="status">{status === 'closed' && refusal !== null ? refusalText(t, refusal) : <p className="mute">{t('ui.loading')}</p>}</div>;
  const panels = servedBy(core, me);
  const panel = panels.find((each) => each.id === panelId) ?? defaultPanel(panels);
  if (panel === undefined) return <main className="staff-door"><EmptyState title={t('console.no-panels')}>{t('console.no-panels-hint')}</EmptyState><LanguageSwitch /></main>;
  const choose = (id: string) => { history.pushState(null, '', hrefOf(slug, id)); setPanelId(id); };
  return <ConsoleScreen core={core} panel={panel} panels={panels} hrefOf={(id) => hrefOf(slug, id)} onChoose={choose} />;
}

function Opened({ seat, panelId }: { seat: SeatSession; panelId: string | null }) {
  const space = useOpenSpace({ space: seat.dialogueId, as: 'facilitator', actor: seat.seatId });
  return <LiveProvider space={space}><Served slug={seat.slug} asked={panelId} /></LiveProvider>;
}

/** Which dialogue's console, when the address names none. */
function Choose({ seats }: { seats: readonly SeatSession[] }) {
  const t = useText();
  return (
    <main className="staff-door">
      <div className="row"><h1 className="grow">{t('console.choose')}</h1><LanguageSwitch /></div>
      {seats.length === 0 ? <p className="soft">{t('console.choose-none')}</p> : null}
      <ul className="items">{seats.map((seat) => <li key={seat.dialogueId}><a href={`/console/${seat.slug}`}><MultilingualText value={seat.title} /></a></li>)}</ul>
    </main>
  );
}

/** `/console/:slug[/:panelId]`: for who holds a staff seat of the dialogue, by code link or by account. */
export function ConsoleApp() {
  const t = useText();
  const [route] = useState(readRoute);
  const { session, reload } = useSession();
  if (session === null) return <div className="staff-door" role="status"><p className="mute">{t('ui.loading')}</p></div>;
  const seat = session.seats.find((each) => each.slug === route.slug);
  if (seat !== undefined) return <Opened seat={seat} panelId={route.panelId} />;
  if (route.slug === '' && (session.account !== undefined || session.seats.length > 0)) return <Choose seats={session.seats} />;
  return (
    <main className="staff-door">
      <div className="row"><h1 className="grow">{t('console.door')}</h1><LanguageSwitch /></div>
      <p className="soft">{t('console.door-hint')}</p>
      {route.slug === '' ? null : <p><a href={`/j/${route.slug}`}>{t('console.door-code')}</a></p>}
      {session.account === undefined ? <SignIn onDone={reload} /> : <p className="soft">{t('console.door-no-seat')}</p>}
    </main>
  );
}
