/** A vote on an amendment, on every surface that shows votes. */
export const amendment = {
  'amend.field.title': 'Заголовок',
  'amend.field.text': 'Текст',
  'amend.field.addressee': 'Адресат',
  'amend.field.addresseeDative': 'Обращение к адресату',
  'amend.field.responsible': 'Ответственный',
  'amend.field.deadline': 'Срок',
  'amend.field.indicator': 'Показатель',
  'amend.field.region': 'Регион',
  'amend.vote': 'Поправка {number}',
  'amend.result': 'Итог по поправке {number}',
  'amend.open': 'Идёт голосование по поправке',
  'amend.changes': 'Меняется: {field}',
  'amend.of': 'Поправка к предложению «{title}»',
  'amend.if': 'Если поправку примут, текст сразу станет таким. Само предложение решается потом.',
} as const;
