import { useState } from 'react';
import type { RehearsalRun } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import type { Translate } from '../../../i18n/translate.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { Job } from '../../../ui/progress.js';
import { isLive } from './use-rehearsals.js';

const TONES = { preparing: 'live', running: 'live', ended: 'ok', stopped: 'plain', left: 'plain', failed: 'bad' } as const;

function stepWords(t: Translate, { step, state }: RehearsalRun): string {
  if (step === null || state === 'preparing') return t('rehearsal.step.preparing');
  switch (step.kind) {
    case 'joined': return t('rehearsal.step.joined', { n: step.people });
    case 'phase': return t('rehearsal.step.phase', { n: step.panel, phase: t(`phase.${step.phase}`) });
    case 'counted': return t('rehearsal.step.counted', { n: step.panel, vote: step.vote });
    case 'published': return t('rehearsal.step.published');
  }
}

/** Where to look on: screens of the rehearsal, and seats in it. */
function Links({ run }: { run: RehearsalRun }) {
  const t = useText();
  const words = ({ role, panel }: RehearsalRun['links'][number], i: number) => (role === 'participant' ? t('rehearsal.link.participant', { n: i + 1 }) : panel === 0 ? t(`role.${role}`) : t('rehearsal.link.panel', { role: t(`role.${role}`), n: panel }));
  const participants = run.links.filter(({ role }) => role === 'participant');
  const listed = [...run.links.filter(({ role }) => role === 'organizer' || role === 'moderator'), ...participants];
  return (
    <div className="stack-1">
      <p className="sm soft">{t(run.links.length === 0 ? 'rehearsal.look.public' : 'rehearsal.look')}</p>
      <p className="row wrap sm rehearsal-links">
        <a href={`/p/${run.slug}`} target="_blank" rel="noreferrer">{t('rehearsal.link.public')}</a>
        {listed.map((link) => <a key={link.path} href={link.path} target="_blank" rel="noreferrer">{words(link, participants.indexOf(link))}</a>)}
      </p>
    </div>
  );
}

/** One rehearsal: what it is, how far, the ways into it, and its end. */
export function RunLine({ run, isBusy, onStop, onWipe }: { run: RehearsalRun; isBusy: boolean; onStop: () => void; onWipe: () => Promise<boolean> }) {
  const t = useText();
  const { time } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const isOn = isLive(run);
  const title = t('rehearsal.run', { n: run.people, seed: run.seed, pace: t(`rehearsal.pace.${run.pace}`) });
  return (
    <li className="stack-2">
      <div className="row wrap"><b className="grow">{title}</b><span className="sm soft">{time(run.startedAt)}</span><Tag tone={TONES[run.state]}>{t(`rehearsal.state.${run.state}`)}</Tag></div>
      {isOn ? <Job title={stepWords(t, run)} detail={t('rehearsal.closed', { n: run.closed, base: run.panels })} done={run.closed} total={run.panels} action={run.slug === '' ? undefined : <Button mini busy={isBusy} onClick={onStop}>{t('rehearsal.stop')}</Button>} /> : null}
      {run.state === 'failed' ? <div className="note"><div><p>{t('rehearsal.failed')}</p><p className="sm"><code>{run.faults.join(' · ').slice(0, 400)}</code></p></div></div> : null}
      {run.slug === '' ? null : <Links run={run} />}
      {run.slug === '' || isOn ? null : <div><Button mini kind="danger" busy={isBusy} onClick={() => setAsking(true)}>{t('rehearsal.wipe')}</Button></div>}
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('rehearsal.wipe.title')} effect={t('rehearsal.wipe.effect')} confirm={t('rehearsal.wipe')} kind="danger" busy={isBusy} onConfirm={() => { void onWipe().then(() => setAsking(false)); }} />
    </li>
  );
}
