import { Injectable } from '@nestjs/common';
import type { BallotChoice, DialoguePhase, Role } from '@tegerek/contracts';
import type { QueryRunner } from 'typeorm';
import { run } from '../../platform/db/statement.js';
import type { OpenTarget, PressTarget } from '../../platform/presses/press-target.js';
import { choiceFits } from './domain/count-vote.js';
import type { VoteRow } from './store/vote.row.js';

type Held = Pick<VoteRow, 'state' | 'purpose' | 'rule' | 'options'> & { dialoguePhase: DialoguePhase };

/** Ballots of the count lane: all that is voted on together is held shared, so that its count waits for them and shuts out later ones. */
@Injectable()
export class BallotTarget implements PressTarget {
  readonly name = 'ballot.cast';

  async open(runner: QueryRunner, space: string, object: string, seatIds: readonly string[]): Promise<OpenTarget | undefined> {
    const held = run<Held>(runner,
      `SELECT v.state, v.purpose, v.rule, v.options, d.phase AS "dialoguePhase"
         FROM votes.vote v JOIN dialogues.dialogue d ON d.id = v.space WHERE v.box = $1 AND v.space = $2 ORDER BY v.id FOR SHARE OF v`, [object, space]);
    const [votes, entitled] = await Promise.all([held, electors(runner, object, seatIds)]);
    const isRunning = ({ state }: Held): boolean => state === 'open' || state === 'closing';
    const vote = votes.find(isRunning) ?? votes[0];
    if (!vote) return undefined;
    return {
      facts: { dialoguePhase: vote.dialoguePhase, panel: null },
      isOpen: isRunning(vote),
      entitled,
      isValid: (choice) => choiceFits(vote, choice as BallotChoice),
      weight: () => 1,
    };
  }
}

/** Of these seats the ones in the frozen electorate that were not revoked since. */
async function electors(runner: QueryRunner, voteId: string, seatIds: readonly string[]): Promise<OpenTarget['entitled']> {
  const rows = await run<{ seatId: string; groupId: string; number: number; onPaper: boolean; roles: Role[] }>(runner,
    `SELECT e.seat_id AS "seatId", e.group_id AS "groupId", e.number, e.on_paper AS "onPaper", s.roles
       FROM ballots.elector e JOIN people.seat s ON s.id = e.seat_id WHERE e.vote_id = $1 AND e.seat_id = ANY($2::uuid[]) AND NOT s.revoked`,
    [voteId, seatIds]);
  return new Map(rows.map(({ seatId, groupId, number, onPaper, roles }) => [seatId, { actor: { kind: 'seat', seatId, groupId, roles }, groupId, number, ...(onPaper ? { refusal: 'ballot.on-paper' as const } : {}) }]));
}
