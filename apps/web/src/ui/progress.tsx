import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { useCssVars } from './css-vars.js';
import './status.css';

/** A bar of 0…1; decoration beside figures. */
export function ProgressBar({ part, warn = false }: { part: number; warn?: boolean }) {
  const ref = useCssVars({ '--part': Math.min(1, Math.max(0, part)) });
  return <div className={warn ? 'bar warn' : 'bar'} aria-hidden><i ref={ref} /></div>;
}

/** Long work: what, how far, and a way to stop or to leave. */
export function Job({ title, detail, done, total, action }: { title: ReactNode; detail?: ReactNode; done: number; total: number; action?: ReactNode }) {
  const t = useText();
  return (
    <div className="job" role="group" aria-label={t('ui.job.progress', { done, total })}>
      <span><b>{title}</b><br /><span className="sm soft">{detail ?? t('ui.job.progress', { done, total })}</span></span>
      {action}
      <ProgressBar part={total === 0 ? 0 : done / total} />
    </div>
  );
}
