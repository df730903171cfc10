import type { DecidedProposal } from '../resolution-document.js';
import type { MessageKey } from '../messages/ru.js';
import type { Say } from '../messages/say.js';

const GRADES = ['consensus', 'broad-agreement', 'majority', 'not-adopted', 'not-adopted-no-quorum', 'undecided'];

/** A grade in words; one that this version does not know is shown as it is written in the log. */
export const gradeInWords = (say: Say, grade: string): string => (GRADES.includes(grade) ? say(`grade.${grade}` as MessageKey) : grade);

const CLAUSES = ['quorum.overall', 'quorum.group', 'votes.some', 'consensus.no-objection', 'consensus.group-yes', 'veto.group', 'overall', 'group', 'groups', 'weight', 'weighted-share'];

/** A clause of the rule in words; those of `majority` and `broad-agreement` share theirs. */
export function clauseInWords(say: Say, id: string, group: string): string {
  const short = id.replace(/^(?:majority|broad-agreement)\./u, '');
  if (CLAUSES.includes(short)) return say(`clause.${short}` as MessageKey, { group });
  return group === '' ? id : `${id} (${group})`;
}

/** «not met: …» for the clauses that kept it from the next better grade. */
export function failedInWords(say: Say, { failed }: Pick<DecidedProposal, 'failed'>, groupName: (id: string) => string): string {
  const clauses = failed.map(({ id, group }) => clauseInWords(say, id, group === undefined ? '' : groupName(group)));
  return clauses.length === 0 ? '' : `${say('missed')}: ${clauses.join('; ')}.`;
}
