import type { floorConsole as ru } from './floor-console.ru.js';

export const floorConsole: Record<keyof typeof ru, string> = {
  'console.why.order': 'тартип боюнча',
  'console.why.share': 'өз үлүшүнөн аз сүйлөштү: {total} ичинен {spoken}, орундары {all} ичинен {seats}',
  'console.why.first': 'биринчи сөзү',
  'console.why.waiting': 'баарынан көп күттү',
  'console.why.equal': 'баары бирдей абалда',
  'console.floor.pause': 'Тыныгуу',
  'console.floor.resume': 'Улантуу',
  'console.floor.extend': '+1 мүнөт',
  'console.key.pause': 'саатты токтотуу жана жүргүзүү',
  'console.key.extend': 'дагы бир мүнөт',
};
