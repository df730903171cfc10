import type { Lang, Refusal } from '@tegerek/contracts';
import type { Proposal } from './proposal.js';

/** Whether a text of this revision in that language may be kept: never of an older one, never in the authoritative language itself. */
export function checkTranslation(proposal: Proposal, { language, rev }: { language: Lang; rev: number }): Refusal | null {
  if (proposal.status === 'withdrawn' || proposal.status === 'merged') return { code: 'proposal.state', details: { status: proposal.status } };
  if (language === proposal.language) return { code: 'proposal.own-language', path: 'language' };
  return rev === proposal.rev ? null : { code: 'proposal.stale', path: 'rev', details: { rev: proposal.rev } };
}
