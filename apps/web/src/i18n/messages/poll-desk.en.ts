/** The poll desk of the console, and what it shows in the hall. */
export const pollDesk = {
  'console.screen.blank': 'Blank screen',
  'console.screen.agenda': 'Panel agenda',
  'console.screen.poll': 'Poll',
} as const;
