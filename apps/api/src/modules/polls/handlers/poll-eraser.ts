import type { Work } from '../../../platform/commands/work.js';
import { readAnswers, removePresses } from '../../ballots/index.js';
import type { PersonEraser } from '../../people/index.js';
import { termsOf } from '../domain/word-cloud.js';
import { PollRow } from '../store/poll.row.js';
import { textPollsOfSeat } from '../store/polls.store.js';
import { emitShown } from './show-result.js';

/** Short texts are a person's own words: they go, and a cloud that is on show is counted anew without them. */
export class PollEraser implements PersonEraser {
  async erase(work: Work, seatId: string): Promise<readonly string[]> {
    const polls = await textPollsOfSeat(work, seatId);
    await removePresses(work, polls.map(({ id }) => id), seatId);
    for (const poll of polls) await retell(work, poll);
    return polls.map(({ id }) => id);
  }
}

/** The bodies that named this poll's texts are blanked with the person; what others wrote is said again. */
async function retell(work: Work, poll: PollRow): Promise<void> {
  const answers = await readAnswers((sql, values) => work.query(sql, values), poll.id);
  const left = new Set(answers.flatMap(({ choice }) => termsOf(String(choice)).map(({ key }) => key)));
  const next = { ...poll, hiddenTexts: poll.hiddenTexts.filter((key) => left.has(key)) };
  work.put(PollRow, next);
  for (const key of next.hiddenTexts) work.emit('poll.text-hidden', { pollId: poll.id, panelId: poll.panelId, key, hidden: true }, { panelId: poll.panelId });
  if (poll.isShown) await emitShown(work, next);
}
