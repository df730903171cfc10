import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { FRAME_SECTIONS, LIMITS, type CoreSlice, type FrameSection, type Lang, type ResolutionHead, type Text } from '@tegerek/contracts/wire';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { WORDS } from '../../../i18n/words.js';
import { listDrafts, newId, useLive, useLiveSpace, usePanel } from '../../../live/index.js';
import { previewOf } from '../../../live/resolution-preview.js';
import { useAct } from '../../../live/use-act.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { DateField } from '../../../ui/date-field.js';
import { IconDownload, IconExternalLink, IconLock } from '../../../ui/icons/index.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { Paper } from '../../../ui/paper.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { decisionResult } from '../../../ui/staff/outcome-words.js';
import { LangTabs } from '../../../ui/staff/text-fields.js';
import type { May } from '../../../ui/staff/use-may.js';
import { TextField } from '../../../ui/text-field.js';
import { Downloads } from './downloads.js';
import { FrameSectionEditor } from './frame-editor.js';
import { frameKey, useSection, type SectionDraft } from './use-frame.js';

interface Place { date: string; place: string }

function Publish({ core, next, value, onChange }: { core: CoreSlice; next: number; value: Place; onChange: (value: Place) => void }) {
  const t = useText();
  const { store } = useLiveSpace();
  const act = useAct();
  const [asks, setAsks] = useState(false);
  const unsaved = listDrafts(frameKey(store.get().space, store.get().actor ?? '')).length;
  const rev = Object.values(core.frame).reduce((sum, draft) => sum + draft.rev, 0);
  const publish = () => { void act.run('resolution.publish', { resolutionId: newId(), number: next, date: value.date, place: value.place.trim() }, { rev }).then(() => setAsks(false)); };
  return (
    <section className="stack-3">
      <h2>{t('desk.resolution.publish-title', { n: next })}</h2>
      <p className="soft">{t(next === 1 ? 'desk.resolution.first-effect' : 'desk.resolution.next-effect')}</p>
      <div className="form-2">
        <DateField compact label={t('desk.date')} value={value.date} onChange={(date) => onChange({ ...value, date })} refusal={value.date === '' ? t('refusal.request.invalid', { reason: 'empty', max: 0 }) : fieldRefusal(t, act.refusal, 'date')} />
        <TextField compact optional label={t('desk.place')} limit={LIMITS.title} value={value.place} onChange={(place) => onChange({ ...value, place })} refusal={fieldRefusal(t, act.refusal, 'place')} />
      </div>
      {unsaved > 0 ? <Note>{t('frame.unsaved', { n: unsaved })}</Note> : null}
      <p><Button kind="primary" busy={act.isBusy} disabled={value.date === '' || unsaved > 0} onClick={() => setAsks(true)}>{t('desk.resolution.publish', { n: next })}</Button></p>
      <ConfirmDialog isOpen={asks} onClose={() => setAsks(false)} title={t('desk.resolution.publish-ask', { n: next })} confirm={t('desk.resolution.publish', { n: next })} busy={act.isBusy} onConfirm={publish} effect={t('desk.resolution.publish-effect')} />
      <ActNote act={act} fields={['date', 'place']} />
    </section>
  );
}

/** What the room decided stands as it was decided. */
function Locked({ core, lang }: { core: CoreSlice; lang: Lang }) {
  const t = useText();
  const decided = Object.values(core.votes).filter((vote) => vote.purpose === 'decision' && vote.supersededBy === null && decisionResult(vote)?.adopted === true && vote.version !== null).sort((a, b) => a.openedSeq - b.openedSeq);
  return (
    <div className="stack-2">
      <p className="over row"><IconLock />{t('frame.locked', { n: decided.length })}</p>
      <p className="sm soft">{t('frame.locked.hint')}</p>
      <ul className="plain stack-1">{decided.map(({ voteId, number, version }) => <li key={voteId} className="sm"><b>{number}</b> <span lang={version?.language ?? lang}>{version?.fields.title || version?.fields.text}</span></li>)}</ul>
    </div>
  );
}

const saved = (core: CoreSlice, section: FrameSection, lang: Lang): string => core.frame[`${section}.${lang}`]?.text ?? '';

/** The frame as it would be published, with what is being typed in one language. */
const frameNow = (core: CoreSlice, languages: readonly Lang[], lang: Lang, drafts: Record<FrameSection, SectionDraft>) => {
  const texts = (section: FrameSection): Text => Object.fromEntries(languages.flatMap((each) => { const text = each === lang ? drafts[section].text : saved(core, section, each); return text.trim() === '' ? [] : [[each, text]]; }));
  return { preamble: texts('preamble'), findings: texts('findings'), commitments: texts('commitments'), mechanism: texts('mechanism') };
};

