import type { Lang } from '@tegerek/contracts';

/** What a text is about: a panel's title and expected outcome, the groups of the dialogue; each in the text's own language where there is one. */
export interface Subject { theme: string; outcome: string; groups: readonly string[] }

/** One proposal's wording. */
export interface Act { title: string; text: string; indicator: string }

/** How a synthetic participant of a language speaks. What is quoted stands in quotation marks, so that nothing needs to be inflected. */
export interface Phrases {
  questions: readonly ((subject: Subject, group: string) => string)[];
  acts: readonly ((subject: Subject) => Act)[];
  addressee: (group: string) => string;
  responsible: string;
  answer: string;
  declined: string;
  minutes: (proposals: number) => string;
  staff: { organisation: string; organizer: string; moderator: (panel: number) => string; rapporteur: (panel: number) => string };
  organisation: (group: string, number: number) => string;
}

const ru: Phrases = {
  questions: [
    ({ theme }) => `Кто отвечает за то, чтобы по теме «${theme}» за год что-то изменилось?`,
    ({ theme }, group) => `Что в теме «${theme}» зависит от стороны «${group}», а что от остальных?`,
    ({ theme }) => `Какими данными подтверждается то, что сказано о теме «${theme}»?`,
    ({ outcome }) => `Ожидаемый итог: «${outcome}». Как мы узнаем, что он достигнут?`,
    ({ theme }) => `Что уже пробовали по теме «${theme}» и почему не получилось?`,
    ({ theme }, group) => `Во что обойдётся стороне «${group}» то, о чём речь в теме «${theme}»?`,
  ],
  acts: [
    ({ theme }) => ({ title: `Открытый отчёт: ${theme}`, text: `Публиковать раз в полгода отчёт о том, что сделано по теме «${theme}»: по каждому пункту срок, ответственный, сумма и результат.`, indicator: 'Число опубликованных отчётов за год' }),
    ({ theme, groups }) => ({ title: `Рабочая группа сторон: ${theme}`, text: `Создать рабочую группу по теме «${theme}»: ${groups.map((group) => `«${group}»`).join(', ')}, не менее двух мест каждой стороне; протоколы открыты.`, indicator: 'Число заседаний с открытым протоколом' }),
    ({ theme }) => ({ title: `Единый перечень данных: ${theme}`, text: `Вести общий открытый перечень данных по теме «${theme}», доступный без регистрации, и обновлять его каждый квартал.`, indicator: 'Доля наборов данных, обновлённых в срок' }),
    ({ theme }) => ({ title: `Обучение исполнителей: ${theme}`, text: `Провести обучение по теме «${theme}» для тех, кто исполняет решения на местах, не менее двух дней в год.`, indicator: 'Число обученных за год' }),
    ({ theme, outcome }) => ({ title: `Независимая проверка: ${theme}`, text: `Раз в год поручать независимым наблюдателям проверку, достигнут ли ожидаемый итог «${outcome}», и публиковать их заключение.`, indicator: 'Опубликованное заключение, раз в год' }),
    ({ theme }) => ({ title: `Сроки ответа: ${theme}`, text: `Отвечать на обращения по теме «${theme}» за десять рабочих дней, с указанием принятого решения и его причины.`, indicator: 'Доля ответов в срок' }),
  ],
  addressee: (group) => `${group} (репетиция)`, responsible: 'Координатор темы', answer: 'Ответим письменно до конца месяца (репетиция).', declined: 'Вопрос не относится к теме панели (репетиция).',
  minutes: (n) => `Сформулировано предложений: ${n} (репетиция).`,
  staff: { organisation: 'Оргкомитет (репетиция)', organizer: 'Организатор репетиции', moderator: (n) => `Модератор панели ${n}`, rapporteur: (n) => `Докладчик панели ${n}` },
  organisation: (group, n) => `${group}, организация ${n}`,
};

