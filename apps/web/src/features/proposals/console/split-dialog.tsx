import { LIMITS, type ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { newId, useDraft, useLiveSpace } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { IconPlus } from '../../../ui/icons/index.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { countCharacters, TextArea, TextField } from '../../../ui/text-field.js';

interface Part { title: string; text: string }

/** Parts become proposals of their own, with the other fields of this one; this one is shortened afterwards. */
export function SplitDialog({ proposal, onClose }: { proposal: ProposalView; onClose: () => void }) {
  const t = useText();
  const { store } = useLiveSpace();
  const act = useAct();
  const draft = useDraft<Part[]>(`${store.get().space}/${store.get().actor ?? ''}/split/${proposal.proposalId}`, [{ title: '', text: '' }]);
  const parts = draft.value;
  const isFit = parts.every(({ title, text }) => text.trim() !== '' && countCharacters(text) <= LIMITS.proposalText && countCharacters(title) <= LIMITS.title);
  const set = (at: number, change: Partial<Part>) => draft.set((now) => now.map((part, i) => (i === at ? { ...part, ...change } : part)));
  const split = async () => {
    const done = await act.run('proposal.split', { proposalId: proposal.proposalId, parts: parts.map((part) => ({ proposalId: newId(), fields: { ...proposal.fields, ...part } })) });
    if (!done) return;
    draft.clear();
    onClose();
  };
  const actions = <><Button kind="primary" busy={act.isBusy} disabled={!isFit} onClick={() => { void split(); }}>{t('draft.split.confirm', { n: parts.length })}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>;
  return (
    <Dialog isOpen wide title={t('draft.split.title')} onClose={onClose} actions={actions}>
      <p className="soft">{t('draft.split.effect')}</p>
      <blockquote className="theirs pre-line" lang={proposal.language}>{proposal.fields.text}</blockquote>
      {parts.map((part, i) => (
        <fieldset key={i} className="stack-2">
          <legend className="label">{t('draft.split.part', { n: i + 1 })}</legend>
          <TextField compact label={t('draft.field.title')} optional limit={LIMITS.title} lang={proposal.language} value={part.title} onChange={(title) => set(i, { title })} refusal={fieldRefusal(t, act.refusal, `parts.${i}.fields.title`)} />
          <TextArea compact label={t('draft.field.text')} rows={3} limit={LIMITS.proposalText} lang={proposal.language} value={part.text} onChange={(text) => set(i, { text })} refusal={fieldRefusal(t, act.refusal, `parts.${i}.fields.text`)} />
        </fieldset>
      ))}
      <div className="row">
        {parts.length < LIMITS.splitParts ? <Button mini icon={<IconPlus />} onClick={() => draft.set([...parts, { title: '', text: '' }])}>{t('draft.split.more')}</Button> : null}
        {parts.length > 1 ? <Button mini kind="quiet" onClick={() => draft.set(parts.slice(0, -1))}>{t('draft.split.less')}</Button> : null}
      </div>
      <ActNote act={act} fields={parts.flatMap((_, i) => [`parts.${i}.fields.title`, `parts.${i}.fields.text`])} />
    </Dialog>
  );
}
