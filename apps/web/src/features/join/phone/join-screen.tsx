import { useEffect, useRef, useState, type FormEvent } from 'react';
import { MultilingualText, useFormat, useText } from '../../../i18n/index.js';
import { NoAnswer, PortalAnswer, RefusedRequest } from '../../../live/index.js';
import { openDoor, openSeat, type DialogueDoor } from '../../../surfaces/phone/kit/door.js';
import { forgetScanned, useScannedCode } from '../../../surfaces/phone/kit/fragment.js';
import { keptApplication, openOffer } from '../../../surfaces/phone/kit/registering.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Button } from '../../../ui/button.js';
import { IconQrcode } from '../../../ui/icons/index.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';
import { RehearsalMark } from '../../../ui/rehearsal-mark.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { CodeField, useCodeCheck } from './code-field.js';

/** `/j/<slug>`: a code typed or scanned opens one's seat. */
export default function JoinScreen({ slug }: { slug: string }) {
  const t = useText();
  const [door, setDoor] = useState<DialogueDoor | 'unknown' | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    openDoor(slug).then((found) => { if (isCurrent) setDoor(found); }, (error: unknown) => {
      if (!isCurrent) return;
      if (error instanceof RefusedRequest) setDoor('unknown');
      else timer = setTimeout(() => setAttempt((n) => n + 1), 3_000);
    });
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [slug, attempt]);
  if (door === 'unknown') return <PhoneFrame title={t('ui.product')}><EmptyState title={t('p.join.unknown')} action={<a className="btn" href="/">{t('p.join.all')}</a>}>{t('p.join.unknown.do')}</EmptyState></PhoneFrame>;
  if (door === null) return <PhoneFrame title={t('ui.product')}><p className="mute" role="status">{attempt > 1 ? t('p.join.noNetwork') : t('ui.loading')}</p></PhoneFrame>;
  return <CodeForm door={door} />;
}

/** Sends the key that is derived from a code; says what came of it. */
function useOpening(door: DialogueDoor) {
  const t = useText();
  const words = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = async (code: string) => {
    setBusy(true);
    setRefusal(null);
    try {
      await openSeat(door, code);
      forgetScanned();
      go(`/d/${door.slug}`, { replace: true });
    } catch (error) {
      setRefusal(error instanceof RefusedRequest ? words(error.refusal) : t(error instanceof PortalAnswer ? 'p.join.portal' : error instanceof NoAnswer ? 'p.join.noNetwork' : 'p.join.failed'));
      setBusy(false);
    }
  };
  return { isBusy, refusal, clear: () => setRefusal(null), open };
}

/** Where people may register themselves, the way there. */
function NoCode({ door }: { door: DialogueDoor }) {
  const t = useText();
  const [isOffered, setOffered] = useState(() => keptApplication(door.slug) !== null);
  useEffect(() => { void openOffer(door.id).then((offer) => { if (offer !== null) setOffered(true); }, () => undefined); }, [door.id]);
  return isOffered ? <p><a className="btn wide" href={`/j/${door.slug}/new`}>{t('p.register.no-code')}</a></p> : null;
}

function CodeForm({ door }: { door: DialogueDoor }) {
  const t = useText();
  const { date } = useFormat();
  const parse = useCodeCheck();
  const [typed, setTyped] = useState('');
  const { isBusy, refusal, clear, open } = useOpening(door);
  const scanned = useScannedCode();
  const tried = useRef<string | null>(null);
  useEffect(() => {
    if (parse === null || scanned === null || tried.current === scanned) return;
    tried.current = scanned;
    const code = parse(scanned);
    if (code === null) forgetScanned();
    else { setTyped(code); void open(code); }
  }, [parse, scanned]); // eslint-disable-line react-hooks/exhaustive-deps -- a scanned code is used once
  const code = parse?.(typed) ?? null;
  const submit = (event: FormEvent) => { event.preventDefault(); if (code !== null) void open(code); };
  return (
    <PhoneFrame title={t('ui.product')} aside={<span />} action={<Button kind="primary" wide type="submit" form="join" busy={isBusy} disabled={code === null && !isBusy}>{t('p.join.enter')}</Button>}>
      <RehearsalMark isShown={door.rehearsal} />
      <LanguageSwitch look="all" languages={door.languages} />
      <div>{door.date === '' ? null : <p className="over">{date(door.date, 'long')}</p>}<h1><MultilingualText value={door.title} /></h1></div>
      <form id="join" className="rule stack-3" onSubmit={submit}>
        <CodeField value={typed} onChange={(next) => { clear(); setTyped(next); }} parse={parse} refusal={refusal} />
      </form>
      <p className="sm soft row"><IconQrcode /><span>{t('p.join.qr')}</span></p>
      <p className="sm soft">{t('p.join.help')}</p>
      <NoCode door={door} />
      {isSecureContext ? null : <Note kind="info">{t('p.join.http')}</Note>}
    </PhoneFrame>
  );
}
