/** Questions, the floor, time and minutes on the console and the organizer's desk. */
export const floorConsole = {
  'console.why.order': 'по порядку ведения',
  'console.why.share': 'говорили меньше своей доли: {spoken} из {total} при {seats} из {all} мест',
  'console.why.first': 'первое выступление',
  'console.why.waiting': 'ждёт дольше всех',
  'console.why.equal': 'все в равном положении',
  'console.floor.pause': 'Пауза',
  'console.floor.resume': 'Продолжить',
  'console.floor.extend': '+1 минута',
  'console.key.pause': 'остановить и пустить часы',
  'console.key.extend': 'минута сверх',
} as const;
