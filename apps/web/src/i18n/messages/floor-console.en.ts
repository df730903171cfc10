import type { floorConsole as ru } from './floor-console.ru.js';

export const floorConsole: Record<keyof typeof ru, string> = {
  'console.why.order': 'point of order',
  'console.why.share': 'heard less than their share: {spoken} of {total}, with {seats} of {all} seats',
  'console.why.first': 'first contribution',
  'console.why.waiting': 'waits longest',
  'console.why.equal': 'all stand alike',
  'console.floor.pause': 'Pause',
  'console.floor.resume': 'Go on',
  'console.floor.extend': '+1 minute',
  'console.key.pause': 'stop the clock and let it go on',
  'console.key.extend': 'one more minute',
};
