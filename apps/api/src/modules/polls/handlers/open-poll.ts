import type { Context } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { derivedId } from '../../../platform/ids/derived-id.js';
import { PollRow } from '../store/poll.row.js';

/** Opens a round; its end by the clock is scheduled here. Called when every refusal is behind. */
export function openPoll(work: Work, context: Context, poll: PollRow): void {
  const { id: pollId, panelId, setup, series, round } = poll;
  const closesAt = setup.durationMs === null ? null : context.now + setup.durationMs;
  work.put(PollRow, { ...poll, state: 'open', openedAt: context.now });
  work.emit('poll.opened', { pollId, panelId, setup, series, round, closesAt });
  if (closesAt !== null) work.schedule(closesAt, derivedId('poll.expire', pollId), 'poll.expire', { pollId });
}
