import type { Work } from '../../../platform/commands/work.js';
import type { PersonEraser } from '../../people/index.js';
import { putQuestion, questionsOfSeat } from '../store/questions.store.js';
import { unmerge, unmergeAll } from './unmerge.js';

/** Questions are free text in the person's own words: the text goes, a question that was still live is withdrawn. */
export class QuestionEraser implements PersonEraser {
  async erase(work: Work, seatId: string): Promise<readonly string[]> {
    const questions = await questionsOfSeat(work, seatId);
    for (const question of questions) {
      // questions of others that went on in this one stand on their own again
      const alone = await unmerge(work, await unmergeAll(work, question));
      await putQuestion(work, { ...alone, text: null, reason: null, status: 'withdrawn', pinned: false }, alone);
    }
    return questions.map((question) => question.id);
  }
}
