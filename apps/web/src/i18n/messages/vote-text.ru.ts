/** In what language a voted text is read. */
export const voteText = {
  'vote-text.checked': 'Перевод, сверен. Голосуют за подлинный текст, его язык: {language}.',
  'vote-text.draft': 'Перевод, ещё не сверен. Голосуют за подлинный текст, его язык: {language}.',
  'vote-text.original': 'Перевода нет. Язык текста: {language}.',
} as const;
