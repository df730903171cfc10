import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelPhase } from '@tegerek/contracts/wire';
import { nextPanelPhase, previousPanelPhase } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { IconArrowBackUp } from '../../../ui/icons/index.js';
import { PhaseList } from '../../../ui/phases.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';

export type Step = 'forward' | 'back' | null;

export const decidedIn = (core: CoreSlice, panelId: string): number =>
  Object.values(core.votes).filter((vote) => vote.panelId === panelId && vote.purpose === 'decision' && vote.state === 'closed').length;

interface MoveProps { panel: PanelHead; core: CoreSlice; to: PanelPhase; act: Act; onClose: () => void }

/** Closing a panel in which nothing was decided needs a reason; other steps forward are asked once. */
function ForwardDialog({ panel, core, to, act, onClose }: MoveProps) {
  const t = useText();
  const move = (reason?: string) => act.run('panel.move-phase', { panelId: panel.id, to, ...(reason === undefined ? {} : { reason }) }, { rev: panel.rev });
  const title = t('console.move.title', { phase: t(`phase.${to}`) });
  if (to === 'closed' && decidedIn(core, panel.id) === 0) {
    return <ReasonDialog title={title} effect={t('console.move.undecided')} label={t('console.move.reason-closed')} confirm={t('console.to.closed')} act={act} onClose={onClose} onConfirm={(reason) => move(reason)} />;
  }
  return (
    <ConfirmDialog
      isOpen onClose={onClose} title={title} confirm={t(`console.to.${to}`)} busy={act.isBusy}
      effect={<div className="stack-2"><p>{t(`console.effect.${to}`)}</p><ActNote act={act} /></div>}
      onConfirm={() => { void move().then((done) => { if (done) onClose(); }); }}
    />
  );
}

function BackDialog({ panel, to, act, onClose }: Omit<MoveProps, 'core'>) {
  const t = useText();
  return (
    <ReasonDialog
      title={t('console.back.title', { phase: t(`phase.${to}`) })} effect={t('console.back.effect')} label={t('console.back.reason')} confirm={t('console.back.confirm')}
      act={act} onClose={onClose} onConfirm={(reason) => act.run('panel.move-phase', { panelId: panel.id, to, reason }, { rev: panel.rev })}
    />
  );
}

export interface PhaseStepsProps {
  panel: PanelHead;
  core: CoreSlice;
  mayMove: boolean;
  /** The next act of the panel is this step. */
  isPrimary: boolean;
  /** Opened by a key, or here. */
  step: Step;
  setStep: (step: Step) => void;
}

/** Where the panel stands, and the step forward or back. */
export function PhaseSteps({ panel, core, mayMove, isPrimary, step, setStep }: PhaseStepsProps) {
  const t = useText();
  const act = useAct();
  const [next, previous] = [nextPanelPhase(panel.phase), previousPanelPhase(panel.phase)];
  const close = () => { act.clear(); setStep(null); };
  return (
    <section className="phase-steps">
      <h2>{t('ui.phases')}</h2>
      <PhaseList phase={panel.phase} beganAt={panel.entered} />
      {mayMove ? (
        <div className="row step-acts">
          {next === null ? null : <Button className="grow" kind={isPrimary ? 'primary' : 'secondary'} onClick={() => setStep('forward')}>{t(`console.to.${next}`)}</Button>}
          {previous === null ? null : <Button kind="quiet" icon={<IconArrowBackUp />} aria-label={t('console.back')} title={t('console.back')} onClick={() => setStep('back')} />}
        </div>
      ) : null}
      {step === 'forward' && next !== null ? <ForwardDialog panel={panel} core={core} to={next} act={act} onClose={close} /> : null}
      {step === 'back' && previous !== null ? <BackDialog panel={panel} to={previous} act={act} onClose={close} /> : null}
    </section>
  );
}

/** Opens and closes the dialogs of the steps. */
export function useStep(): [Step, (step: Step) => void] {
  return useState<Step>(null);
}
