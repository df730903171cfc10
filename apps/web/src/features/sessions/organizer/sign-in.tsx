import { useState, type FormEvent, type ReactNode } from 'react';
import { LIMITS } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { postJson, requestJson } from '../../../live/index.js';
import { useRequest } from '../../../live/use-request.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { refusalText } from '../../../i18n/refusal.js';
import { TextField } from '../../../ui/text-field.js';

/** Sign-in with login and password. */
export function SignIn({ onDone, children }: { onDone: () => void; children?: ReactNode }) {
  const t = useText();
  const request = useRequest();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() === '' || password === '') return;
    if (await request.run(() => requestJson<{ ok: boolean }>('/api/session/login', postJson({ login: login.trim(), password }))) !== undefined) onDone();
  };
  const empty = (value: string) => (isTried && value.trim() === '' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : undefined);
  return (
    <form className="stack-4" onSubmit={(event) => { void submit(event); }} noValidate>
      <TextField label={t('staff.login')} autoComplete="username" value={login} onChange={setLogin} refusal={empty(login)} maxLength={LIMITS.login} autoFocus />
      <TextField label={t('staff.password')} type="password" autoComplete="current-password" value={password} onChange={setPassword} refusal={empty(password) ?? (request.refusal === null ? undefined : refusalText(t, request.refusal))} />
      {request.isUnanswered ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      <Button type="submit" kind="primary" busy={request.isBusy}>{t('staff.sign-in')}</Button>
      {children}
    </form>
  );
}
