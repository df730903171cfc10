import { LIMITS, type FrameSection, type Lang } from '@tegerek/contracts/wire';
import type { MessageKey } from '../../../i18n/catalogue.js';
import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { SendState } from '../../../ui/send-state.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';
import type { SectionDraft } from './use-frame.js';

/** One section: what is typed, what another saved meanwhile, saving. */
export function FrameSectionEditor({ section, lang, draft, mayEdit }: { section: FrameSection; lang: Lang; draft: SectionDraft; mayEdit: boolean }) {
  const t = useText();
  const { text, theirs, act } = draft;
  const label = t(`frame.${section}` satisfies MessageKey);
  const long = countCharacters(text) > LIMITS.frameSection ? t('refusal.request.invalid', { reason: 'too-long', max: LIMITS.frameSection }) : undefined;
  if (!mayEdit) return text === '' ? null : <div className="stack-1"><p className="over">{label}</p><p className="pre-line" lang={lang}>{text}</p></div>;
  return (
    <div className="stack-2">
      <TextArea compact optional rows={section === 'mechanism' ? 3 : 4} lang={lang} label={label} hint={t(`frame.${section}.hint` satisfies MessageKey)} limit={LIMITS.frameSection} value={text} onChange={draft.set}
        refusal={long ?? (theirs === null ? fieldRefusal(t, act.refusal, 'text') : t('refusal.request.stale'))} />
      {theirs === null ? null : (
        <div className="theirs"><p className="sm"><b>{t('console.stale.theirs')}</b></p><p className="pre-line" lang={lang}>{theirs}</p>
          <div className="row"><Button mini onClick={draft.keepMine}>{t('console.stale.keep')}</Button><Button mini kind="quiet" onClick={draft.takeTheirs}>{t('frame.take-theirs')}</Button></div></div>
      )}
      {draft.isKept ? (
        <div className="row wrap"><Button mini busy={act.isBusy} disabled={theirs !== null || long !== undefined} onClick={() => { void draft.save(); }}>{t('frame.save', { section: label })}</Button><SendState state="saved" words={t('frame.kept')} /></div>
      ) : null}
      <ActNote act={act} fields={['text']} />
    </div>
  );
}
