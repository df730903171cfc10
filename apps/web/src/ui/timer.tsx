import { turnClock, WARN_MS, type ClockedTurn } from '@tegerek/rules';
import { useFormat, useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { IconPlayerPause } from './icons/index.js';
import { useNow } from './now.js';
import { ProgressBar } from './progress.js';
import './status.css';

export interface TimerProps {
  /** The server's instants and lengths, ms: the start, the limit, since when it is paused, and earlier pauses. */
  turn: ClockedTurn;
  /** Server's clock minus the device's, in ms; every acknowledgement carries the server's `now`. */
  offsetMs: number;
  warnMs?: number | undefined;
  /** A bar under the figures. */
  bar?: boolean | undefined;
}

/** The clock of a turn. Screen readers hear the warning and the end, not each second. */
export function Timer({ turn, offsetMs, warnMs = WARN_MS, bar = false }: TimerProps) {
  const t = useText();
  const { clock, duration } = useFormat();
  const now = useNow(turn.pausedAt === null ? 250 : null);
  const { leftMs, stage, isPaused } = turnClock(turn, now + offsetMs, warnMs);
  const shownMs = leftMs > 0 ? Math.ceil(leftMs / 1_000) * 1_000 : leftMs;
  const words = isPaused ? t('ui.timer.paused') : { running: '', warn: t('ui.timer.warning', { left: duration(warnMs) }), over: t('ui.timer.over') }[stage];
  return (
    <div className="timer-box">
      <p className={classes('timer', stage === 'warn' && 'warn', stage === 'over' && 'late', isPaused && 'paused')} role="timer" aria-label={t('ui.timer.label')} aria-live="off">{isPaused ? <IconPlayerPause /> : null}{clock(shownMs)}</p>
      <span className="sr-only" role="status">{words}</span>
      {bar ? <ProgressBar part={1 - leftMs / turn.limitMs} warn={stage !== 'running'} /> : null}
    </div>
  );
}
