import { useState, type ReactNode } from 'react';
import { CreateDialogue } from '../../features/dialogues/organizer/create-dialogue.js';
import { DialogueList } from '../../features/dialogues/organizer/dialogue-list.js';
import { Invite } from '../../features/sessions/organizer/invite.js';
import { Register } from '../../features/sessions/organizer/register.js';
import { useSession, type Session } from '../../features/sessions/organizer/session.js';
import { SignIn } from '../../features/sessions/organizer/sign-in.js';
import { staffCatalogues } from '../../i18n/catalogues/staff.js';
import { useText } from '../../i18n/provider.js';
import { postJson, requestJson } from '../../live/index.js';
import { useRequest } from '../../live/use-request.js';
import { Button } from '../../ui/button.js';
import { IconLogout, IconPlus } from '../../ui/icons/index.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { OrganizerFrame } from '../../ui/layouts/organizer-frame.js';
import { Desk } from './desk.js';
import './organizer.css';

const slugNow = (): string => decodeURIComponent(location.pathname.split('/')[2] ?? '');
/** `/organizer#<token>`: a one-time link. Taken out of the address at once. */
const TOKEN = /^#([A-Za-z0-9_-]{16,100})$/u;

function takeToken(): string | null {
  const token = slugNow() === '' ? TOKEN.exec(location.hash)?.[1] ?? null : null;
  if (token !== null) history.replaceState(null, '', '/organizer');
  return token;
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  const t = useText();
  return <main className="desk-door"><div className="row"><span className="brand grow">{t('ui.product')}</span><LanguageSwitch /></div><h1>{title}</h1>{children}</main>;
}

function Home({ session, onChange }: { session: Session; onChange: () => void }) {
  const t = useText();
  const request = useRequest();
  const [isCreating, setCreating] = useState(false);
  const { account } = session;
  const signOut = async () => { if (await request.run(() => requestJson<{ ok: boolean }>('/api/session/sign-out', postJson({}))) !== undefined) onChange(); };
  return (
    <OrganizerFrame sections={[]} current="" homeHref="/organizer" about={<span className="row">{account?.name}<Button mini kind="quiet" icon={<IconLogout />} busy={request.isBusy} onClick={() => { void signOut(); }}>{t('staff.sign-out')}</Button></span>}>
      {isCreating && account !== undefined ? (
        <><div className="head-line"><h1 className="grow">{t('desk.new')}</h1><Button onClick={() => setCreating(false)}>{t('ui.back')}</Button></div><CreateDialogue accountId={account.accountId} name={account.name} loaders={staffCatalogues} onDone={(slug) => { location.assign(`/organizer/${slug}#setup`); }} /></>
      ) : (
        <>
          <div className="head-line"><h1 className="grow">{t('desk.list')}</h1>{account === undefined ? null : <Button kind="primary" icon={<IconPlus />} onClick={() => setCreating(true)}>{t('desk.new')}</Button>}</div>
          <DialogueList own={session.seats.map((seat) => seat.dialogueId)} />
          {account?.administrator === true ? <div className="section-gap"><Invite /></div> : null}
        </>
      )}
    </OrganizerFrame>
  );
}

/** `/organizer[/:slug]`: for accounts, and for who holds an organizer's seat by code. */
export function OrganizerApp() {
  const t = useText();
  const [slug] = useState(slugNow);
  const [token, setToken] = useState(takeToken);
  const { session, reload } = useSession();
  if (token !== null) return <Door title={t('staff.register')}><Register token={token} onDone={() => { setToken(null); reload(); }} /></Door>;
  if (session === null) return <Door title={t('staff.sign-in')}><p className="mute" role="status">{t('ui.loading')}</p></Door>;
  const seat = session.seats.find((each) => each.slug === slug);
  if (seat !== undefined) return <Desk seat={seat} />;
  if (session.account === undefined && (slug !== '' || session.seats.length === 0)) {
    return <Door title={t('desk.door')}><p className="soft">{t('desk.door-hint')}</p><SignIn onDone={reload}>{slug === '' ? null : <p><a href={`/j/${slug}`}>{t('console.door-code')}</a></p>}</SignIn></Door>;
  }
  return <Home session={session} onChange={reload} />;
}
