import { useState, type FormEvent } from 'react';
import { INSTANCE_SPACE, LIMITS } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId, postJson, requestJson } from '../../../live/index.js';
import { useRequest } from '../../../live/use-request.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { refusalText } from '../../../i18n/refusal.js';
import { fieldRefusal } from '../../../ui/staff/act-note.js';
import { TextField } from '../../../ui/text-field.js';

/** A one-time link makes an account: the first administrator's, or an invited organizer's. The same ids go out again until answered. */
export function Register({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText();
  const request = useRequest();
  const [ids, setIds] = useState(() => ({ command: newId(), account: newId() }));
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const change = (set: (value: string) => void) => (value: string) => { set(value); setIds((now) => ({ ...now, command: newId() })); };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || login.trim() === '' || password.length < LIMITS.passwordMin) return;
    const made = await request.run(async () => {
      await requestJson('/api/commands/account.register', postJson({ id: ids.command, name: 'account.register', space: INSTANCE_SPACE, payload: { accountId: ids.account, token, name: name.trim(), login: login.trim(), password } }));
      return requestJson('/api/session/login', postJson({ login: login.trim(), password }));
    });
    if (made !== undefined) onDone();
  };
  const { refusal } = request;
  const empty = (value: string) => (isTried && value.trim() === '' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : undefined);
  const short = isTried && password.length < LIMITS.passwordMin ? t('refusal.password.too-short', { min: LIMITS.passwordMin }) : undefined;
  return (
    <form className="stack-4" onSubmit={(event) => { void submit(event); }} noValidate>
      <p className="soft">{t('staff.register-how')}</p>
      <TextField label={t('staff.name')} hint={t('staff.name-hint')} autoComplete="name" limit={LIMITS.name} value={name} onChange={change(setName)} refusal={empty(name) ?? fieldRefusal(t, refusal, 'name')} autoFocus />
      <TextField label={t('staff.login')} autoComplete="username" limit={LIMITS.login} value={login} onChange={change(setLogin)} refusal={empty(login) ?? fieldRefusal(t, refusal, 'login')} />
      <TextField label={t('staff.password')} hint={t('staff.password-hint', { min: LIMITS.passwordMin })} type="password" autoComplete="new-password" value={password} onChange={change(setPassword)} refusal={short ?? fieldRefusal(t, refusal, 'password')} />
      {refusal !== null && !['name', 'login', 'password'].includes(refusal.path ?? '') ? <RefusalNote>{refusalText(t, refusal)}</RefusalNote> : null}
      {request.isUnanswered ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      <Button type="submit" kind="primary" busy={request.isBusy}>{t('staff.register')}</Button>
    </form>
  );
}
