import { useState } from 'react';
import type { PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { IconGitMerge, IconHistory, IconLanguage, IconListNumbers, IconQuote, IconScreenShare } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import type { May } from '../../../ui/staff/use-may.js';
import { EvidenceForm } from '../drafting/evidence-form.js';
import { History } from '../drafting/history.js';
import { MergeDialog } from './merge-dialog.js';
import { SplitDialog } from './split-dialog.js';
import { TranslateDialog } from './translate-dialog.js';

export interface ProposalToolsProps {
  panelNumber: number;
  slice: PanelSlice;
  proposal: ProposalView;
  may: May;
  mayEdit: boolean;
  onShow: () => void;
}

/** What is done with a text less often: shown in the hall, compared, translated, merged, split. */
export function ProposalTools({ panelNumber, slice, proposal, may, mayEdit, onShow }: ProposalToolsProps) {
  const t = useText();
  const [open, setOpen] = useState<'history' | 'translate' | 'merge' | 'split' | 'evidence' | null>(null);
  const close = () => setOpen(null);
  const isInWork = proposal.status === 'in-formulation';
  const isThere = proposal.status !== 'withdrawn' && proposal.status !== 'merged';
  return (
    <div className="row wrap">
      {may('screen.show') ? <Button mini icon={<IconScreenShare />} onClick={onShow}>{t('console.show-hall')}</Button> : null}
      <Button mini kind="quiet" icon={<IconHistory />} onClick={() => setOpen('history')}>{t('draft.history')}</Button>
      {isThere && may('proposal.translate') ? <Button mini kind="quiet" icon={<IconLanguage />} onClick={() => setOpen('translate')}>{t('draft.translate')}</Button> : null}
      {(isInWork || proposal.status === 'submitted') && may('evidence.attach') ? <Button mini kind="quiet" icon={<IconQuote />} onClick={() => setOpen('evidence')}>{t('draft.evidence')}</Button> : null}
      {isInWork && may('proposal.merge') ? <Button mini kind="quiet" icon={<IconGitMerge />} onClick={() => setOpen('merge')}>{t('draft.merge')}</Button> : null}
      {isInWork && may('proposal.split') ? <Button mini kind="quiet" icon={<IconListNumbers />} onClick={() => setOpen('split')}>{t('draft.split')}</Button> : null}
      {open === 'evidence' ? <Dialog isOpen title={t('draft.evidence')} onClose={close}><EvidenceForm proposalId={proposal.proposalId} onDone={close} /></Dialog> : null}
      {open === 'history' ? <HistoryDialog proposal={proposal} mayRestore={mayEdit} onClose={close} /> : null}
      {open === 'translate' ? <TranslateDialog slice={slice} proposal={proposal} mayCheck={may('proposal.check-translation')} onClose={close} /> : null}
      {open === 'merge' ? <MergeDialog panelNumber={panelNumber} slice={slice} proposal={proposal} onClose={close} /> : null}
      {open === 'split' ? <SplitDialog proposal={proposal} onClose={close} /> : null}
    </div>
  );
}

function HistoryDialog({ proposal, mayRestore, onClose }: { proposal: ProposalView; mayRestore: boolean; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const restore = (fields: Partial<ProposalView['fields']>, rev: number) => { void act.run('proposal.edit', { proposalId: proposal.proposalId, fields }, { rev }); };
  return (
    <Dialog isOpen wide title={t('draft.history')} onClose={onClose}>
      <History proposal={proposal} onRestore={mayRestore ? restore : undefined} isBusy={act.isBusy} />
      <ActNote act={act} />
    </Dialog>
  );
}
