import { LIMITS, type FormulationField, type PanelHead, type ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { newId, useDraft, usePanel } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { EmptyState } from '../../../ui/notes.js';
import { SelectField } from '../../../ui/select-field.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';
import { TextDiff } from '../drafting/field-diffs.js';
import { FIELDS } from '../drafting/fields.js';

/** Suggests another text for one field of a proposal. */
export default function AmendScreen({ id }: { id: string | null }) {
  const t = useText();
  const may = useMay();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const proposal = slice?.proposals[id ?? ''];
  const back = id === null ? 'proposals' : `proposal/${id}`;
  if (panel === null || slice === undefined) return <Screen title={t('draft.amend')} tab="proposals" back={back}><p className="mute" role="status">{t('ui.loading')}</p></Screen>;
  const isOpen = proposal !== undefined && (proposal.status === 'submitted' || proposal.status === 'in-formulation') && may('amendment.suggest', { panel }) === null;
  if (!isOpen) return <Screen title={t('draft.amend')} tab="proposals" back={back}><EmptyState title={t(proposal === undefined ? 'p.gone' : 'draft.amend.closed')} /></Screen>;
  return <Form panel={panel} proposal={proposal} />;
}

interface Written { field: FormulationField; text: string | null; reason: string }

function Form({ panel, proposal }: { panel: PanelHead; proposal: ProposalView }) {
  const t = useText();
  const words = useRefusal();
  const act = useAct();
  const { path, draftKey } = useWho();
  const draft = useDraft<Written>(draftKey(`amend/${proposal.proposalId}`), { field: 'text', text: null, reason: '' });
  const { field, reason } = draft.value;
  const now = proposal.fields[field] ?? '';
  const text = draft.value.text ?? now;
  const limit = FIELDS.find(({ name }) => name === field)?.limit ?? LIMITS.proposalText;
  const isFit = text.trim() !== now && countCharacters(text) <= limit && countCharacters(reason) <= LIMITS.reason && !(field === 'text' && text.trim() === '');
  const suggest = async () => {
    if (!await act.run('amendment.suggest', { amendmentId: newId(), proposalId: proposal.proposalId, field, text, reason, rev: proposal.rev })) return;
    draft.clear();
    go(path('proposal', proposal.proposalId), { replace: true });
  };
  const refusalOf = (name: string) => (act.refusal?.path === name ? words(act.refusal) : undefined);
  return (
    <Screen
      title={t('draft.amend')} tab="proposals" back={`proposal/${proposal.proposalId}`}
      action={<>{act.refusal === null || ['text', 'reason'].includes(act.refusal.path ?? '') ? null : <RefusalNote>{words(act.refusal)}</RefusalNote>}<Button kind="primary" wide busy={act.isBusy} disabled={!isFit} onClick={() => { void suggest(); }}>{t('draft.amend.send')}</Button></>}
    >
      <p className="soft">{t('p.proposal.title', { panel: panel.number, n: proposal.number })}</p>
      <SelectField label={t('draft.amend.field')} placeholder={null} value={field} onChange={(name) => draft.set((was) => ({ ...was, field: name as FormulationField, text: null }))} options={FIELDS.map(({ name }) => ({ value: name, label: t(`draft.field.${name}`) }))} />
      <TextArea label={t('draft.amend.text')} rows={5} limit={limit} lang={proposal.language} value={text} onChange={(value) => draft.set((was) => ({ ...was, text: value }))} refusal={refusalOf('text')} />
      {text === now ? null : <section className="stack-1"><h2 className="label">{t('draft.amend.change')}</h2><TextDiff before={now} after={text} lang={proposal.language} /></section>}
      <TextArea label={t('draft.amend.reason')} optional rows={2} limit={LIMITS.reason} value={reason} onChange={(value) => draft.set((was) => ({ ...was, reason: value }))} refusal={refusalOf('reason')} />
    </Screen>
  );
}
