import type { RehearsalRun, RehearsalStep } from '@tegerek/contracts';

/** A run after one more step. */
export const stepped = (run: RehearsalRun, step: RehearsalStep): RehearsalRun =>
  ({ ...run, state: 'running', step, closed: run.closed + (step.kind === 'phase' && step.phase === 'closed' ? 1 : 0) });

/** A run whose process ended. `faults` undefined: it said nothing, so what it wrote on its way out (`words`) is the fault. */
export function ended(run: RehearsalRun, { faults, wasStopped, words }: { faults: string[] | undefined; wasStopped: boolean; words: string }): RehearsalRun {
  if (wasStopped) return { ...run, state: 'stopped' };
  if (faults === undefined) return { ...run, state: 'failed', faults: [words.trim() === '' ? 'the process ended without a word' : words.trim()] };
  return { ...run, state: faults.length === 0 ? 'ended' : 'failed', faults };
}
