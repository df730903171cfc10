import { useState } from 'react';
import { LIMITS, type CoreSlice, type ResolutionHead } from '@tegerek/contracts/wire';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { WORDS } from '../../../i18n/words.js';
import { newId } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { DateField } from '../../../ui/date-field.js';
import { IconDownload, IconExternalLink } from '../../../ui/icons/index.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { decisionResult } from '../../../ui/staff/outcome-words.js';
import type { May } from '../../../ui/staff/use-may.js';
import { TextField } from '../../../ui/text-field.js';

function Publish({ core, next }: { core: CoreSlice; next: number }) {
  const t = useText();
  const { locale } = useI18n();
  const act = useAct();
  const last = core.resolutions.at(-1);
  const [date, setDate] = useState(last?.date ?? core.setup?.date ?? '');
  const [place, setPlace] = useState(last?.place ?? textOf(core.setup?.place, locale).text);
  const publish = () => { void act.run('resolution.publish', { resolutionId: newId(), number: next, date, place: place.trim() }); };
  return (
    <section className="stack-3">
      <h2>{t('desk.resolution.publish-title', { n: next })}</h2>
      <p className="soft">{t(next === 1 ? 'desk.resolution.first-effect' : 'desk.resolution.next-effect')}</p>
      <div className="form-2">
        <DateField compact label={t('desk.date')} value={date} onChange={setDate} refusal={date === '' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : fieldRefusal(t, act.refusal, 'date')} />
        <TextField compact optional label={t('desk.place')} limit={LIMITS.title} value={place} onChange={setPlace} refusal={fieldRefusal(t, act.refusal, 'place')} />
      </div>
      <p><Button kind="primary" busy={act.isBusy} disabled={date === ''} onClick={publish}>{t('desk.resolution.publish', { n: next })}</Button></p>
      <ActNote act={act} fields={['date', 'place']} />
    </section>
  );
}

function Version({ core, resolution, isLast }: { core: CoreSlice; resolution: ResolutionHead; isLast: boolean }) {
  const t = useText();
  const { date, time } = useFormat();
  const base = `/api/dialogues/${core.dialogueId}/resolutions/${resolution.number}`;
  const languages = core.setup?.languages ?? [];
  return (
    <li className="version">
      <div><b>{t('desk.resolution.version', { n: resolution.number })}</b><p className="sm soft">{t('desk.resolution.published', { date: date(resolution.publishedAt, 'short'), time: time(resolution.publishedAt), seq: resolution.basedOnSeq })}</p><p className="sm mute"><code className="hash">{resolution.sha256}</code></p></div>
      <div className="row wrap">
        {languages.map((lang) => <ButtonLink key={lang} mini icon={<IconDownload />} href={`${base}.docx?lang=${lang}`} download aria-label={t('desk.resolution.docx', { language: WORDS[lang].own, n: resolution.number })}>DOCX · {WORDS[lang].short}</ButtonLink>)}
        {languages.map((lang) => <ButtonLink key={lang} mini icon={<IconExternalLink />} href={`${base}.html?lang=${lang}`} target="_blank" aria-label={t('desk.resolution.read', { language: WORDS[lang].own, n: resolution.number })}>HTML · {WORDS[lang].short}</ButtonLink>)}
        <ButtonLink mini icon={<IconDownload />} href={`${base}.json`} download={`resolution-${resolution.number}.json`}>JSON</ButtonLink>
        {isLast ? <ButtonLink mini icon={<IconExternalLink />} href={`/p/${core.setup?.slug ?? ''}`}>{t('desk.public')}</ButtonLink> : null}
      </div>
    </li>
  );
}

/** Publishing, versions and exports. */
export function ResolutionDesk({ core, may }: { core: CoreSlice; may: May }) {
  const t = useText();
  const next = (core.resolutions.at(-1)?.number ?? 0) + 1;
  const decisions = Object.values(core.votes).filter((vote) => decisionResult(vote) !== null);
  const adopted = decisions.filter((vote) => decisionResult(vote)?.adopted === true);
  return (
    <div className="two">
      <section className="stack-4">
        <div><p className="over">{t('desk.day.adopted', { n: adopted.length, base: decisions.length })}</p><h1>{core.resolutions.length === 0 ? t('desk.resolution.none') : t('desk.resolution.current', { n: next - 1 })}</h1></div>
        {may('resolution.publish') ? <Publish key={next} core={core} next={next} /> : <Note kind="info">{t(core.phase === 'open' || core.phase === 'draft' ? 'desk.resolution.close-first' : 'desk.resolution.no-right')}</Note>}
        <section className="stack-2"><h2>{t('desk.bundle')}</h2><p className="soft sm">{t('desk.bundle.how')}</p><p><ButtonLink icon={<IconDownload />} href={`/api/dialogues/${core.dialogueId}/bundle.zip`} download>{t('desk.bundle.get')}</ButtonLink></p></section>
      </section>
      <section className="desk-aside stack-3">
        <h2>{t('desk.resolution.versions')}</h2>
        {core.resolutions.length === 0 ? <EmptyState title={t('desk.resolution.none')}>{t('desk.resolution.empty-hint')}</EmptyState> : null}
        <ol className="versions">{[...core.resolutions].reverse().map((resolution, index) => <Version key={resolution.resolutionId} core={core} resolution={resolution} isLast={index === 0} />)}</ol>
      </section>
    </div>
  );
}
