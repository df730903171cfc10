/** Words of the organizer's desk. */
export const organizer = {
  'organizer.ping': 'а',
} as const;