const ky: Phrases = {
  questions: [
    ({ theme }) => `«${theme}» темасы боюнча бир жылда бир нерсе өзгөрүшүнө ким жооп берет?`,
    ({ theme }, group) => `«${theme}» темасында «${group}» тарабынан эмне көз каранды, калгандарынан эмне?`,
    ({ theme }) => `«${theme}» темасы боюнча айтылгандар кандай маалыматтар менен ырасталат?`,
    ({ outcome }) => `Күтүлгөн жыйынтык: «${outcome}». Ага жеткенибизди кантип билебиз?`,
    ({ theme }) => `«${theme}» темасы боюнча мурда эмне аракет болгон жана эмне үчүн ишке ашкан жок?`,
    ({ theme }, group) => `«${theme}» темасында айтылгандар «${group}» тарабына канчага турат?`,
  ],
  acts: [
    ({ theme }) => ({ title: `Ачык отчёт: ${theme}`, text: `«${theme}» темасы боюнча эмне жасалганы тууралуу отчётту жарым жылда бир жарыялоо: ар бир пункт боюнча мөөнөтү, жооптуусу, суммасы жана жыйынтыгы.`, indicator: 'Бир жылда жарыяланган отчёттордун саны' }),
    ({ theme, groups }) => ({ title: `Тараптардын жумушчу тобу: ${theme}`, text: `«${theme}» темасы боюнча жумушчу топ түзүү: ${groups.map((group) => `«${group}»`).join(', ')}, ар бир тарапка экиден кем эмес орун; протоколдор ачык.`, indicator: 'Протоколу ачык отурумдардын саны' }),
    ({ theme }) => ({ title: `Маалыматтардын бирдиктүү тизмеси: ${theme}`, text: `«${theme}» темасы боюнча катталбастан көрүүгө боло турган жалпы ачык маалымат тизмесин жүргүзүү жана аны ар бир чейректе жаңыртуу.`, indicator: 'Мөөнөтүндө жаңыртылган маалыматтардын үлүшү' }),
    ({ theme }) => ({ title: `Аткаруучуларды окутуу: ${theme}`, text: `«${theme}» темасы боюнча чечимдерди жеринде аткаргандарды жылына эки күндөн кем эмес окутуу.`, indicator: 'Бир жылда окутулгандардын саны' }),
    ({ theme, outcome }) => ({ title: `Көз карандысыз текшерүү: ${theme}`, text: `«${outcome}» деген күтүлгөн жыйынтыкка жетишилгенин жылына бир жолу көз карандысыз байкоочуларга текшертүү жана корутундусун жарыялоо.`, indicator: 'Жылына бир жарыяланган корутунду' }),
    ({ theme }) => ({ title: `Жооп берүү мөөнөтү: ${theme}`, text: `«${theme}» темасы боюнча кайрылууларга он жумуш күнүндө, кабыл алынган чечимди жана себебин көрсөтүп жооп берүү.`, indicator: 'Мөөнөтүндө берилген жооптордун үлүшү' }),
  ],
  addressee: (group) => `${group} (машыгуу)`, responsible: 'Теманын координатору', answer: 'Айдын аягына чейин жазуу түрүндө жооп беребиз (машыгуу).', declined: 'Суроо панелдин темасына тиешелүү эмес (машыгуу).',
  minutes: (n) => `Түзүлгөн сунуштар: ${n} (машыгуу).`,
  staff: { organisation: 'Уюштуруу комитети (машыгуу)', organizer: 'Машыгуунун уюштуруучусу', moderator: (n) => `${n}-панелдин модератору`, rapporteur: (n) => `${n}-панелдин баяндамачысы` },
  organisation: (group, n) => `${group}, ${n}-уюм`,
};

const en: Phrases = {
  questions: [
    ({ theme }) => `Who answers for a change within a year on “${theme}”?`,
    ({ theme }, group) => `What in “${theme}” depends on “${group}”, and what on the others?`,
    ({ theme }) => `Which data bear out what was said about “${theme}”?`,
    ({ outcome }) => `The expected outcome is “${outcome}”. How shall we know that it is reached?`,
    ({ theme }) => `What was tried on “${theme}” before, and why did it not work?`,
    ({ theme }, group) => `What would “${theme}” cost “${group}”?`,
  ],
  acts: [
    ({ theme }) => ({ title: `Open report: ${theme}`, text: `Publish a report every half year on what was done about “${theme}”: for each item its deadline, who is responsible, the sum and the result.`, indicator: 'Reports published in a year' }),
    ({ theme, groups }) => ({ title: `Working group of all sides: ${theme}`, text: `Set up a working group on “${theme}” of ${groups.map((group) => `“${group}”`).join(', ')}, with at least two places for each side and open minutes.`, indicator: 'Meetings with open minutes' }),
    ({ theme }) => ({ title: `One list of data: ${theme}`, text: `Keep one open list of data on “${theme}”, readable without registration, and update it every quarter.`, indicator: 'Share of data sets updated in time' }),
    ({ theme }) => ({ title: `Training on the ground: ${theme}`, text: `Train those who carry out decisions about “${theme}” on the ground for at least two days a year.`, indicator: 'People trained in a year' }),
    ({ theme, outcome }) => ({ title: `Independent check: ${theme}`, text: `Have independent observers check once a year whether the expected outcome “${outcome}” is reached, and publish what they find.`, indicator: 'One published report a year' }),
    ({ theme }) => ({ title: `Time to answer: ${theme}`, text: `Answer requests about “${theme}” within ten working days, with the decision taken and its reason.`, indicator: 'Share of answers in time' }),
  ],
  addressee: (group) => `${group} (rehearsal)`, responsible: 'Coordinator of the theme', answer: 'We answer in writing by the end of the month (rehearsal).', declined: 'The question is not about the theme of this panel (rehearsal).',
  minutes: (n) => `Proposals formulated: ${n} (rehearsal).`,
  staff: { organisation: 'Organising committee (rehearsal)', organizer: 'Organizer of the rehearsal', moderator: (n) => `Moderator of panel ${n}`, rapporteur: (n) => `Rapporteur of panel ${n}` },
  organisation: (group, n) => `${group}, organisation ${n}`,
};

export const PHRASES: Readonly<Record<Lang, Phrases>> = { ru, ky, en };
