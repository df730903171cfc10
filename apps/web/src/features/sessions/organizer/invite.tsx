import { useState } from 'react';
import { sha256Hex } from '@tegerek/ballot';
import { INSTANCE_SPACE } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId, postJson, requestJson, useAddress } from '../../../live/index.js';
import { useRequest } from '../../../live/use-request.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { refusalText } from '../../../i18n/refusal.js';

const newToken = (): string => [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** An administrator invites an organizer: the link is made here, the server keeps only its hash. */
export function Invite() {
  const t = useText();
  const request = useRequest();
  const address = useAddress();
  const [token, setToken] = useState('');
  const invite = async () => {
    const made = newToken();
    const payload = { invitationId: newId(), tokenHash: sha256Hex(made) };
    if (await request.run(() => requestJson('/api/commands/account.invite', postJson({ id: newId(), name: 'account.invite', space: INSTANCE_SPACE, payload }))) !== undefined) setToken(made);
  };
  return (
    <section className="stack-2">
      <h2>{t('staff.invite')}</h2>
      <p className="soft sm">{t('staff.invite-how')}</p>
      <p><Button busy={request.isBusy} onClick={() => { void invite(); }}>{t('staff.invite-make')}</Button></p>
      {token === '' ? null : <p><code className="private-link">{`${address}/organizer#${token}`}</code></p>}
      {request.refusal === null ? null : <RefusalNote>{refusalText(t, request.refusal)}</RefusalNote>}
      {request.isUnanswered ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
    </section>
  );
}
