import type { Lang } from '@tegerek/contracts';

const ru = {
  'brand': 'Тегерек', 'sections': 'Разделы', 'programme': 'Программа', 'results': 'Итоги', 'resolution': 'Резолюция', 'press': 'Для прессы', 'goals': 'Цели', 'languages': 'Языки',
  'outcome': 'Ожидаемый итог', 'hall': 'Зал', 'panellists': 'Выступают', 'phase.open': 'Диалог идёт', 'phase.closed': 'Диалог завершён, резолюция готовится', 'phase.published': 'Резолюция опубликована',
  'groups': 'Группы участников', 'rank': 'Место {rank}', 'for': 'за {yes} из {base}', 'base': 'Доли считаются от такой основы: {base}.', 'missed': 'Не выполнено', 'download': 'Скачать', 'document': 'Документ (DOCX)', 'page': 'Страница (HTML)', 'markdown': 'Текст (Markdown)', 'json': 'Данные (JSON)',
  'check': 'Проверить самому', 'check.text': 'Бюллетени, правила и журнал лежат в открытом пакете. Программа проверки пересчитывает всё без сети.', 'bundle': 'Скачать пакет', 'verify': 'Открыть страницу проверки', 'ballots': 'Список бюллетеней', 'data': 'Открытые данные', 'not-adopted': 'Не принято', 'why': 'Почему так, словами', 'none': 'Рекомендаций не принято.',
  'rehearsal.short': 'Репетиция', 'rehearsal': 'Репетиция. Участники и голоса вымышлены, решений здесь не принимают.',
} as const;
export type PageKey = keyof typeof ru;

const ky: Record<PageKey, string> = {
  'brand': 'Тегерек', 'sections': 'Бөлүмдөр', 'programme': 'Программасы', 'results': 'Жыйынтыктар', 'resolution': 'Резолюциясы', 'press': 'Маалымат каражаттарына', 'goals': 'Максаттар', 'languages': 'Тилдер',
  'outcome': 'Күтүлгөн жыйынтык', 'hall': 'Залы', 'panellists': 'Сүйлөгөндөр', 'phase.open': 'Диалог жүрүп жатат', 'phase.closed': 'Диалог аяктады, резолюция даярдалууда', 'phase.published': 'Резолюция жарыяланды',
  'groups': 'Тараптар', 'rank': '{rank}-орун', 'for': '{base} добуштун {yes} макул', 'base': 'Үлүштөр мындан эсептелет: {base}.', 'missed': 'Аткарылган жок', 'download': 'Жүктөп алуу', 'document': 'Иш кагазы (DOCX)', 'page': 'Барак (HTML)', 'markdown': 'Тексти (Markdown)', 'json': 'Маалыматтар (JSON)',
  'check': 'Өзүңүз текшериңиз', 'check.text': 'Бюллетендер, эрежелер жана журнал ачык топтомдо. Текшерүү программасы баарын тармаксыз кайра эсептейт.', 'bundle': 'Топтомду жүктөп алуу', 'verify': 'Текшерүү барагын ачуу', 'ballots': 'Бюллетендердин тизмеси', 'data': 'Ачык маалыматтар', 'not-adopted': 'Кабыл алынган жок', 'why': 'Эмне үчүн мындай, сөз менен', 'none': 'Сунуштама кабыл алынган жок.',
  'rehearsal.short': 'Репетиция (сыноо)', 'rehearsal': 'Репетиция (сыноо). Катышуучулар менен добуштар ойдон чыгарылган, бул жерде чечим кабыл алынбайт.',
};

const en: Record<PageKey, string> = {
  'brand': 'Tegerek', 'sections': 'Sections', 'programme': 'Programme', 'results': 'Results', 'resolution': 'Resolution', 'press': 'For the press', 'goals': 'Goals', 'languages': 'Languages',
  'outcome': 'Expected outcome', 'hall': 'Hall', 'panellists': 'Panellists', 'phase.open': 'The dialogue is under way', 'phase.closed': 'The dialogue is over, the resolution is being prepared', 'phase.published': 'The resolution is published',
  'groups': 'Stakeholder groups', 'rank': 'Rank {rank}', 'for': 'yes {yes} of {base}', 'base': 'Shares are taken of: {base}.', 'missed': 'Not met', 'download': 'Download', 'document': 'Document (DOCX)', 'page': 'Page (HTML)', 'markdown': 'Text (Markdown)', 'json': 'Data (JSON)',
  'check': 'Check it yourself', 'check.text': 'Ballots, rules and the log lie in an open bundle. The verifier recounts everything offline.', 'bundle': 'Download the bundle', 'verify': 'Open the page that verifies it', 'ballots': 'List of ballots', 'data': 'Open data', 'not-adopted': 'Not adopted', 'why': 'Why it is so, in words', 'none': 'No recommendation was adopted.',
  'rehearsal.short': 'Rehearsal', 'rehearsal': 'Rehearsal. Its participants and votes are invented, nothing is decided here.',
};

export const PAGE_MESSAGES: Record<Lang, Record<PageKey, string>> = { ru, ky, en };

export type PageSay = (key: PageKey, values?: Readonly<Record<string, string | number>>) => string;
export const pageSpeaker = (lang: Lang): PageSay => (key, values = {}) => PAGE_MESSAGES[lang][key].replace(/\{([a-z]+)\}/gu, (_, name: string) => String(values[name] ?? ''));
