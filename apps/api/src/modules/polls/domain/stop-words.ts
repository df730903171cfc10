const RU = 'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне было вот от меня еще нет о об из ему или ни быть был для мы их чтобы это эта этот эти при до под над без через между также если есть наш наша наше наши свой свои';
const KY = 'жана менен үчүн эмес да де дагы бул ошол ал мен сен биз силер алар анын менин биздин бар жок эле эки бир кандай кантип же бирок анткени деп гана дейре чейин кийин мурун тууралуу жөнүндө болуп болот керек ар';
const EN = 'the a an and or but of to in on at by for from with without as is are was were be been it its this that these those we our you your they their he she his her i my not no so if than then into about over under more very';

/** Words that carry no topic, in Russian, Kyrgyz and English, in the form of `wordsOf`. */
export const STOP_WORDS: ReadonlySet<string> = new Set(`${RU} ${KY} ${EN}`.split(' '));
