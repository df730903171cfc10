/** Questions and the floor on the phone. */
export const floorPhone = {
  'p.questions.newest': 'Новые',
  'p.questions.all-groups': 'Нужны всем группам',
  'p.ask.to.group': 'Группа: {group}',
  'p.question.pinned': 'закреплён',
  'p.question.to': 'кому:',
  'p.question.also': '{n, plural, one {об этом спросил ещё # человек} few {об этом спросили ещё # человека} many {об этом спросили ещё # человек} other {об этом спросили ещё # человека}}',
  'p.question.proposal': 'стал предложением {number}',
  'p.question.merged': 'объединён с похожим',
  'p.question.merged.into': 'Дальше ваш вопрос идёт здесь:',
  'p.question.merged.waits': 'Похожий вопрос ещё ждёт модератора. Вы среди его авторов.',
  'p.question.merged.supports': '{n, plural, =0 {Поддержки пока нет.} one {Поддержка: #.} few {Поддержка: #.} many {Поддержка: #.} other {Поддержка: #.}}',
  'p.proposal.from': 'Из вопроса:',
  'p.propose.named': 'Вопрос был без имени, а у предложения имя автора видно.',
  'p.question.propose': 'сделать предложением',
} as const;
