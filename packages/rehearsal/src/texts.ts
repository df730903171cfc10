import { PROPOSALS } from '@tegerek/api/demo/proposals';
import type { Formulation, Lang } from '@tegerek/contracts';
import { pick } from './choice.js';

/** What people write in a rehearsal. Invented, recognisable as such, and long enough to fill a screen as real texts do. */
export interface Written {
  key: string;
  language: Lang;
  fields: Formulation;
}

const QUESTIONS: Record<Lang, readonly string[]> = {
  ru: ['Кто отвечает за исполнение этого плана в районе?', 'Когда опубликуют данные, о которых вы говорите?', 'Какая доля средств дойдёт до айыл окмоту?', 'Как участвуют сёла, где нет интернета?', 'Что мешало сделать это раньше?'],
  ky: ['Бул планды районго ким аткарат?', 'Сиз айткан маалыматтар качан жарыяланат?', 'Каражаттын канча бөлүгү айыл өкмөтүнө жетет?', 'Интернети жок айылдар кантип катышат?', 'Муну мурда жасоого эмне тоскоол болду?'],
  en: ['Who answers for this plan in a district?', 'When will the data you speak of be published?', 'What share of the money reaches the villages?', 'How do villages without internet take part?', 'What kept this from being done before?'],
};

export const questionOf = (language: Lang, seed: number, who: string, panel: number): string => pick(QUESTIONS[language], seed, who, `question-${panel}`);

const ADDRESSEES = ['Министерство экономики (репетиция)', 'Районные администрации (репетиция)', 'Агентство по делам местного самоуправления (репетиция)', 'Министерство цифрового развития (репетиция)'];
const ACTS = [
  ['Открытая отчётность районных планов', 'Публиковать отчёт об исполнении плана развития района на одной странице, раз в полгода, с суммами и ответственными по каждому пункту.'],
  ['Места для сетей в рабочих группах', 'Выделять в каждой рабочей группе по региональной программе не менее трёх мест представителям сетей организаций гражданского общества.'],
  ['Единый перечень местных инициатив', 'Вести единый открытый перечень местных инициатив с их стоимостью, исполнителем и результатом, доступный без регистрации.'],
  ['Обучение для сельских служащих', 'Провести в каждом районе обучение служащих айыл окмоту работе с обращениями граждан, не менее двух дней в год.'],
  ['Общественный мониторинг закупок', 'Допускать общественных наблюдателей к приёмке работ по местным закупкам стоимостью свыше миллиона сомов.'],
] as const;

/** The demo's proposals of a panel, and more of the same kind up to `count`, each by its key. */
export function proposalsOf(panel: number, count: number, seed: number): Written[] {
  const known = PROPOSALS.filter((proposal) => proposal.panel === panel).map(({ language, fields }, i): Written => ({ key: `${panel}-${i + 1}`, language, fields }));
  const offset = Math.floor(ACTS.length * (panel / 5));
  const more = Array.from({ length: Math.max(0, count - known.length) }, (_, i): Written => {
    const key = `${panel}-${known.length + i + 1}`;
    const [title, text] = ACTS[(i + offset) % ACTS.length] ?? ACTS[0];
    const year = 2027 + Math.floor(i / 4);
    return {
      key, language: 'ru',
      fields: { ...emptyFields(known[0]?.fields), title: `${title} (панель ${panel})`, text, addressee: pick(ADDRESSEES, seed, key, 'addressee'), responsible: 'Отдел развития', deadline: `${year}-${pick(['03', '06', '09', '12'], seed, key, 'month')}-01`, indicator: 'Число районов, где это сделано' },
    };
  });
  return [...known, ...more].slice(0, count);
}

/** Every field that a formulation has, empty. */
const emptyFields = (model: Formulation | undefined): Formulation => Object.fromEntries(Object.keys(model ?? {}).map((key) => [key, ''])) as unknown as Formulation;
