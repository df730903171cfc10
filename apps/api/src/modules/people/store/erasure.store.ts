import type { Work } from '../../../platform/commands/work.js';

/** Event bodies of this log that hold the text of these questions and proposals or the words of these polls, or show them or these turns on a screen, or suggest these amendments, line them up (`amendmentId#put`), record these reservations, doubt a piece of evidence (`evidenceId#seatId`) or give the reason of a block (`voteId#number`). */
export async function bodiesAbout(work: Work, objectIds: readonly string[]): Promise<{ seq: number; i: number }[]> {
  if (objectIds.length === 0) return [];
  return work.query(
    `SELECT p.seq, p.i FROM log.payload p CROSS JOIN LATERAL (SELECT p.body::jsonb AS body) b
     WHERE p.log_id = $1 AND p.body IS NOT NULL AND (
       (b.body->>'type' LIKE 'question.%' AND b.body->'data'->>'questionId' = ANY($2))
       OR (b.body->>'type' IN ('poll.shown', 'poll.text-hidden') AND b.body->'data'->>'pollId' = ANY($2))
       OR (b.body->>'type' LIKE 'proposal.%' AND b.body->'data'->>'proposalId' = ANY($2))
       OR (b.body->>'type' = 'screen.shown' AND (
         b.body->'data'->'view'->>'questionId' = ANY($2) OR b.body->'data'->'view'->>'proposalId' = ANY($2) OR b.body->'data'->'view'->>'turnId' = ANY($2)))
       OR (b.body->>'type' = 'amendment.suggested' AND b.body->'data'->>'amendmentId' = ANY($2))
       OR (b.body->>'type' = 'amendment.put' AND (b.body->'data'->>'amendmentId') || '#put' = ANY($2))
       OR (b.body->>'type' = 'reservation.recorded' AND b.body->'data'->>'reservationId' = ANY($2))
       OR (b.body->>'type' = 'evidence.contested' AND (b.body->'data'->>'evidenceId') || '#' || (b.body->'data'->>'seatId') = ANY($2))
       OR (b.body->>'type' = 'vote.block-reasoned' AND (b.body->'data'->>'voteId') || '#' || (b.body->'data'->>'number') = ANY($2))
     ) ORDER BY p.seq, p.i`,
    [work.space, objectIds],
  );
}
