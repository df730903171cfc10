import type { VoteRow } from '../opinion/votes.js';

const quote = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Writes votes as a Polis `votes.csv` (agree = 1), one row per vote in the order given; without a time the row's number stands for it. */
export function writePolis(rows: readonly VoteRow[]): string {
  const lines = rows.map((r, i) => [String(r.at ?? i), '', r.statement, r.participant, String(r.vote)].map(quote).join(','));
  return ['timestamp,datetime,comment-id,voter-id,vote', ...lines, ''].join('\n');
}
