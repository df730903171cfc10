import type { Lang } from '@tegerek/contracts/wire';

/** Words of the minutes, on the screen and in documents alike. */
const ru = {
  'title': 'Протокол: панель {number}',
  'moderators': 'Модераторы', 'rapporteurs': 'Докладчики', 'speakers': 'Спикеры программы', 'outcome': 'Ожидаемый результат', 'course': 'Ход панели', 'when': 'Время', 'what': 'Что было',
  'empty': 'Записей нет.', 'times': 'Время выступлений по группам', 'group': 'Группа', 'time': 'Минут',
  'phase': 'Этап: {phase}.', 'phase.reason': 'Этап: {phase}. Причина: {reason}',
  'phase.scheduled': 'по программе', 'phase.open': 'открыта', 'phase.discussion': 'обсуждение', 'phase.formulation': 'формулирование', 'phase.decision': 'решение', 'phase.ranking': 'ранжирование', 'phase.closed': 'закрыта',
  'turn': 'Выступление: {who}, {time}.', 'who.group': '{name} ({group})', 'who.nobody': 'имя не указано', 'who.of-group': 'участник группы «{group}»', 'nameless': 'Без имён: выступавшие названы по группам. Записи, набранные докладчиком, приведены как есть.',
  'answered': 'Дан ответ на вопрос «{question}».', 'answered.text': 'Дан ответ на вопрос «{question}»: {answer}',
  'opened.decision': 'Открыто решение {number}: «{title}».', 'opened.ranking': 'Открыто ранжирование.', 'opened.other': 'Открыто голосование {number}.',
  'opened.amendment': 'Открыто голосование по поправке {number} ({field}): «{before}» → «{text}».', 'closed.amendment': 'Поправка {number}: {grade}. За {yes}, против {no}, воздержались {abstain}; голосовали {cast} из {electorate}.',
  'closed.decision': 'Решение {number}: {grade}. За {yes}, против {no}, воздержались {abstain}; голосовали {cast} из {electorate}.', 'closed.ranking': 'Ранжирование завершено: голосовали {cast} из {electorate}.', 'closed.other': 'Голосование {number} завершено.',
  'void': 'Голосование {number} признано недействительным. Причина: {reason}',
};
export type MinutesKey = keyof typeof ru;

const ky: Record<MinutesKey, string> = {
  'title': 'Протокол: {number}-панель',
  'moderators': 'Алып баруучулар', 'rapporteurs': 'Протокол жазуучулар', 'speakers': 'Программанын спикерлери', 'outcome': 'Күтүлгөн натыйжа', 'course': 'Панелдин жүрүшү', 'when': 'Убакыт', 'what': 'Эмне болду',
  'empty': 'Жазуу жок.', 'times': 'Тараптар боюнча сүйлөгөн убакыт', 'group': 'Тарап', 'time': 'Мүнөт',
  'phase': 'Этап: {phase}.', 'phase.reason': 'Этап: {phase}. Себеби: {reason}',
  'phase.scheduled': 'программа боюнча', 'phase.open': 'ачылды', 'phase.discussion': 'талкуу', 'phase.formulation': 'аныктама берүү', 'phase.decision': 'чечим', 'phase.ranking': 'артыкчылык берүү', 'phase.closed': 'жабылды',
  'turn': 'Сөз: {who}, {time}.', 'who.group': '{name} ({group})', 'who.nobody': 'аты көрсөтүлгөн эмес', 'who.of-group': '«{group}» тарабынын катышуучусу', 'nameless': 'Атсыз: сүйлөгөндөр тараптары боюнча аталды. Протокол жазуучу терген жазуулар өзгөртүлгөн жок.',
  'answered': '«{question}» деген суроого жооп берилди.', 'answered.text': '«{question}» деген суроого жооп: {answer}',
  'opened.decision': '{number}-чечим ачылды: «{title}».', 'opened.ranking': 'Артыкчылык берүү ачылды.', 'opened.other': '{number}-добуш берүү ачылды.',
  'opened.amendment': '{number}-түзөтүү боюнча добуш берүү ачылды ({field}): «{before}» → «{text}».', 'closed.amendment': '{number}-түзөтүү: {grade}. Макул {yes}, каршы {no}, калыс {abstain}; {electorate} ичинен {cast} добуш берди.',
  'closed.decision': '{number}-чечим: {grade}. Макул {yes}, каршы {no}, калыс {abstain}; {electorate} ичинен {cast} добуш берди.', 'closed.ranking': 'Артыкчылык берүү бүттү: {electorate} ичинен {cast} добуш берди.', 'closed.other': '{number}-добуш берүү бүттү.',
  'void': '{number}-добуш берүү жараксыз деп табылды. Себеби: {reason}',
};

const en: Record<MinutesKey, string> = {
  'title': 'Minutes: panel {number}',
  'moderators': 'Moderators', 'rapporteurs': 'Rapporteurs', 'speakers': 'Speakers of the programme', 'outcome': 'Expected outcome', 'course': 'Course of the panel', 'when': 'Time', 'what': 'What happened',
  'empty': 'There are no entries.', 'times': 'Speaking time by group', 'group': 'Group', 'time': 'Minutes',
  'phase': 'Phase: {phase}.', 'phase.reason': 'Phase: {phase}. Reason: {reason}',
  'phase.scheduled': 'scheduled', 'phase.open': 'open', 'phase.discussion': 'discussion', 'phase.formulation': 'formulation', 'phase.decision': 'decision', 'phase.ranking': 'ranking', 'phase.closed': 'closed',
  'turn': 'Spoke: {who}, {time}.', 'who.group': '{name} ({group})', 'who.nobody': 'name not given', 'who.of-group': 'a member of {group}', 'nameless': 'Without names: speakers are named by their groups. Entries that the rapporteur typed stand as they are.',
  'answered': 'The question “{question}” was answered.', 'answered.text': 'The question “{question}” was answered: {answer}',
  'opened.decision': 'Decision {number} opened: “{title}”.', 'opened.ranking': 'The ranking opened.', 'opened.other': 'Vote {number} opened.',
  'opened.amendment': 'Vote on amendment {number} opened ({field}): “{before}” → “{text}”.', 'closed.amendment': 'Amendment {number}: {grade}. For {yes}, against {no}, abstained {abstain}; {cast} of {electorate} voted.',
  'closed.decision': 'Decision {number}: {grade}. For {yes}, against {no}, abstained {abstain}; {cast} of {electorate} voted.', 'closed.ranking': 'The ranking closed: {cast} of {electorate} voted.', 'closed.other': 'Vote {number} closed.',
  'void': 'Vote {number} was declared void. Reason: {reason}',
};

export const MINUTES_WORDS: Record<Lang, Record<MinutesKey, string>> = { ru, ky, en };

/** A text of the minutes; every `{name}` of it must be given. */
export function sayMinutes(lang: Lang, key: MinutesKey, values: Readonly<Record<string, string | number>> = {}): string {
  return MINUTES_WORDS[lang][key].replace(/\{([a-z]+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} needs ${name}`);
    return String(value);
  });
}
