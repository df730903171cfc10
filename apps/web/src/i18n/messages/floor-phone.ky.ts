import type { floorPhone as ru } from './floor-phone.ru.js';

export const floorPhone: Record<keyof typeof ru, string> = {
  'p.questions.newest': 'Жаңылары',
  'p.questions.all-groups': 'Бардык тарапка керек',
  'p.ask.to.group': 'Тарап: {group}',
  'p.question.pinned': 'кадалган',
  'p.question.to': 'кимге:',
  'p.question.also': '{n, plural, other {муну дагы # киши сурады}}',
  'p.question.proposal': '{number}-сунушка айланды',
  'p.question.merged': 'окшошуна бириктирилди',
  'p.question.merged.into': 'Сурооңуз эми ушул жерде:',
  'p.question.merged.waits': 'Окшош суроо али модераторду күтүп турат. Сиз анын авторлорунун бирисиз.',
  'p.question.merged.supports': '{n, plural, =0 {Азырынча колдоо жок.} other {Колдоо: #.}}',
  'p.proposal.from': 'Суроодон:',
  'p.propose.named': 'Суроо аты-жөнсүз болчу, сунуштун автору болсо көрүнөт.',
  'p.question.propose': 'сунушка айлантуу',
};
