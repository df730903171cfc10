import type { AmendmentView, Formulation, LineUpView } from '@tegerek/contracts/wire';
import { departure } from '@tegerek/drafting';

const FIELDS: readonly AmendmentView['field'][] = ['title', 'text', 'addressee', 'addresseeDative', 'responsible', 'deadline', 'indicator', 'region'];

const bySuggestion = (a: AmendmentView, b: AmendmentView): number => a.at - b.at || (a.amendmentId < b.amendmentId ? -1 : 1);

/** Open ones as the server would order them: by field as the form has them, the furthest from what stands there first. */
export function usualOrder(open: readonly AmendmentView[], fields: Formulation): AmendmentView[] {
  const far = new Map(open.map((each) => [each.amendmentId, departure(fields[each.field] ?? '', each.text)]));
  return [...open].sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || (far.get(b.amendmentId) ?? 0) - (far.get(a.amendmentId) ?? 0) || bySuggestion(a, b));
}

/** Under which the room knows each amendment of a proposal: `2.3/1` in the order of suggestion. */
export const amendmentNumbers = (all: readonly AmendmentView[], proposalNumber: string): Map<string, string> => new Map([...all].sort(bySuggestion).map(({ amendmentId }, i) => [amendmentId, `${proposalNumber}/${i + 1}`]));

/** The item that comes next in the stated order; `undefined`: none waits. What was withdrawn or settled without a vote is passed over. */
export const nextInLine = (lineUp: LineUpView | undefined, amendments: Readonly<Record<string, AmendmentView>>): LineUpView['items'][number] | undefined =>
  lineUp?.items.find(({ amendmentId, outcome }) => outcome === 'waiting' && amendments[amendmentId]?.status === 'open');

/** The list with one item a place up (-1) or down (1); at an end: as it was. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id);
  const [to, list] = [at + by, [...ids]];
  if (at < 0 || to < 0 || to >= list.length) return list;
  list.splice(at, 1);
  list.splice(to, 0, id);
  return list;
}
