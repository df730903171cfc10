/** A vote on an amendment, on every surface that shows votes. */
export const amendment = {
  'amend.field.title': 'Title',
  'amend.field.text': 'Text',
  'amend.field.addressee': 'Addressee',
  'amend.field.addresseeDative': 'Form of address',
  'amend.field.responsible': 'Responsible',
  'amend.field.deadline': 'Deadline',
  'amend.field.indicator': 'Indicator',
  'amend.field.region': 'Region',
  'amend.vote': 'Amendment {number}',
  'amend.result': 'Result on amendment {number}',
  'amend.open': 'The room votes on an amendment',
  'amend.changes': 'It changes: {field}',
  'amend.of': 'Amendment to the proposal “{title}”',
  'amend.if': 'If it is adopted, the text reads like this at once. The proposal itself is decided afterwards.',
} as const;
