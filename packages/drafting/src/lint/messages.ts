import type { LintLocale, Warning, WarningArgs } from './warning.js';

type Part = NonNullable<WarningArgs['missing']>[number];

/** Texts of the warnings: what is wrong and what to do. `{name}` is an argument of the warning. */
export const LINT_MESSAGES: Readonly<Record<LintLocale, Readonly<Record<Warning['message'], string>>>> = {
  ru: {
    'lint.weak-verb': '«{found}» нельзя будет проверить: не хватает — {missing}. Добавьте это или назовите действие с результатом.',
    'lint.missing-addressee': 'Не указан адресат: кому это предлагается?',
    'lint.missing-responsible': 'Не указан ответственный: кто за это отвечает?',
    'lint.missing-deadline': 'Не указан срок: к какой дате или за какое время?',
    'lint.deadline-not-date': '«{found}» — не срок. Укажите дату или период, например «до 1 июня 2027 года» или «в течение 30 дней».',
    'lint.vague-quantity': '«{found}» нельзя сосчитать. Укажите число или долю.',
    'lint.passive-without-actor': '«{found}»: не сказано, кто это делает. Назовите исполнителя.',
    'lint.several-demands': 'Требований в одном предложении: {demands}, второе — «{found}». Лучше разделить: по каждому голосуют и отчитываются отдельно.',
    'lint.long-sentence': 'Слов в предложении: {words}. На слух понятны до {limit}: разделите его.',
  },
  ky: {
    'lint.weak-verb': '«{found}» дегенди кийин текшерүү мүмкүн эмес: {missing} жетишпейт. Аны кошуңуз же натыйжасы бар аракетти атаңыз.',
    'lint.missing-addressee': 'Дареги көрсөтүлгөн эмес: бул кимге сунушталат?',
    'lint.missing-responsible': 'Жооптуусу көрсөтүлгөн эмес: буга ким жооп берет?',
    'lint.missing-deadline': 'Мөөнөтү көрсөтүлгөн эмес: кайсы күнгө чейин же канча убакытта?',
    'lint.deadline-not-date': '«{found}» — мөөнөт эмес. Күндү же мезгилди жазыңыз, мисалы «2027-жылдын 1-июнуна чейин» же «30 күндүн ичинде».',
    'lint.vague-quantity': '«{found}» дегенди саноого болбойт. Санын же үлүшүн жазыңыз.',
    'lint.passive-without-actor': '«{found}»: муну ким аткараары айтылган эмес. Аткаруучуну атаңыз.',
    'lint.several-demands': 'Бир сунуштагы талаптардын саны: {demands}, экинчиси — «{found}». Бөлгөн жакшы: ар бири боюнча өзүнчө добуш берилет жана отчет түзүлөт.',
    'lint.long-sentence': 'Сүйлөмдө {words} сөз бар. Угуп түшүнүүгө {limit} сөзгө чейин ылайык: сүйлөмдү бөлүңүз.',
  },
  en: {
    'lint.weak-verb': '“{found}” cannot be checked later: what is missing is {missing}. Add it, or name an action with a result.',
    'lint.missing-addressee': 'No addressee: of whom is this asked?',
    'lint.missing-responsible': 'No one responsible: who answers for it?',
    'lint.missing-deadline': 'No deadline: by what date, or within what time?',
    'lint.deadline-not-date': '“{found}” is no deadline. Give a date or a period, such as “by 1 June 2027” or “within 30 days”.',
    'lint.vague-quantity': '“{found}” cannot be counted. Give a number or a share.',
    'lint.passive-without-actor': '“{found}” does not say who does it. Name the actor.',
    'lint.several-demands': 'Demands in one proposal: {demands}, the second is “{found}”. Better split it: each is voted on and reported by itself.',
    'lint.long-sentence': 'Words in the sentence: {words}. Up to {limit} are understood when read out: split it.',
  },
};

/** Names of the parts that a weak verb lacks. */
export const PART_NAMES: Readonly<Record<LintLocale, Readonly<Record<Part, string>>>> = {
  ru: { addressee: 'адресат', deadline: 'срок', indicator: 'показатель' },
  ky: { addressee: 'дарек', deadline: 'мөөнөт', indicator: 'көрсөткүч' },
  en: { addressee: 'an addressee', deadline: 'a deadline', indicator: 'an indicator' },
};

/** The text of a warning in the reader's language, which need not be that of the proposal. Plain text, to be escaped where it is shown. */
export function warningText({ message, args }: Warning, reader: LintLocale): string {
  const values: Readonly<Record<string, string | number | undefined>> = { ...args, missing: args.missing?.map((part) => PART_NAMES[reader][part]).join(', ') };
  return LINT_MESSAGES[reader][message].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
