import type { PanelPhase } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../i18n/provider.js';
import './phases.css';

/** In their order; equal to PANEL_PHASES of the contracts (held by a test), kept here for the phone's size. */
export const PHASES: readonly PanelPhase[] = ['scheduled', 'open', 'discussion', 'formulation', 'decision', 'ranking', 'closed'];

function standing(index: number, at: number): 'done' | 'now' | undefined {
  if (index === at) return 'now';
  return index < at ? 'done' : undefined;
}

/** The phone's: seven stops on a line, the present one in words with what comes next. */
export function PhaseBar({ phase }: { phase: PanelPhase }) {
  const t = useText();
  const at = PHASES.indexOf(phase);
  const next = PHASES[at + 1];
  const place = { n: at + 1, total: PHASES.length };
  return (
    <div>
      <ol className="phases" aria-label={t('ui.phases')}>
        {PHASES.map((each, index) => <li key={each} className={standing(index, at)} aria-current={index === at ? 'step' : undefined}><span className="sr-only">{t(`phase.${each}`)}</span></li>)}
      </ol>
      <p className="phase-word"><b>{t(`phase.${phase}`)}</b> <span className="mute">· {next === undefined ? t('ui.phase.last', place) : t('ui.phase.place', { ...place, next: t(`phase.next.${next}`) })}</span></p>
    </div>
  );
}

/** The console's: one under the other, with the times when each began (instants in ms). */
export function PhaseList({ phase, beganAt = {} }: { phase: PanelPhase; beganAt?: Readonly<Partial<Record<PanelPhase, number>>> }) {
  const t = useText();
  const { time } = useFormat();
  const at = PHASES.indexOf(phase);
  return (
    <ol className="phase-list" aria-label={t('ui.phases')}>
      {PHASES.slice(1).map((each, index) => {
        const began = beganAt[each];
        return <li key={each} className={standing(index + 1, at)} aria-current={index + 1 === at ? 'step' : undefined}><span>{t(`phase.${each}`)}</span>{began === undefined ? null : <time>{time(began)}</time>}</li>;
      })}
    </ol>
  );
}
