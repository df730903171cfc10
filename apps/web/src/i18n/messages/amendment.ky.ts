/** A vote on an amendment, on every surface that shows votes. */
export const amendment = {
  'amend.field.title': 'Аталышы',
  'amend.field.text': 'Тексти',
  'amend.field.addressee': 'Кимге багытталган',
  'amend.field.addresseeDative': 'Кимге кайрылуу',
  'amend.field.responsible': 'Жооптуу',
  'amend.field.deadline': 'Мөөнөтү',
  'amend.field.indicator': 'Көрсөткүчү',
  'amend.field.region': 'Аймагы',
  'amend.vote': '{number}-түзөтүү',
  'amend.result': '{number}-түзөтүүнүн жыйынтыгы',
  'amend.open': 'Түзөтүү боюнча добуш жүрүп жатат',
  'amend.changes': 'Өзгөрөт: {field}',
  'amend.of': '«{title}» сунушуна түзөтүү',
  'amend.if': 'Түзөтүү кабыл алынса, текст дароо ушундай болот. Сунуштун өзү кийин чечилет.',
} as const;
