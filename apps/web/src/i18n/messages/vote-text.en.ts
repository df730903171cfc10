/** In what language a voted text is read. */
export const voteText = {
  'vote-text.checked': 'A checked translation. The vote is on the authoritative text, in {language}.',
  'vote-text.draft': 'A translation, not checked yet. The vote is on the authoritative text, in {language}.',
  'vote-text.original': 'Not translated. The text is in {language}.',
} as const;
