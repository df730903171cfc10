import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ComponentType } from 'react';
import type { Me } from '@tegerek/contracts/wire';
import { MultilingualText, useText } from '../../i18n/index.js';
import { LiveProvider, type LiveSpace, RefusedRequest, useConnection, useCore, useLiveSpace, useMe, useOpenSpace, usePending, useSend } from '../../live/index.js';
import { EmptyState } from '../../ui/notes.js';
import { NetworkLine } from '../../ui/network-line.js';
import { PhoneFrame } from '../../ui/layouts/phone-frame.js';
import { useDialogueZone } from '../../ui/use-dialogue-zone.js';
import { deskOf, goToDeskOnce } from './kit/desk.js';
import { findSeat, forgetSeat, keptSeat, type DialogueDoor } from './kit/door.js';
import { useLanguageOfSeat } from './kit/language.js';
import { go, type ScreenName } from './kit/route.js';
import { useWho, whoOf, WhoProvider } from './kit/who.js';

type ScreenComponent = ComponentType<{ id: string | null }>;

/** A chunk that did not come (no network) is asked for again by itself. */
const late = (load: () => Promise<{ default: ScreenComponent }>): ScreenComponent => lazy(async () => {
  for (;;) {
    try { return await load(); } catch { await new Promise((resolve) => { setTimeout(resolve, 2_000); }); }
  }
});

const Welcome = lazy(() => import('../../features/join/phone/welcome-screen.js'));
const SCREENS: Record<ScreenName, ScreenComponent> = {
  now: late(() => import('../../features/now/phone/now-screen.js')),
  questions: late(() => import('../../features/questions/phone/questions-screen.js')),
  ask: late(() => import('../../features/questions/phone/ask-screen.js')),
  speak: late(() => import('../../features/speakers/phone/speak-screen.js')),
  proposals: late(() => import('../../features/proposals/phone/proposals-screen.js')),
  proposal: late(() => import('../../features/proposals/phone/proposal-screen.js')),
  propose: late(() => import('../../features/proposals/phone/propose-screen.js')),
  amend: late(() => import('../../features/proposals/phone/amend-screen.js')),
  evidence: late(() => import('../../features/proposals/phone/evidence-screen.js')),
  history: late(() => import('../../features/proposals/phone/history-screen.js')),
  vote: late(() => import('../../features/votes/phone/vote-screen.js')),
  agenda: late(() => import('../../features/votes/phone/agenda-screen.js')),
  rank: late(() => import('../../features/votes/phone/rank-screen.js')),
  result: late(() => import('../../features/votes/phone/result-screen.js')),
  results: late(() => import('../../features/votes/phone/results-screen.js')),
  polls: late(() => import('../../features/polls/phone/polls-screen.js')),
  mine: late(() => import('../../features/mine/phone/mine-screen.js')),
  more: late(() => import('../../features/more/phone/more-screen.js')),
  programme: late(() => import('../../features/more/phone/programme-screen.js')),
  privacy: late(() => import('../../features/more/phone/privacy-screen.js')),
};

/** Everything behind the door: finds one's seat, opens the space, shows a screen. */
export function Inside({ slug, screen, id }: { slug: string; screen: ScreenName; id: string | null }) {
  const t = useText();
  const [found, setFound] = useState(() => keptSeat(slug));
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    findSeat(slug).then(
      (seat) => { if (isCurrent) { if (seat === null) { forgetSeat(slug); go(`/j/${slug}`, { replace: true }); } else setFound((now) => (now?.seatId === seat.seatId && now.door.id === seat.door.id ? now : seat)); } },
      (error: unknown) => { if (isCurrent) { if (error instanceof RefusedRequest) go(`/j/${slug}`, { replace: true }); else timer = setTimeout(() => setAttempt((n) => n + 1), 3_000); } },
    );
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [slug, attempt]);
  if (found === null) return <PhoneFrame title={t('ui.product')}><p className="mute" role="status">{t('ui.loading')}</p></PhoneFrame>;
  return <Space door={found.door} seatId={found.seatId} screen={screen} id={id} />;
}

interface SpaceProps { door: DialogueDoor; seatId: string; screen: ScreenName; id: string | null }

function Space({ door, seatId, screen, id }: SpaceProps) {
  const space = useOpenSpace({ space: door.id, as: 'seat', actor: seatId });
  const who = useMemo(() => whoOf(door, seatId), [door, seatId]);
  return <LiveProvider space={space}><WhoProvider value={who}><Gate screen={screen} id={id} /></WhoProvider></LiveProvider>;
}

function Gate({ screen, id }: { screen: ScreenName; id: string | null }) {
  const { door } = useWho();
  const me = useMe();
  const core = useCore();
  const { status } = useConnection();
  const [isIn, setIn] = useState(false);
  // given on this phone and still on its way: not asked again
  const isAnswered = usePending().commands.some((row) => row.envelope.name === 'consent.set' && row.state !== 'refused');
  useForSupport();
  useDialogueZone();
  useEffect(() => { if (status === 'closed') { forgetSeat(door.slug); } }, [status, door.slug]);
  if (status === 'closed') return <Closed />;
  if (core === null || me === null) return <Waiting />;
  if (!isIn && !isAnswered && me.consents['notice'] !== true) return <Suspense fallback={<Waiting />}><Welcome me={me} onIn={() => setIn(true)} /></Suspense>;
  return <Joined me={me} screen={screen} id={id} />;
}

/** Present from the first look on, once the dialogue is open. */
function Joined({ me, screen, id }: { me: Me; screen: ScreenName; id: string | null }) {
  const core = useCore();
  const send = useSend();
  const joined = useRef(false);
  const isDue = core?.phase === 'open' && me.presentSince === undefined;
  useLanguageOfSeat();
  useEffect(() => {
    if (!isDue || joined.current) return;
    joined.current = true;
    void send('seat.join', {});
  }, [isDue, send]);
  const { door } = useWho();
  const desk = deskOf(me, door.slug);
  const isSettled = core?.phase !== 'open' || me.presentSince !== undefined;
  useEffect(() => { if (desk !== null && isSettled) goToDeskOnce(desk, door.slug); }, [desk, isSettled, door.slug]);
  const Shown = SCREENS[screen];
  return <Suspense fallback={<Waiting />}><Shown id={id} /></Suspense>;
}

function Waiting() {
  const t = useText();
  const { lostAt, isPortal } = useConnection();
  const { door } = useWho();
  return <PhoneFrame title={<MultilingualText value={door.title} />} network={<NetworkLine lostAt={lostAt} isPortal={isPortal} />}><p className="mute" role="status">{t('ui.loading')}</p></PhoneFrame>;
}

function Closed() {
  const t = useText();
  const { door } = useWho();
  const { refusal } = useConnection();
  return (
    <PhoneFrame title={<MultilingualText value={door.title} />}>
      <EmptyState title={t(refusal?.code === 'session.missing' ? 'p.closed.signedOut' : 'p.closed.noRight')} action={<a className="btn primary" href={`/j/${door.slug}`}>{t('p.closed.enter')}</a>}>{t('p.closed.kept')}</EmptyState>
    </PhoneFrame>
  );
}

declare global {
  interface Window { tegerek?: { stateHash: LiveSpace['stateHash'] } }
}

/** For support and the browser stories: what this phone holds can be compared with the server's. */
function useForSupport(): void {
  const space = useLiveSpace();
  useEffect(() => { window.tegerek = { stateHash: () => space.stateHash() }; return () => { delete window.tegerek; }; }, [space]);
}

