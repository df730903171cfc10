import { LIMITS, SMALL_GROUP_FLOOR, type Refusal } from '@tegerek/contracts';

export interface Panel {
  premoderation: boolean;
  moderators: readonly string[];
  panellists: readonly string[];
}

/** Whether a seat may ask this; `live` counts its questions that wait or are public in the panel. */
export function checkQuestion(asked: { toSeat: string | null; toGroup: string | null }, panel: Panel & { groups: readonly string[] }, live: number): Refusal | null {
  if (live >= LIMITS.questionsPerSeat) return { code: 'question.too-many', details: { max: LIMITS.questionsPerSeat } };
  if (asked.toSeat !== null && !panel.panellists.includes(asked.toSeat) && !panel.moderators.includes(asked.toSeat)) return { code: 'request.not-found', path: 'toSeat' };
  if (asked.toGroup !== null && !panel.groups.includes(asked.toGroup)) return { code: 'request.not-found', path: 'toGroup' };
  if (asked.toSeat !== null && asked.toGroup !== null) return { code: 'question.one-addressee', path: 'toGroup' };
  return null;
}

/** What the room learns of the author: all, or of an anonymous one the group, and that only where enough others could have asked. */
export function shownAuthor(question: { anonymous: boolean; seatId: string; groupId: string | null }, groupSize: number): { seatId: string | null; groupId: string | null } {
  if (!question.anonymous) return { seatId: question.seatId, groupId: question.groupId };
  return { seatId: null, groupId: groupSize >= SMALL_GROUP_FLOOR ? question.groupId : null };
}
