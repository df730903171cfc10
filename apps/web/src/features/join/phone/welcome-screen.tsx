import { useState } from 'react';
import type { Me } from '@tegerek/contracts/wire';
import { MultilingualText, useI18n, useText } from '../../../i18n/index.js';
import { useConnection, useCore, useDraft, useSend } from '../../../live/index.js';
import { ConsentList, PURPOSES, type Purpose } from '../../../surfaces/phone/kit/consents.js';
import { signOut } from '../../../surfaces/phone/kit/door.js';
import { GroupOf } from '../../../surfaces/phone/kit/person.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';
import { PhoneFrame } from '../../../ui/layouts/phone-frame.js';
import { NetworkLine } from '../../../ui/network-line.js';

/** After the code: is it you, in which language, what do you agree to. One tap more and one is in. */
export default function WelcomeScreen({ me, onIn }: { me: Me; onIn: () => void }) {
  const t = useText();
  const { locale } = useI18n();
  const core = useCore();
  const send = useSend();
  const { door, draftKey } = useWho();
  const { lostAt, isPortal } = useConnection();
  const [isLeaving, setLeaving] = useState(false);
  const chosen = useDraft<Purpose[]>(draftKey('consents'), []);
  const enter = async () => {
    const given = Object.fromEntries([['notice', true], ...PURPOSES.map((purpose) => [purpose, chosen.value.includes(purpose)])]) as Record<Purpose | 'notice', boolean>;
    await send('consent.set', { given });
    if (locale !== me.language) await send('seat.set-language', { language: locale });
    if (core?.phase === 'open') await send('seat.join', {});
    chosen.clear();
    onIn();
  };
  const leave = async () => {
    setLeaving(true);
    await signOut(door.slug).then(() => go(`/j/${door.slug}`, { replace: true }), () => setLeaving(false));
  };
  const action = (
    <>
      <Button kind="primary" wide onClick={() => { void enter(); }}>{t(me.groupId === null ? 'p.welcome.enter.observer' : 'p.welcome.enter')}</Button>
      <Button kind="quiet" busy={isLeaving} onClick={() => { void leave(); }}>{t('p.welcome.notMe')}</Button>
    </>
  );
  return (
    <PhoneFrame title={<MultilingualText value={door.title} />} network={<NetworkLine lostAt={lostAt} isPortal={isPortal} />} aside={<span />} action={action}>
      <div>
        <p className="over">{t('p.welcome.isYou')}</p>
        <h1><bdi>{me.name}</bdi></h1>
        <p className="meta-line"><GroupOf groupId={me.groupId} />{me.groupId === null ? <span>{t('p.observer')}</span> : null}{me.organisation === '' ? null : <bdi>{me.organisation}</bdi>}{me.region === '' ? null : <bdi>{me.region}</bdi>}</p>
      </div>
      <LanguageSwitch look="all" languages={door.languages} />
      <section className="rule">
        <h2 className="label">{t('p.consent.title')}</h2>
        <p className="sm soft">{t('p.consent.lead')}</p>
        <ConsentList value={chosen.value} onChange={chosen.set} />
      </section>
      <details className="rule sm">
        <summary>{t('p.notice.title')}</summary>
        <p className="soft preline">{core?.setup === null || core === null ? null : <MultilingualText value={core.setup.privacyNotice} />}</p>
        <p className="soft">{t('p.notice.always')}</p>
      </details>
      <p className="sm soft">{t('p.notice.byEntering')}</p>
    </PhoneFrame>
  );
}
