import type { LanguageRules } from './language-rules.js';

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const SPAN = '(?:working |calendar )?(?:day|week|month|quarter|year)s?';

/** English, after the Russian data; a first draft. */
export const en: LanguageRules = {
  weak: [
    'consider', 'considering', 'explore', 'look into', 'examine the possibility', 'study the possibility', 'strengthen', 'strengthening', 'promote', 'promoting', 'intensify', 'where possible', 'when possible', 'if possible',
    'as far as possible', 'wherever possible', 'as appropriate', 'where appropriate', 'as necessary', 'if necessary', 'where necessary', 'contribute to', 'improve', 'improving', 'encourage', 'encouraging', 'take* … measures', 'take* … steps',
    'provide … support', 'support the', 'facilitate', 'enhance', 'foster', 'assist', 'endeavour', 'strive', 'seek to', 'pay … attention', 'raise awareness', 'work towards', 'streamline', 'optimise', 'optimize', 'boost',
    'continue to', 'continue working', 'expand', 'call on', 'call upon', 'step up', 'make efforts', 'stimulate', 'create … conditions',
  ],
  notWeak: ['promote to', 'consider appeal*', 'consider complaint*', 'consider application*', 'consider petition*', 'consider case*', 'consider claim*'],
  vague: ['a number of', 'several', 'many', 'some', 'numerous', 'various', 'a range of', 'most', 'as many as possible', 'as much as possible', 'a handful of', 'a few', 'a couple of', 'plenty of', 'a large number', 'enough'],
  notVague: [],
  vagueUnlessMeasured: ['significant', 'significantly', 'substantial', 'substantially', 'considerable', 'considerably', 'sufficient', 'sufficiently', 'adequate', 'adequately', 'noticeably'],
  vagueTimes: ['as soon as possible', 'in the near future', 'in the coming years', 'in a timely manner', 'timely', 'promptly', 'in due course', 'in due time', 'soon', 'without delay', 'shortly', 'when ready', 'immediately', 'in the future', 'urgently'],
  dates: [
    '\\d{4}-\\d{2}-\\d{2}', '\\d{1,2}[./]\\d{1,2}[./]\\d{4}', `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? \\d{4})?`, `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:, ?\\d{4})?(?!\\d)`, `${MONTH} \\d{4}`,
    'q[1-4]', '(?:first|second|third|fourth) (?:quarter|half)', '(?:end|beginning|middle) of (?:the|this|next) (?:year|quarter|month)', '(?:19|20)\\d{2}(?!\\d)',
  ],
  until: { before: ['(?:by|before|until|no later than|not later than|from|as of|starting (?:from|with|in|on)|beginning (?:with|in|on)|during|in)(?: the)?(?: (?:end|beginning|course) of)?(?: the)?'], after: [] },
  periods: [`(?:within|in|for) (?:\\d+|one|two|three|four|five|six|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety|a) ${SPAN}`, `(?<!\\d)\\d{1,3} ${SPAN}`, '(?:annually|yearly|quarterly|monthly|weekly)(?! (?:report|form|statistic)\\p{L}*)', `(?:every|each) (?:\\d+ |six |two |three )?${SPAN}`, '(?:once|twice) (?:a|per) (?:year|quarter|month)', 'on a permanent basis'],
  numerals: ['one', 'a single', 'two', 'three', 'four', 'five', 'six', 'ten', 'every', 'each', 'at least'],
  bodies: [
    'ministry', 'ministries', 'cabinet', 'jogorku kenesh', 'parliament', 'president', 'administration', 'government', 'aiyl okmotu', 'aiyl kenesh', 'city hall', 'city halls', 'mayor', 'kenesh', 'local council*', 'local authorit*', 'local self-government bod*',
    'plenipotentiar*', 'agency', 'agencies', 'committee', 'csos', 'ngos', 'association*', 'chamber*', 'department*', 'service', 'court', 'courts', 'council', 'councils', 'inspectorate', 'fund', 'prosecutor*', 'universit*', 'commission', 'board', 'authority', 'authorities', 'corporation', 'akyikatchy', 'ombudsman',
  ],
  leadWords: 6,
  told: null,
  leadIns: [
    `(?:by|from|as of|in|during|before) (?:the )?(?:(?:end|beginning) of )?(?:\\d{1,2} )?(?:${MONTH} )?\\d{4}(?: onwards)?,? (?:the )?`,
    '(?:(?:by|within|from|as of|as soon as|and in any case|starting|beginning|during|before|no later than|in) [^,]{2,80}, )+(?:the )?',
  ],
  leadBreaks: ['for', 'of', 'with', 'at', 'by', 'about', 'against', 'between'],
  leadEndings: [],
  asking: ['urge', 'call on', 'call upon', 'recommend', 'request', 'instruct', 'ask'],
  responsible: ['responsible', 'in charge', 'accountable'],
  passive: [
    '(?:should|shall|must|will|to|can|may|needs? to) (?:\\p{L}+ly )?be (?:\\p{L}+ly )?(?:\\p{L}+ed|made|held|set|built|given|taken|written|drawn|kept|put|sent|found|shown|done|chosen|taught|brought|led|paid|run)(?!\\p{L})',
    'it is (?:necessary|important|essential|advisable|desirable) (?:to|that)', 'there is a need to', 'there (?:should|must) be',
    '(?:is|are|was|were) (?:\\p{L}+ly )?(?:\\p{L}+ed|made|held|set up|built|given|taken|written|drawn|kept|sent|chosen)(?!\\p{L})',
  ],
  notPassive: ['is needed', 'are needed', 'is based', 'are based', 'is located', 'are located', 'are interested', 'is interested'],
  actors: ['by (?:the )?(?!(?:end|beginning|the|january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L}))\\p{L}+'],
  demands: {
    order: 'verb-first',
    verb: ['(?<=(?:should|shall|must) (?:also |then |further )?)(?!(?:be|by|not|from|in|within|before|during)(?!\\p{L}))\\p{L}+', '(?:add|raise|lower|upload|insure|move|release|scrap|replace|remove|cancel|simplify|exempt|grant|guarantee|create|establish|adopt|publish|train|amend|allocate|draft|approve|appoint|hold|post|hand over|open|provide|introduce|conduct|ensure|set up|develop|prepare|include|build|launch|organi[sz]e|submit|require|strengthen|improve|promote|consider|install|collect|review|repair|recruit|hire|finance|abolish|reduce|increase|extend|transfer|translate|make|give|teach|oblige|assign|equip|pay)'],
    notVerb: ['open data', 'open government', 'open budget*', 'post office*', 'train station*', 'draft law*', 'draft budget*', 'draft decision*', 'draft strateg*', 'open session*', 'finance ministr*'],
    leadingBack: ['as well as', 'and also'],
    joiners: ['and', 'and to', 'and then', 'and also', 'as well as', 'then'],
    subordinate: ['so that', 'which', 'that', 'who', 'where', 'can', 'may', 'if', 'in order to', 'how to', 'right to', 'able to', 'in order'],
  },
  sentenceWords: 35,
};
