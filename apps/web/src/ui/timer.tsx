import { useFormat, useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { useNow } from './now.js';
import { ProgressBar } from './progress.js';
import './status.css';

export interface TimerProps {
  /** The server's instant of the start, in ms. */
  startedAt: number;
  limitMs: number;
  /** Server's clock minus the device's, in ms; every acknowledgement carries the server's `now`. */
  offsetMs: number;
  /** A pause: the clock stands at this instant (server's, ms). */
  stoppedAt?: number | null | undefined;
  warnMs?: number | undefined;
  /** A bar under the figures. */
  bar?: boolean | undefined;
}

export type TimerStage = 'running' | 'warn' | 'over';

/** What is left of a turn, in ms (negative: over the limit), and how urgent that is. */
export function timeLeft({ startedAt, limitMs, offsetMs, stoppedAt, warnMs = 30_000 }: TimerProps, deviceNow: number): { leftMs: number; stage: TimerStage } {
  const leftMs = startedAt + limitMs - (stoppedAt ?? deviceNow + offsetMs);
  if (leftMs <= 0) return { leftMs, stage: 'over' };
  return { leftMs, stage: leftMs <= warnMs ? 'warn' : 'running' };
}

/** The clock of a turn. Screen readers hear the warning and the end, not each second. */
export function Timer(props: TimerProps) {
  const { limitMs, stoppedAt, bar = false } = props;
  const t = useText();
  const { clock, duration } = useFormat();
  const now = useNow(stoppedAt === null || stoppedAt === undefined ? 250 : null);
  const { leftMs, stage } = timeLeft(props, now);
  const shownMs = leftMs > 0 ? Math.ceil(leftMs / 1_000) * 1_000 : leftMs;
  const words = { running: '', warn: t('ui.timer.warning', { left: duration(props.warnMs ?? 30_000) }), over: t('ui.timer.over') }[stage];
  return (
    <div className="timer-box">
      <p className={classes('timer', stage === 'warn' && 'warn', stage === 'over' && 'late')} role="timer" aria-label={t('ui.timer.label')} aria-live="off">{clock(shownMs)}</p>
      <span className="sr-only" role="status">{words}</span>
      {bar ? <ProgressBar part={1 - leftMs / limitMs} warn={stage !== 'running'} /> : null}
    </div>
  );
}
