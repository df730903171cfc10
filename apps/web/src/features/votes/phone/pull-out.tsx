import { useState } from 'react';
import { useRefusal, useText } from '../../../i18n/index.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';

/** Asks once: what is pulled out is decided singly, and nobody in the room learns who asked. */
export function PullOut({ agendaId, proposalId, number }: { agendaId: string; proposalId: string; number: string }) {
  const t = useText();
  const refusal = useRefusal();
  const act = useAct();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <Button mini aria-label={t('p.agenda.pull.of', { number })} onClick={() => setAsked(true)}>{t('p.agenda.pull')}</Button>;
  return (
    <div className="stack-2">
      <p className="sm">{t('p.agenda.pull.effect')}</p>
      <div className="row"><Button mini autoFocus kind="primary" busy={act.isBusy} onClick={() => { void act.run('agenda.pull-out', { agendaId, proposalId }); }}>{t('p.agenda.pull.confirm', { number })}</Button><Button mini kind="quiet" onClick={() => { act.clear(); setAsked(false); }}>{t('ui.cancel')}</Button></div>
      {act.refusal === null ? null : <RefusalNote>{refusal(act.refusal)}</RefusalNote>}
    </div>
  );
}
