import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/index.js';
import { RefusedRequest } from '../../../live/index.js';
import { openSeat, type DialogueDoor } from '../../../surfaces/phone/kit/door.js';
import { forgetApplication, standingOf, type Applied, type Standing } from '../../../surfaces/phone/kit/registering.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Button } from '../../../ui/button.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { EmptyState } from '../../../ui/notes.js';

const AGAIN_MS = 5_000;

/** Asks what became of it, now and then, and at once when the phone is taken up again. */
function useStanding(door: DialogueDoor, applied: Applied): { standing: Standing; isLost: boolean } {
  const [state, setState] = useState<{ standing: Standing; isLost: boolean }>({ standing: { status: 'waiting', reason: null }, isLost: false });
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      try {
        const standing = await standingOf(door.id, applied.seatId);
        if (isCurrent) setState({ standing, isLost: false });
        if (standing.status !== 'waiting') return;
      } catch (error) {
        // forgotten by the server: as if it had been declined without a word
        if (isCurrent) setState((now) => (error instanceof RefusedRequest ? { standing: { status: 'declined', reason: null }, isLost: false } : { ...now, isLost: true }));
        if (error instanceof RefusedRequest) return;
      }
      if (isCurrent) timer = setTimeout(() => { void ask(); }, AGAIN_MS * (0.8 + 0.4 * Math.random()));
    };
    const look = () => { if (document.visibilityState === 'visible') void ask(); };
    void ask();
    document.addEventListener('visibilitychange', look);
    return () => { isCurrent = false; clearTimeout(timer); document.removeEventListener('visibilitychange', look); };
  }, [door.id, applied.seatId]);
  return state;
}

/** After sending: waits for the organizer's word, and goes in by itself when it is yes. */
export function RegisterWaiting({ door, applied, head, onAnew }: { door: DialogueDoor; applied: Applied; head: ReactNode; onAnew: () => void }) {
  const t = useText();
  const { standing, isLost } = useStanding(door, applied);
  const [attempt, setAttempt] = useState(0);
  const code = `${applied.code.slice(0, 5)}-${applied.code.slice(5, 10)}-${applied.code.slice(10)}`;
  useEffect(() => {
    if (standing.status !== 'approved') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    openSeat(door, applied.code).then(() => { forgetApplication(door.slug); go(`/d/${door.slug}`, { replace: true }); }, () => { timer = setTimeout(() => setAttempt((n) => n + 1), 3_000); });
    return () => clearTimeout(timer);
  }, [standing.status, door, applied.code, attempt]);
  const anew = () => { forgetApplication(door.slug); onAnew(); };
  if (standing.status === 'declined') {
    return (
      <PhoneFrame title={t('ui.product')} aside={<span />}>
        {head}
        <EmptyState title={t('p.register.declined')} action={<Button onClick={anew}>{t('p.register.anew')}</Button>}>{standing.reason === null ? t('p.register.declined-do') : <><p><bdi>{standing.reason}</bdi></p><p>{t('p.register.declined-do')}</p></>}</EmptyState>
      </PhoneFrame>
    );
  }
  return (
    <PhoneFrame title={t('ui.product')} aside={<span />}>
      {head}
      <section className="rule stack-2" role="status">
        <h2>{t(standing.status === 'approved' ? 'p.register.approved' : 'p.register.waiting')}</h2>
        <p className="soft"><bdi>{applied.name}</bdi></p>
        <p className="soft">{t(isLost ? 'p.join.noNetwork' : 'p.register.waiting-do')}</p>
      </section>
      <section className="rule stack-2"><p className="sm soft">{t('p.register.own-code')}</p><p><code className="own-code">{code}</code></p></section>
      <Button kind="quiet" onClick={anew}>{t('p.register.anew')}</Button>
    </PhoneFrame>
  );
}
