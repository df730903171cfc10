/** Refusals of questions and of the floor. */
export const floorRefusals = {
  'refusal.question.one-addressee': 'Вопрос идёт одному адресату: выберите человека или группу.',
  'refusal.question.supported': 'Вопрос уже поддержали, вернуть его в ожидание нельзя. Его можно объединить с похожим или отметить отвеченным.',
  'refusal.question.unpublished': 'Этот вопрос зал ещё не видел. Сначала одобрите его или объединяйте в обратную сторону.',
  'refusal.question.too-many-pinned': 'Закреплено уже {max}. Сначала открепите другой вопрос.',
  'refusal.hand.no-group': 'У этого места нет группы, слово оно не просит. Выберите участника группы.',
  'refusal.turn.paused': 'Часы уже остановлены.',
  'refusal.turn.running': 'Часы уже идут.',
  'refusal.turn.not-longer': 'Выступление уже не короче. Выберите большее время.',
} as const;
