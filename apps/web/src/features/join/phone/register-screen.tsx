import { useEffect, useState } from 'react';
import { MultilingualText, useFormat, useText } from '../../../i18n/index.js';
import { RefusedRequest } from '../../../live/index.js';
import { findSeat, openDoor, type DialogueDoor } from '../../../surfaces/phone/kit/door.js';
import { keptApplication, openOffer, type Applied, type Offer } from '../../../surfaces/phone/kit/registering.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';
import { RehearsalMark } from '../../../ui/rehearsal-mark.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { EmptyState } from '../../../ui/notes.js';
import { RegisterForm } from './register-form.js';
import { RegisterWaiting } from './register-waiting.js';

interface Found { door: DialogueDoor; offer: Offer | null }

/** The door and what it offers; asked again until there is an answer. Who has a seat here goes in. */
function useFound(slug: string): Found | 'unknown' | null {
  const [found, setFound] = useState<Found | 'unknown' | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<Found> => {
      const door = await openDoor(slug);
      if (await findSeat(slug) !== null) go(`/d/${slug}`, { replace: true });
      return { door, offer: await openOffer(door.id) };
    };
    look().then((now) => { if (isCurrent) setFound(now); }, (error: unknown) => {
      if (!isCurrent) return;
      if (error instanceof RefusedRequest) setFound('unknown');
      else timer = setTimeout(() => setAttempt((n) => n + 1), 3_000);
    });
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [slug, attempt]);
  return found;
}

/** `/j/<slug>/new`: a person without a code asks for a seat, or takes one by an open code. */
export default function RegisterScreen({ slug }: { slug: string }) {
  const t = useText();
  const { date } = useFormat();
  const found = useFound(slug);
  const [applied, setApplied] = useState<Applied | null>(() => keptApplication(slug));
  if (found === 'unknown') return <PhoneFrame title={t('ui.product')}><EmptyState title={t('p.join.unknown')} action={<a className="btn" href="/">{t('p.join.all')}</a>}>{t('p.join.unknown.do')}</EmptyState></PhoneFrame>;
  if (found === null) return <PhoneFrame title={t('ui.product')}><p className="mute" role="status">{t('ui.loading')}</p></PhoneFrame>;
  const { door, offer } = found;
  const head = <><RehearsalMark isShown={door.rehearsal} /><LanguageSwitch look="all" languages={door.languages} /><div>{offer === null || offer.date === '' ? null : <p className="over">{date(offer.date, 'long')}</p>}<h1><MultilingualText value={offer?.title ?? door.title} /></h1></div></>;
  if (applied?.isReceived === true) return <RegisterWaiting door={door} applied={applied} head={head} onAnew={() => setApplied(null)} />;
  if (offer === null) return <PhoneFrame title={t('ui.product')} aside={<span />}>{head}<EmptyState title={t('p.register.closed')} action={<a className="btn" href={`/j/${slug}`}>{t('p.register.have-code')}</a>}>{t('p.register.closed-do')}</EmptyState></PhoneFrame>;
  return <RegisterForm door={door} offer={offer} unsent={applied} head={head} onReceived={setApplied} />;
}
