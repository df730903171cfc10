import type { Work } from '../../../platform/commands/work.js';
import type { TranslationRow } from '../store/proposal.row.js';

/** What is rendered of a frozen version is for everybody; a draft's is for the room. */
export function tellTranslation(work: Work, panelId: string, { proposalId, language, rev, version, fields, bySeat, at: madeAt, checkedBy }: TranslationRow, actor?: string): void {
  work.emit('proposal.translated', { proposalId, panelId, language, rev, version, fields, bySeat, madeAt, checkedBy }, { ...(actor === undefined ? {} : { actor }), ...(version === null ? { audience: 'room' } : {}) });
}
