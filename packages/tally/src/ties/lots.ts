import { TallyInputError } from '../errors.js';

/**
 * place[o] = when option o is drawn (0 = first). Without `lots` the candidates' own order, as the published counts do.
 * What being drawn first means is a convention of each method and stands in its result: seats and budgets take the first;
 * the STV rules exclude the first (as published); instant runoff eliminates the last.
 */
export function lotPlaces(options: readonly string[], lots?: readonly string[]): number[] {
  if (lots === undefined) return options.map((_, i) => i);
  const place = new Map(lots.map((o, i) => [o, i]));
  const missing = options.find((o) => !place.has(o));
  if (missing !== undefined) throw new TallyInputError('lots.incomplete', `lots: "${missing}" has no place`, { path: 'lots' });
  return options.map((o) => place.get(o)!);
}
