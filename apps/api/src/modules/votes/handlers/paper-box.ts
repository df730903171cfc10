import type { DecisionRule } from '@tegerek/contracts';
import { refuse, type Context, type Located, type Refuse } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { findSeat } from '../../people/index.js';
import type { VoteRow } from '../store/vote.row.js';
import { lockBox, votesOfBox } from '../store/votes.store.js';

export interface PaperBox {
  panelId: string;
  rule: DecisionRule;
  electorateByGroup: Record<string, number>;
}

/** For `locate`: the panel of a vote or an agenda. */
export async function whereBox(work: Work, object: string): Promise<Located | undefined> {
  const [vote] = await votesOfBox(work, object);
  return vote && { panelId: vote.panelId };
}

/** The open decision (or agenda) whose papers are handled; locked, so that no press changes while papers do. Rankings have no paper. */
export async function openBox(work: Work, object: string): Promise<PaperBox | Refuse> {
  const votes = await votesOfBox(work, object);
  const [first] = votes;
  if (!first) return refuse('request.not-found');
  if (first.purpose === 'ranking' || first.panelId === null) return refuse('paper.not-here');
  const states = await lockBox(work, object);
  const open = votes.find((vote: VoteRow) => states.get(vote.id) === 'open');
  if (!open) return refuse('vote.state', { details: { state: states.get(first.id) ?? first.state } });
  return { panelId: first.panelId, rule: first.rule as DecisionRule, electorateByGroup: first.electorateByGroup };
}

/** The number on the badge of whoever acts: it stands in the log instead of a name. */
export const numberOf = async (work: Work, context: Context): Promise<number> => (await findSeat(work, context.seatId))?.number ?? 0;
