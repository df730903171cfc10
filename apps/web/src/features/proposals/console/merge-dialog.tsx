import { useMemo, useState } from 'react';
import { LIMITS, type PanelSlice, type ProposalView } from '@tegerek/contracts/wire';
import { similar } from '@tegerek/drafting';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { CheckList } from '../../../ui/check-list.js';
import { Dialog } from '../../../ui/dialog.js';
import { EmptyState } from '../../../ui/notes.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { headingOf } from '../drafting/fields.js';

/** Those that can become part of this one, the most similar first. */
function candidatesOf({ proposals }: PanelSlice, target: ProposalView): ProposalView[] {
  const open = Object.values(proposals).filter(({ proposalId, status }) => proposalId !== target.proposalId && (status === 'submitted' || status === 'in-formulation'));
  const words = ({ fields }: ProposalView) => `${fields.title} ${fields.text}`;
  const order = similar(open.map((each) => ({ id: each.proposalId, text: words(each) })), words(target), { limit: open.length, least: 0 }).map(({ id }) => id);
  const place = (each: ProposalView) => { const at = order.indexOf(each.proposalId); return at < 0 ? order.length : at; };
  return open.sort((a, b) => place(a) - place(b) || a.number - b.number);
}

/** Other proposals become part of this one; its text is edited afterwards. */
export function MergeDialog({ panelNumber, slice, proposal, onClose }: { panelNumber: number; slice: PanelSlice; proposal: ProposalView; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [chosen, setChosen] = useState<string[]>([]);
  const candidates = useMemo(() => candidatesOf(slice, proposal), [slice, proposal]);
  const from = chosen.filter((each) => candidates.some(({ proposalId }) => proposalId === each));
  const merge = async () => { if (await act.run('proposal.merge', { proposalId: proposal.proposalId, from })) onClose(); };
  const actions = (
    <>
      <Button kind="primary" busy={act.isBusy} disabled={from.length === 0 || from.length > LIMITS.mergedAtOnce} onClick={() => { void merge(); }}>{t('draft.merge.confirm', { n: from.length })}</Button>
      <Button onClick={onClose}>{t('ui.cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen wide title={t('draft.merge.title', { number: `${panelNumber}.${proposal.number}` })} onClose={onClose} actions={actions}>
      <p className="soft">{t('draft.merge.effect')}</p>
      {candidates.length === 0 ? <EmptyState title={t('draft.merge.none')} /> : (
        <CheckList label={t('draft.merge')} value={from} onChange={setChosen} items={candidates.map((each) => ({
          value: each.proposalId, label: <span lang={each.language}>{panelNumber}.{each.number} <bdi>{headingOf(each)}</bdi></span>, note: <span lang={each.language} className="clamp-3">{each.fields.text}</span>,
        }))} />
      )}
      <ActNote act={act} />
    </Dialog>
  );
}
