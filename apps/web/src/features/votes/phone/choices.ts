import type { MessageKey } from '../../../i18n/index.js';

export const YES_NO = ['yes', 'no', 'abstain'] as const;
export const CONSENT = ['support', 'can-live-with', 'reservations', 'block'] as const;
export type Choice = (typeof YES_NO)[number] | (typeof CONSENT)[number];

export const CHOICE_WORDS: Record<Choice, MessageKey> = {
  yes: 'choice.yes', no: 'choice.no', abstain: 'choice.abstain', support: 'choice.support', 'can-live-with': 'choice.liveWith', reservations: 'choice.reservations', block: 'choice.block',
};

/** What each step of the consent scale means for the result. */
export const CONSENT_NOTES: Partial<Record<Choice, MessageKey>> = { 'can-live-with': 'p.vote.note.live-with', reservations: 'p.vote.note.reservations', block: 'p.vote.note.block' };
