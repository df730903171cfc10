/** In what language a voted text is read. */
export const voteText = {
  'vote-text.checked': 'Котормо, салыштырылган. Добуш түпнуска текстке берилет, анын тили: {language}.',
  'vote-text.draft': 'Котормо, али салыштырылган эмес. Добуш түпнуска текстке берилет, анын тили: {language}.',
  'vote-text.original': 'Котормосу жок. Тексттин тили: {language}.',
} as const;