function useRegions(dialogueId: string): { name: string; seats: number | null }[] {
  const [regions, setRegions] = useState<{ name: string; seats: number | null }[]>([]);
  useEffect(() => {
    const control = new AbortController();
    // without them the preview lacks one line; the publication has it
    void fetch(`/api/dialogues/${dialogueId}/resolution-terms`, { signal: control.signal }).then(async (response) => { if (response.ok) setRegions(((await response.json()) as { regions: typeof regions }).regions); }).catch(() => undefined);
    return () => control.abort();
  }, [dialogueId]);
  return regions;
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
        {languages.map((lang) => <ButtonLink key={lang} mini icon={<IconDownload />} href={`${base}.pdf?lang=${lang}`} download aria-label={t('desk.resolution.pdf', { language: WORDS[lang].own, n: resolution.number })}>PDF · {WORDS[lang].short}</ButtonLink>)}
        {languages.map((lang) => <ButtonLink key={lang} mini icon={<IconDownload />} href={`${base}.docx?lang=${lang}`} download aria-label={t('desk.resolution.docx', { language: WORDS[lang].own, n: resolution.number })}>DOCX · {WORDS[lang].short}</ButtonLink>)}
        {languages.map((lang) => <ButtonLink key={lang} mini icon={<IconExternalLink />} href={`${base}.html?lang=${lang}`} target="_blank" aria-label={t('desk.resolution.read', { language: WORDS[lang].own, n: resolution.number })}>HTML · {WORDS[lang].short}</ButtonLink>)}
        {isLast ? <ButtonLink mini icon={<IconExternalLink />} href={`/p/${core.setup?.slug ?? ''}`}>{t('desk.public')}</ButtonLink> : null}
      </div>
    </li>
  );
}

function Versions({ core, lang }: { core: CoreSlice; lang: Lang }) {
  const t = useText();
  const last = core.resolutions.at(-1);
  return (
    <>
      {last ? <Downloads core={core} resolution={last} first={lang} /> : null}
      <section className="stack-2"><h2>{t('desk.bundle')}</h2><p className="soft sm">{t('desk.bundle.how')}</p><p><ButtonLink icon={<IconDownload />} href={`/api/dialogues/${core.dialogueId}/bundle.zip`} download>{t('desk.bundle.get')}</ButtonLink></p></section>
      <section className="stack-3"><h2>{t('desk.resolution.versions')}</h2>
        {last ? null : <EmptyState title={t('desk.resolution.none')}>{t('desk.resolution.empty-hint')}</EmptyState>}
        <ol className="versions">{[...core.resolutions].reverse().map((resolution, index) => <Version key={resolution.resolutionId} core={core} resolution={resolution} isLast={index === 0} />)}</ol></section>
    </>
  );
}

/** Keeps a panel loaded: its evidence and reservations are printed. */
function Loaded({ panelId }: { panelId: string }) {
  usePanel(panelId);
  return null;
}

/** The frame beside the printed preview; publishing, versions and exports below. */
export function ResolutionDesk({ core, may }: { core: CoreSlice; may: May }) {
  const t = useText();
  const { locale } = useI18n();
  const languages = core.setup?.languages ?? [];
  const [lang, setLang] = useState<Lang>(languages.includes(locale) ? locale : languages[0] ?? locale);
  const last = core.resolutions.at(-1);
  const next = (last?.number ?? 0) + 1;
  const [place, setPlace] = useState<Place>({ date: last?.date ?? core.setup?.date ?? '', place: last?.place ?? textOf(core.setup?.place, locale).text });
  const drafts: Record<FrameSection, SectionDraft> = { preamble: useSection(core, 'preamble', lang), findings: useSection(core, 'findings', lang), commitments: useSection(core, 'commitments', lang), mechanism: useSection(core, 'mechanism', lang) };
  const regions = useRegions(core.dialogueId);
  const panels = useLive((state) => state.panels);
  const typed = JSON.stringify(frameNow(core, languages, lang, drafts));
  const shown = useDeferredValue(typed);
  const model = useMemo(() => previewOf(core, panels, { number: next, ...place, frame: JSON.parse(shown) as ReturnType<typeof frameNow>, regions }, lang), [core, panels, next, place, shown, regions, lang]);
  const decisions = Object.values(core.votes).filter((vote) => decisionResult(vote) !== null);
  const adopted = decisions.filter((vote) => decisionResult(vote)?.adopted === true);
  return (
    <div className="two">
      {Object.keys(core.panels).map((panelId) => <Loaded key={panelId} panelId={panelId} />)}
      <section className="stack-4">
        <div className="row wrap"><div className="grow"><p className="over">{t('desk.day.adopted', { n: adopted.length, base: decisions.length })}</p><h1>{last ? t('desk.resolution.current', { n: last.number }) : t('desk.resolution.none')}</h1></div><LangTabs languages={languages} value={lang} onChange={setLang} /></div>
        {FRAME_SECTIONS.slice(0, 2).map((section) => <FrameSectionEditor key={`${section}.${lang}`} section={section} lang={lang} draft={drafts[section]} mayEdit={may('resolution.draft-set')} />)}
        <Locked core={core} lang={lang} />
        {FRAME_SECTIONS.slice(2).map((section) => <FrameSectionEditor key={`${section}.${lang}`} section={section} lang={lang} draft={drafts[section]} mayEdit={may('resolution.draft-set')} />)}
        {may('resolution.publish') ? <Publish core={core} next={next} value={place} onChange={setPlace} /> : <Note kind="info">{t(core.phase === 'open' || core.phase === 'draft' ? 'desk.resolution.close-first' : 'desk.resolution.no-right')}</Note>}
        <Versions core={core} lang={lang} />
      </section>
      <section className="desk-aside stack-3">
        <h2>{t('frame.preview')}</h2>
        {model === null ? <EmptyState title={t('frame.preview.empty')}>{t('frame.preview.empty-hint')}</EmptyState> : <Paper model={model} label={t('frame.preview')} />}
      </section>
    </div>
  );
}
