import type { ScreenRequest, ScreenView } from '@tegerek/contracts';
import { refuse, type Refuse } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPanel } from '../../panels/index.js';
import { findSeat, seatName } from '../../people/index.js';
import { findPoll } from '../../polls/index.js';
import { findProposal } from '../../proposals/index.js';
import { findQuestion } from '../../questions/index.js';
import { runningTurn } from '../../speakers/index.js';
import { findVote, proposalNumber } from '../../votes/index.js';

const missing = (field: string): Refuse => refuse('request.not-found', { path: `view.${field}` });

/**
 * Copies into a view what the screen needs, so that it asks for nothing. A screen is public: names only by consent.
 * @param onPanel panel that the screens belong to; another panel's objects are not shown there
 */
export async function fillView(work: Work, view: ScreenRequest, onPanel: string | null): Promise<ScreenView | Refuse> {
  switch (view.kind) {
    case 'programme': case 'blank': case 'join': case 'break': case 'text': return view;
    case 'agenda': return isShownOn(view.panelId, onPanel) && (await findPanel(work, view.panelId)) ? view : missing('panelId');
    case 'question': return question(work, view.questionId, onPanel);
    case 'speaker': return isShownOn(view.panelId, onPanel) ? speaker(work, view.panelId) : missing('panelId');
    case 'proposal': return proposal(work, view.proposalId, onPanel);
    case 'vote': {
      const vote = await findVote(work, view.voteId);
      return vote && (vote.panelId === null || isShownOn(vote.panelId, onPanel)) ? view : missing('voteId');
    }
    case 'poll': {
      const poll = await findPoll(work, view.pollId);
      // a draft is not the room's yet
      return poll && poll.panelId === view.panelId && (poll.state === 'open' || poll.state === 'closed') && isShownOn(poll.panelId, onPanel) ? view : missing('pollId');
    }
    default: return view satisfies never;
  }
}

const isShownOn = (panelId: string, onPanel: string | null): boolean => onPanel === null || panelId === onPanel;

/** Only what the room has seen: a question that waits is never shown. */
async function question(work: Work, questionId: string, onPanel: string | null): Promise<ScreenView | Refuse> {
  const found = await findQuestion(work, questionId);
  if (!found || found.text === null || !['public', 'answered'].includes(found.status) || !isShownOn(found.panelId, onPanel)) return missing('questionId');
  const author = found.anonymous ? undefined : seatName(await findSeat(work, found.seatId));
  return { kind: 'question', questionId, text: found.text, groupId: found.anonymous ? null : found.groupId, author: author?.name ?? null };
}

async function speaker(work: Work, panelId: string): Promise<ScreenView | Refuse> {
  const turn = await runningTurn(work, panelId);
  if (!turn) return missing('panelId');
  const named = seatName(await findSeat(work, turn.seatId));
  return { kind: 'speaker', panelId, turnId: turn.id, name: named?.name ?? '', organisation: named?.organisation ?? '', groupId: turn.groupId };
}

async function proposal(work: Work, proposalId: string, onPanel: string | null): Promise<ScreenView | Refuse> {
  const found = await findProposal(work, proposalId);
  const panel = found && (await findPanel(work, found.panelId));
  if (!found || !panel || !isShownOn(found.panelId, onPanel)) return missing('proposalId');
  return { kind: 'proposal', proposalId, number: proposalNumber(panel.number, found.number), language: found.language, fields: found.fields };
}
