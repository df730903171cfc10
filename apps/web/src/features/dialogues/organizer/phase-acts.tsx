import { useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';

/** Opens a prepared dialogue, closes one whose panels are done. */
export function PhaseActs({ core, mayOpen, mayClose, isPrimary }: { core: CoreSlice; mayOpen: boolean; mayClose: boolean; isPrimary: boolean }) {
  const t = useText();
  const act = useAct();
  const [asks, setAsks] = useState(false);
  const step = mayOpen ? 'open' : mayClose ? 'close' : null;
  if (step === null) return null;
  const close = () => { act.clear(); setAsks(false); };
  const panels = Object.values(core.panels).filter((panel) => panel.phase !== 'closed').map((panel) => panel.number).sort((a, b) => a - b);
  const confirm = () => { void act.run(step === 'open' ? 'dialogue.open' : 'dialogue.close', {}).then((done) => { if (done) close(); }); };
  return (
    <>
      <Button kind={isPrimary ? 'primary' : 'secondary'} onClick={() => setAsks(true)}>{t(`desk.${step}`)}</Button>
      <ConfirmDialog
        isOpen={asks} onClose={close} title={t(`desk.${step}.title`)} confirm={t(`desk.${step}`)} busy={act.isBusy} onConfirm={confirm}
        effect={<div className="stack-2"><p>{t(`desk.${step}.effect`, { seats: sumOf(core.seatsByGroup), panels: Object.keys(core.panels).length })}</p>{step === 'close' && panels.length > 0 ? <p className="fail">{t('desk.close.open-panels', { panels: panels.join(', ') })}</p> : null}<ActNote act={act} /></div>}
      />
    </>
  );
}
