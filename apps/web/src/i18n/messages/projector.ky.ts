import type { projector as ru } from './projector.ru.js';

export const projector: Record<keyof typeof ru, string> = {
  'projector.ping': 'б',
};
