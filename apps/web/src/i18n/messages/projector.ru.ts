/** Words of the hall's screen. */
export const projector = {
  'projector.ping': 'а',
} as const;
