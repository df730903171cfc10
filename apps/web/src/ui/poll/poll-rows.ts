import { TEMPERATURES, type PollBody, type PollResult, type Temperature, type Text } from '@tegerek/contracts/wire';
import type { Translate } from '../../i18n/translate.js';

export interface PollRowLabel {
  /** As the result's figures name it. */
  key: string;
  /** What the moderator wrote, or words of the interface. */
  title?: Text;
  words?: string;
  level?: Temperature;
}

/** What a poll can be answered with, in the order in which it is shown; of short texts nothing. */
export function rowsOf(t: Translate, body: PollBody): PollRowLabel[] {
  switch (body.kind) {
    case 'single': case 'multiple': case 'ranking': return body.options.map(({ id, title }) => ({ key: id, title }));
    case 'scale': return Array.from({ length: body.steps }, (_, i) => ({ key: String(i + 1), words: String(i + 1) }));
    case 'temperature': return TEMPERATURES.map((level) => ({ key: level, level, words: t(`poll.level.${level}`) }));
    case 'text': return [];
  }
}

/** Largest first where the order is the result (ranking and choices); steps and levels stay in their own order. */
export function orderedRows(rows: readonly PollRowLabel[], body: PollBody, total: PollResult['total']): PollRowLabel[] {
  if (body.kind === 'scale' || body.kind === 'temperature' || total === null) return [...rows];
  return rows.map((row, i) => ({ row, i })).sort((a, b) => (total[b.row.key] ?? 0) - (total[a.row.key] ?? 0) || a.i - b.i).map(({ row }) => row);
}

/** The mean of a scale, to one decimal; null without figures. */
export function meanOf(body: PollBody, { total, answers }: PollResult): number | null {
  if (body.kind !== 'scale' || total === null || answers === 0) return null;
  return Object.entries(total).reduce((sum, [step, n]) => sum + Number(step) * n, 0) / answers;
}

/** What a bar's figure counts: people, or (ranking) points, which come doubled. */
export const figureOf = (body: PollBody, value: number): number => (body.kind === 'ranking' ? value / 2 : value);

/** The longest bar's figure: all who answered; of a ranking the most points that one option could have. */
export const mostOf = (body: PollBody, answers: number): number => (body.kind === 'ranking' ? answers * 2 * (body.options.length - 1) : answers);

/** What came of each group, and what of the groups that are not shown apart. */
export function partsOf({ total, byGroup }: PollResult, key: string): { groups: { groupId: string; n: number }[]; rest: number } {
  const groups = byGroup.map(({ groupId, figures }) => ({ groupId, n: figures[key] ?? 0 }));
  return { groups, rest: (total?.[key] ?? 0) - groups.reduce((sum, { n }) => sum + n, 0) };
}

