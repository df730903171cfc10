import type { Located } from '../../../platform/commands/handler.js';
import type { Work } from '../../../platform/commands/work.js';
import { findPoll } from '../store/polls.store.js';

/** For `locate`: the panel of a poll; a deleted one does not exist. */
export async function whereIsPoll(work: Work, pollId: string): Promise<Located | undefined> {
  const poll = await findPoll(work, pollId);
  return poll && poll.state !== 'deleted' ? { panelId: poll.panelId } : undefined;
}
