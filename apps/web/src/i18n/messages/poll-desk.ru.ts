/** The poll desk of the console, and what it shows in the hall. */
export const pollDesk = {
  'console.screen.blank': 'Пустой экран',
  'console.screen.agenda': 'Повестка панели',
  'console.screen.poll': 'Опрос',
} as const;
