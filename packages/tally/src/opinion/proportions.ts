/** One-sided 90 % of the normal distribution; Polis's mark of «significant». */
export const SIGNIFICANT = 1.2816;

/** (A+1)/(S+2): ½ where nobody voted. */
export const smoothed = (successes: number, trials: number): number => (successes + 1) / (trials + 2);

/** Is the share above one half? z value; 1 added to both counts, hence 1.0 where nobody voted. */
export function proportionTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/** Is the share in the group above the share outside? z value; 1 added to all four counts, 0 where nothing varies. */
export function twoProportionTest(inSuccesses: number, inTrials: number, outSuccesses: number, outTrials: number): number {
  const [si, ni, so, no] = [inSuccesses + 1, inTrials + 1, outSuccesses + 1, outTrials + 1];
  const pooled = (si + so) / (ni + no);
  if (pooled === 1) return 0;
  return (si / ni - so / no) / Math.sqrt(pooled * (1 - pooled) * (1 / ni + 1 / no));
}
