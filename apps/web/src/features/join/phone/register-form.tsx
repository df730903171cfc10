import { useState, type ReactNode } from 'react';
import { LIMITS, type Refusal } from '@tegerek/contracts/wire';
import { MultilingualText, textOf, useI18n, useText } from '../../../i18n/index.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { NoAnswer, RefusedRequest } from '../../../live/index.js';
import { ConsentList, PURPOSES, type Purpose } from '../../../surfaces/phone/kit/consents.js';
import { openSeat, type DialogueDoor } from '../../../surfaces/phone/kit/door.js';
import { forgetScanned, useScannedCode } from '../../../surfaces/phone/kit/fragment.js';
import { fillForm, forgetApplication, keepApplication, sendApplication, type Applied, type Offer } from '../../../surfaces/phone/kit/registering.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { SelectField } from '../../../ui/select-field.js';
import { countCharacters, TextField } from '../../../ui/text-field.js';
import { groupCode, useCodeCheck } from './code-field.js';

type Trouble = Refusal | 'no-network' | 'failed' | null;

/** Sends what was filled in; the same request again until there is an answer, also after a reload. */
function useSending(door: DialogueDoor, onReceived: (applied: Applied) => void) {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const send = async (make: () => Promise<Applied>) => {
    setBusy(true);
    setTrouble(null);
    try {
      const applied = await make();
      keepApplication(door.slug, applied);
      if (await sendApplication(door.id, applied) === 'waiting') {
        const received = { ...applied, isReceived: true };
        keepApplication(door.slug, received);
        onReceived(received);
      } else {
        await openSeat(door, applied.code);
        forgetApplication(door.slug);
        forgetScanned();
        go(`/d/${door.slug}`, { replace: true });
      }
    } catch (error) {
      if (error instanceof RefusedRequest) forgetApplication(door.slug);
      setTrouble(error instanceof RefusedRequest ? error.refusal : error instanceof NoAnswer ? 'no-network' : 'failed');
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, trouble, send };
}

/** The code of the wall: scanned, or typed where there is one. */
function useOpenCode(offer: Offer): { typed: string; setTyped: (text: string) => void; code: string | null; isWanted: boolean } {
  const parse = useCodeCheck();
  const scanned = useScannedCode();
  const [own, setOwn] = useState<string | null>(null);
  const typed = own ?? (scanned === null ? '' : groupCode(scanned));
  return { typed, setTyped: (text) => setOwn(groupCode(text)), code: typed === '' ? null : parse?.(typed) ?? typed, isWanted: offer.byCode };
}

/** Name, organisation, group or open code, consents; one button. */
export function RegisterForm({ door, offer, unsent, head, onReceived }: { door: DialogueDoor; offer: Offer; unsent: Applied | null; head: ReactNode; onReceived: (applied: Applied) => void }) {
  const t = useText();
  const words = useRefusal();
  const { locale } = useI18n();
  const { isBusy, trouble, send } = useSending(door, onReceived);
  const [name, setName] = useState(unsent?.payload.name ?? '');
  const [organisation, setOrganisation] = useState(unsent?.payload.organisation ?? '');
  const [groupId, setGroupId] = useState(unsent?.payload.groupId ?? (offer.groups.length === 1 ? offer.groups[0]?.id ?? '' : ''));
  const [consents, setConsents] = useState<Purpose[]>([]);
  const [isTried, setTried] = useState(false);
  const open = useOpenCode(offer);
  const byCode = open.code !== null;
  const faults = {
    name: name.trim() === '' || countCharacters(name) > LIMITS.name ? t('p.register.name.needed', { max: LIMITS.name }) : undefined,
    group: !byCode && groupId === '' ? t('p.register.group.needed') : undefined,
  };
  const refusal = trouble !== null && typeof trouble === 'object' ? trouble : null;
  const fieldWords = (path: string) => (refusal?.path?.endsWith(path) === true ? words(refusal) : undefined);
  const isShown = refusal !== null && ['name', 'organisation', 'groupId', 'openCode'].some((path) => refusal.path?.endsWith(path));
  const submit = () => {
    setTried(true);
    if (faults.name !== undefined || faults.group !== undefined) return;
    const given = Object.fromEntries([['notice', true], ...PURPOSES.map((purpose) => [purpose, consents.includes(purpose)])]) as Record<string, boolean>;
    void send(() => fillForm(door, { name, organisation, groupId: byCode ? null : groupId, openCode: open.code, language: locale, given }));
  };
  const again = () => { if (unsent !== null) void send(() => Promise.resolve(unsent)); };
  const action = unsent !== null && trouble === 'no-network'
    ? <Button kind="primary" wide busy={isBusy} onClick={again}>{t('p.register.again')}</Button>
    : <Button kind="primary" wide busy={isBusy} onClick={submit}>{t(byCode ? 'p.register.enter' : 'p.register.send')}</Button>;
  return (
    <PhoneFrame title={t('ui.product')} aside={<span />} action={action}>
      {head}
      <p className="soft">{t(byCode ? 'p.register.lead-code' : 'p.register.lead')}</p>
      <section className="rule stack-3">
        <TextField label={t('p.register.name')} autoComplete="name" value={name} onChange={setName} limit={LIMITS.name} refusal={isTried ? faults.name ?? fieldWords('name') : fieldWords('name')} />
        <TextField label={t('p.register.organisation')} optional autoComplete="organization" value={organisation} onChange={setOrganisation} limit={LIMITS.organisation} refusal={fieldWords('organisation')} />
        {byCode || offer.groups.length === 0 ? null : <SelectField label={t('p.register.group')} value={groupId} options={offer.groups.map(({ id, title }) => ({ value: id, label: textOf(title, locale).text }))} onChange={setGroupId} refusal={isTried ? faults.group ?? fieldWords('groupId') : fieldWords('groupId')} />}
        {open.isWanted ? <TextField label={t('p.register.open-code')} optional={offer.groups.length > 0} hint={t('p.register.open-code.hint')} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="code-input" placeholder="XXXXX-XXXXX-XXXX" value={open.typed} onChange={open.setTyped} refusal={fieldWords('openCode')} /> : null}
      </section>
      <section className="rule"><h2 className="label">{t('p.consent.title')}</h2><p className="sm soft">{t('p.consent.lead')}</p><ConsentList value={consents} onChange={setConsents} /></section>
      <details className="rule sm"><summary>{t('p.notice.title')}</summary><p className="soft preline"><MultilingualText value={offer.privacyNotice} /></p><p className="soft">{t('p.notice.always')}</p></details>
      {refusal !== null && !isShown ? <RefusalNote>{words(refusal)}</RefusalNote> : null}
      {trouble === 'no-network' || trouble === 'failed' ? <RefusalNote>{t(trouble === 'no-network' ? 'p.join.noNetwork' : 'p.join.failed')}</RefusalNote> : null}
    </PhoneFrame>
  );
}
