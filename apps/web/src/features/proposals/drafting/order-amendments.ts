import type { AmendmentView, Formulation } from '@tegerek/contracts/wire';
import { departure } from '@tegerek/drafting';

/** Open ones by field, the furthest from what stands there first: the order in which competing ones are taken; then those that are settled, latest first. */
export function orderAmendments(amendments: readonly AmendmentView[], fields: Formulation): AmendmentView[] {
  const far = new Map(amendments.map((each) => [each.amendmentId, each.status === 'open' ? departure(fields[each.field] ?? '', each.text) : 0]));
  const open = amendments.filter(({ status }) => status === 'open').sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : (far.get(b.amendmentId) ?? 0) - (far.get(a.amendmentId) ?? 0) || a.at - b.at));
  return [...open, ...amendments.filter(({ status }) => status !== 'open').sort((a, b) => b.at - a.at)];
}
