import type { organizer as ru } from './organizer.ru.js';

export const organizer: Record<keyof typeof ru, string> = {
  'organizer.ping': 'c',
};
