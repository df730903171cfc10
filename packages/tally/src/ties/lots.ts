import { TallyInputError } from '../errors.js';

/** place[o] = where option o stands in the order of the lot (0 = luckiest). Without `lots` the candidates' own order. */
export function lotPlaces(options: readonly string[], lots?: readonly string[]): number[] {
  if (lots === undefined) return options.map((_, i) => i);
  const place = new Map(lots.map((o, i) => [o, i]));
  const missing = options.find((o) => !place.has(o));
  if (missing !== undefined) throw new TallyInputError('lots.incomplete', `lots: "${missing}" has no place`, { path: 'lots' });
  return options.map((o) => place.get(o)!);
}
