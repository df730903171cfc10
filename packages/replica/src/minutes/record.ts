import type { CoreSlice, PanelPhase, PanelSlice, VoteHead } from '@tegerek/contracts/wire';

/** A line of a panel's minutes. Typed ones are stored; all others follow from the log and are stored nowhere else. */
export type RecordLine = { at: number; key: string } & (
  | { kind: 'phase'; to: PanelPhase; reason: string | null }
  | { kind: 'turn'; seatId: string; groupId: string | null; spentMs: number }
  | { kind: 'answered'; question: string; answer: string }
  | { kind: 'opened'; vote: VoteHead }
  | { kind: 'closed'; vote: VoteHead }
  | { kind: 'void'; vote: VoteHead }
  | { kind: 'typed'; entryId: string; text: string; rev: number }
);

/** What happened in a panel by its clock: phases, turns, answered questions, votes and their results, with what the rapporteur typed between. Oldest first. */
export function panelRecord(core: Pick<CoreSlice, 'votes'>, panel: PanelSlice): RecordLine[] {
  const lines: RecordLine[] = [
    ...panel.moves.map(({ at, to, reason }, i): RecordLine => ({ at, key: `phase-${i}`, kind: 'phase', to, reason })),
    ...panel.turns.map(({ turnId, seatId, groupId, startedAt, spentMs }): RecordLine => ({ at: startedAt, key: turnId, kind: 'turn', seatId, groupId, spentMs })),
    ...Object.values(panel.questions).flatMap((question): RecordLine[] =>
      (question.status === 'answered' && question.answeredAt !== null ? [{ at: question.answeredAt, key: question.questionId, kind: 'answered', question: question.text, answer: question.answer ?? '' }] : [])),
    ...Object.values(core.votes).filter((vote) => vote.panelId === panel.panelId).flatMap(voteLines),
    ...panel.minutes.map(({ entryId, at, text, rev }): RecordLine => ({ at, key: entryId, kind: 'typed', entryId, text, rev })),
  ];
  return lines.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

function voteLines(vote: VoteHead): RecordLine[] {
  const opened: RecordLine = { at: vote.openedAt, key: `opened-${vote.voteId}`, kind: 'opened', vote };
  if (vote.closedAt === null) return [opened];
  return [opened, { at: vote.closedAt, key: `closed-${vote.voteId}`, kind: vote.state === 'void' ? 'void' : 'closed', vote }];
}
