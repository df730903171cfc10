import { useState } from 'react';
import { MultilingualText, useText } from '../../../i18n/index.js';
import { useCommand, useCore, useMe, usePending, useSend } from '../../../live/index.js';
import { ConsentList, PURPOSES, type Purpose } from '../../../surfaces/phone/kit/consents.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine, SentState } from '../../../surfaces/phone/kit/sent.js';

/** Consents, each withdrawable at any time, and the notice. */
export default function PrivacyScreen() {
  const t = useText();
  const me = useMe();
  const core = useCore();
  const send = useSend();
  const pending = usePending();
  const [sent, setSent] = useState<string | null>(null);
  const row = useCommand(sent);
  // what is on its way stands here as it was ticked, with its state beside it
  const going = pending.commands.filter((each) => each.envelope.name === 'consent.set' && (each.state === 'saved' || each.state === 'sending')).map((each) => (each.envelope.payload as { given: Record<string, boolean> }).given);
  const given: Record<string, boolean> = Object.assign({}, me?.consents, ...going);
  const change = (value: readonly Purpose[], changed: Purpose) => { void send('consent.set', { given: { [changed]: value.includes(changed) } }).then(({ id }) => setSent(id)); };
  return (
    <Screen title={t('p.privacy')} tab="more" back="more">
      <section>
        <h2>{t('p.consent.title')}</h2>
        <p className="sm soft">{t('p.consent.change')}</p>
        <ConsentList value={PURPOSES.filter((purpose) => given[purpose] === true)} onChange={change} />
        {row?.state === 'recorded' ? <SentState state="recorded" /> : <SentLine row={row} />}
      </section>
      <section className="rule stack-2">
        <h2 className="label">{t('p.notice.title')}</h2>
        <p className="soft preline">{core?.setup ? <MultilingualText value={core.setup.privacyNotice} /> : null}</p>
        <p className="sm soft">{t('p.notice.always')}</p>
      </section>
    </Screen>
  );
}
