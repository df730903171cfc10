import type { Counters, QuestionView } from '@tegerek/contracts/wire';

/** By support of all groups together; by that of the group that supports it least; newest first; as they came. */
export type QuestionOrder = 'support' | 'all-groups' | 'newest' | 'oldest';

type Seats = Readonly<Record<string, number>>;

/** Supports of a question by all groups. */
export const supportsOf = (counters: Counters, questionId: string): number => Object.values(counters[questionId]?.byGroup ?? {}).reduce((sum, n) => sum + n, 0);

/** The part of a group's seats that supports it, of the group where that part is least; groups without seats do not count. */
export function leastShare(counters: Counters, questionId: string, seatsByGroup: Seats): { n: number; of: number } {
  const byGroup = counters[questionId]?.byGroup ?? {};
  const shares = Object.entries(seatsByGroup).filter(([, seats]) => seats > 0).map(([group, of]) => ({ n: byGroup[group] ?? 0, of }));
  return shares.reduce((least, share) => (share.n * least.of < least.n * share.of ? share : least), shares[0] ?? { n: 0, of: 1 });
}

/** All groups that have seats support it; of one group there is no «all». */
export function isFromAll(counters: Counters, questionId: string, seatsByGroup: Seats): boolean {
  const byGroup = counters[questionId]?.byGroup ?? {};
  const groups = Object.entries(seatsByGroup).filter(([, seats]) => seats > 0);
  return groups.length > 1 && groups.every(([group]) => (byGroup[group] ?? 0) > 0);
}

/** Pinned ones lead, the first pinned first; then by the order asked for, ties by support, then by time, then by id: everybody sees the same. */
export function orderQuestions<Q extends Pick<QuestionView, 'questionId' | 'askedAt' | 'pinnedAt'>>(questions: readonly Q[], order: QuestionOrder, counters: Counters, seatsByGroup: Seats = {}): Q[] {
  const keyed = questions.map((question) => ({ question, total: supportsOf(counters, question.questionId), least: order === 'all-groups' ? leastShare(counters, question.questionId, seatsByGroup) : NOTHING }));
  const byTime = (a: Q, b: Q) => (order === 'oldest' ? a.askedAt - b.askedAt : b.askedAt - a.askedAt);
  const pinned = (question: Q) => question.pinnedAt ?? Infinity;
  keyed.sort((a, b) =>
    compare(pinned(a.question), pinned(b.question))
    || (order === 'all-groups' ? b.least.n * a.least.of - a.least.n * b.least.of : 0)
    || (order === 'support' || order === 'all-groups' ? b.total - a.total : 0)
    || byTime(a.question, b.question) || (a.question.questionId < b.question.questionId ? -1 : 1));
  return keyed.map(({ question }) => question);
}

const NOTHING = { n: 0, of: 1 };
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** How many live and answered questions each group has asked; `''`: group not known to this audience. */
export function volumeByGroup(questions: Iterable<Pick<QuestionView, 'groupId' | 'status'>>): Record<string, number> {
  const volume: Record<string, number> = {};
  for (const { groupId, status } of questions) if (status !== 'withdrawn' && status !== 'declined') volume[groupId ?? ''] = (volume[groupId ?? ''] ?? 0) + 1;
  return volume;
}

/** Case and «ё» aside, every word of the search occurs in the text. */
export function matcher(search: string): (text: string) => boolean {
  const words = plain(search).split(/\s+/u).filter((word) => word !== '');
  return words.length === 0 ? () => true : (text) => { const all = plain(text); return words.every((word) => all.includes(word)); };
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
