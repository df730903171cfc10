/** The poll desk of the console, and what it shows in the hall. */
export const pollDesk = {
  'console.screen.blank': 'Бош экран',
  'console.screen.agenda': 'Панелдин күн тартиби',
  'console.screen.poll': 'Сурамжылоо',
} as const;
