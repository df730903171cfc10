import type { Lang, Role } from '@tegerek/contracts';

export interface DemoPerson {
  /** Stable within the demo: its ids and its place in the printed links come from it. */
  key: string;
  group: 'government' | 'cso' | 'business' | null;
  roles: Role[];
  name: string;
  organisation: string;
  position: string;
  region: string;
  language: Lang;
}

const staff = (key: string, roles: Role[], name: string, position: string): DemoPerson => ({ key, group: null, roles, name, organisation: 'Оргкомитет диалога (демо)', position, region: 'Бишкек', language: 'ru' });

/** Who runs the demo. Everybody here is invented. */
export const STAFF: readonly DemoPerson[] = [
  staff('organizer', ['organizer'], 'Айсулуу Тоотаева', 'Координатор диалога'),
  staff('moderator', ['moderator'], 'Нурлан Суусамыров', 'Модератор'),
  staff('moderator-2', ['moderator'], 'Элина Берёзова', 'Модератор'),
  staff('rapporteur', ['rapporteur'], 'Мээрим Жайлообаева', 'Докладчик'),
  { ...staff('observer', ['observer'], 'Тимур Обозреев', 'Корреспондент'), organisation: 'Газета «Көз караш» (демо)' },
];

type Line = [name: string, organisation: string, position: string, region: string, language: Lang];

const GOVERNMENT: readonly Line[] = [
  ['Бакыт Арчалиев', 'Министерство экономики (демо)', 'Главный специалист', 'Бишкек', 'ru'],
  ['Гүлнара Карагаева', 'Министерство цифрового развития (демо)', 'Начальник отдела', 'Бишкек', 'ky'],
  ['Talant Terekov', 'Agency for local self-government (demo)', 'Adviser', 'Бишкек', 'en'],
  ['Жылдыз Бурганаева', 'Областная администрация (демо)', 'Заместитель главы', 'Нарын', 'ky'],
  ['Сергей Полевой', 'Мэрия города (демо)', 'Вице-мэр', 'Ош', 'ru'],
  ['Асель Көлова', 'Айыл өкмөтү (демо)', 'Глава', 'Ысык-Көл', 'ky'],
  ['Кубан Кырбашев', 'Районная администрация (демо)', 'Ведущий специалист', 'Талас', 'ky'],
  ['Наталья Лесная', 'Министерство труда (демо)', 'Специалист', 'Бишкек', 'ru'],
  ['Руслан Таштаков', 'Счётная палата (демо)', 'Аудитор', 'Бишкек', 'ru'],
  ['Айнура Булакбаева', 'Городской кенеш (демо)', 'Депутат', 'Джалал-Абад', 'ky'],
];

const CSO: readonly Line[] = [
  ['Чолпон Жылдызова', 'Фонд «Жашыл өрөөн» (демо)', 'Директор', 'Чүй', 'ru'],
  ['Эркин Сайбеков', 'Тармак «Биргелик» (демо)', 'Координатор', 'Ош', 'ky'],
  ['Anna Rivers', 'Network “Open Village” (demo)', 'Programme lead', 'Баткен', 'en'],
  ['Назгүл Гүлбакова', 'Ассоциация сельских инициатив (демо)', 'Председатель', 'Нарын', 'ky'],
  ['Данияр Желдетов', 'Центр гражданского мониторинга (демо)', 'Аналитик', 'Бишкек', 'ru'],
  ['Бермет Алмабаева', 'Жаштар демилгеси (демо)', 'Эксперт', 'Талас', 'ky'],
  ['Ольга Ключевая', 'Совет родителей (демо)', 'Юрист', 'Ысык-Көл', 'ru'],
  ['Улан Кыштоев', 'Коалиция доступной среды (демо)', 'Менеджер', 'Джалал-Абад', 'ky'],
  ['Кыял Тунгучова', 'Эколого-просветительский клуб (демо)', 'Тренер', 'Баткен', 'ky'],
  ['Михаил Озёрный', 'Правовая клиника (демо)', 'Юрист', 'Чүй', 'ru'],
];

const BUSINESS: readonly Line[] = [
  ['Азамат Көпүрөев', 'Ассоциация предпринимателей (демо)', 'Исполнительный директор', 'Бишкек', 'ru'],
  ['Айгерим Дүкөнова', '«Ак-Буура сүт» кооперативи (демо)', 'Башкы адис', 'Ош', 'ky'],
  ['Mark Stone', 'Chamber of digital companies (demo)', 'Board member', 'Бишкек', 'en'],
  ['Чынара Өрүкзарова', 'Кооператив «Алтын өрүк» (демо)', 'Председатель', 'Баткен', 'ky'],
  ['Виктор Дорожный', 'Транспортная компания (демо)', 'Директор', 'Чүй', 'ru'],
  ['Семетей Жүндөев', 'Жүн иштетүү цехи (демо)', 'Ээси', 'Нарын', 'ky'],
  ['Диана Садовая', 'Гостевой дом «Бермет» (демо)', 'Управляющая', 'Ысык-Көл', 'ru'],
  ['Кылыч Темирканов', 'Завод «Темир» (демо)', 'Инженер', 'Джалал-Абад', 'ky'],
  ['Жаңыл Буудаева', '«Талас буурчагы» (демо)', 'Бухгалтер', 'Талас', 'ky'],
  ['Артём Мостовой', 'Банк развития сёл (демо)', 'Аналитик', 'Бишкек', 'ru'],
];

const people = (group: NonNullable<DemoPerson['group']>, lines: readonly Line[]): DemoPerson[] =>
  lines.map(([name, organisation, position, region, language], i) => ({ key: `${group}-${i + 1}`, group, roles: [], name, organisation, position, region, language }));

export const PARTICIPANTS: readonly DemoPerson[] = [...people('government', GOVERNMENT), ...people('cso', CSO), ...people('business', BUSINESS)];

/** Named by the programme, panel by panel; they have agreed to be named. The first three of each group come as guests' links and are asked. */
export const PANELLISTS: readonly (readonly string[])[] = [
  ['government-4', 'cso-4', 'business-4'],
  ['government-5', 'cso-5', 'business-5'],
  ['government-6', 'cso-6', 'business-6'],
  ['government-7', 'cso-7', 'business-7'],
];
