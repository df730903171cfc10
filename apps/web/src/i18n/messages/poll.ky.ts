import type { poll as ru } from './poll.ru.js';

export const poll: Record<keyof typeof ru, string> = {
  'poll.level.good': 'Жарайт',
  'poll.level.mixed': 'Күмөнүм бар',
  'poll.level.bad': 'Жарабайт',
  'poll.answered': '{base} орундун {n} жооп берди',
  'poll.of': '{base} ичинен {n}',
  'poll.points': '{n} упай',
  'poll.was': 'мурда {n}',
  'poll.mean': 'Орточо {value}, эң жогорусу {steps}',
  'poll.few': 'Жооптор {floor} санынан аз, ошондуктан жыйынтык көрсөтүлбөйт: ал жооп бергендерди ачып коёр эле.',
  'poll.suppressed': 'Эч кимди ачып койбоо үчүн боз түс менен чогуу: {groups}',
  'poll.by-group': 'Тараптар боюнча жооптор',
  'poll.answer': 'Жооп',
  'poll.all': 'Баары',
  'poll.answered-row': 'Жооп бергендер',
  'poll.cloud.none': 'Азырынча сөз жок.',
  'poll.cloud.more': 'дагы {n}',
  'poll.cloud.word': '{text}: {n} жолу',
  'poll.round': '{n}-тур',
  'poll.left': 'Дагы {time} калды',
};
