import type { Text } from '@tegerek/contracts/wire';
import { useI18n } from '../../i18n/provider.js';
import { textOf } from '../../i18n/text.js';
import type { GroupView } from '../group.js';
import type { RingGroup } from '../ring.js';

/** Demo texts of the gallery: data, not interface. */
const TEXTS = {
  dialogue: { ru: 'Вклад ОГО в развитие регионов', ky: 'ЖКУлардын аймактарды өнүктүрүүгө салымы', en: 'CSO contribution to the regions' },
  panel: { ru: 'Данные, цифровые услуги и цифровые формы участия граждан', ky: 'Маалыматтар, санариптик кызматтар жана жарандардын катышуусунун санариптик түрлөрү', en: 'Data, digital services and digital forms of citizens’ participation' },
  place: { ru: 'Панель 3 · зал «Ала-Арча»', ky: '3-панель · «Ала-Арча» залы', en: 'Panel 3 · hall “Ala-Archa”' },
  proposal: { ru: 'Открыть до 1 июля 2027 года не менее чем в 40 айыл аймаках пункты помощи гражданам с цифровыми услугами, на базе сельских библиотек и почты.', ky: '2027-жылдын 1-июлуна чейин кеминде 40 айыл аймагында жарандарга санариптик кызматтар боюнча жардам пункттарын айыл китепканаларынын жана почтанын базасында ачуу.', en: 'Open help points for digital services in at least 40 rural municipalities by 1 July 2027, in village libraries and post offices.' },
  short: { ru: 'Пункты помощи в 40 айыл аймаках', ky: '40 айыл аймагындагы жардам пункттары', en: 'Help points in 40 municipalities' },
  rule: { ru: 'Принято, если «за» не менее 2/3 голосов и больше половины в каждой группе. Изменить голос можно, пока решение открыто.', ky: 'Добуштардын кеминде 2/3 жана ар бир тараптын жарымынан көбү «макул» болсо, кабыл алынат. Чечим ачык турганда добушту өзгөртүүгө болот.', en: 'Adopted if yes is at least 2/3 of the votes and more than half in each group. You can change your vote while the decision is open.' },
  voted: { ru: 'Проголосовали 37 из 59', ky: '59 ичинен 37 добуш берди', en: 'Voted: 37 of 59' },
  vote: { ru: 'Голосовать', ky: 'Добуш берүү', en: 'Vote' },
  cast: { ru: 'Отдать голос «за»', ky: '«Макул» деп добуш берүү', en: 'Cast a “yes” vote' },
  question: { ru: 'Почему срок ответа на обращение нельзя проверить?', ky: 'Эмне үчүн кайрылууга жооп берүү мөөнөтүн текшерүүгө болбойт?', en: 'Why can nobody check the deadline for an answer?' },
  code: { ru: 'Код с вашего бейджа', ky: 'Бейджиңиздеги код', en: 'The code on your badge' },
  codeRefusal: { ru: 'В коде шесть знаков, не хватает одного. Буквы O в кодах нет: наверное, это ноль.', ky: 'Коддо алты белги бар, бирөө жетишпейт. Коддордо O тамгасы жок: балким, бул нөлдүр.', en: 'A code has six characters, one is missing. There is no letter O in codes: it may be a zero.' },
  enter: { ru: 'Войти в зал', ky: 'Залга кирүү', en: 'Enter the hall' },
  order: { ru: 'Расставьте пять самых важных', ky: 'Эң маанилүү бешөөнү иреттеңиз', en: 'Order the five most important' },
  send: { ru: 'Отправить места', ky: 'Орундарды жөнөтүү', en: 'Send the places' },
} satisfies Record<string, Text>;

export function useDemo(): (key: keyof typeof TEXTS) => string {
  const { locale } = useI18n();
  return (key) => textOf(TEXTS[key], locale).text;
}

const NAMES: readonly (Text & { sign: Text })[] = [
  { ru: 'Власть', ky: 'Бийлик', en: 'Government', sign: { ru: 'В', ky: 'Бй', en: 'G' } },
  { ru: 'ОГО', ky: 'ЖКУ', en: 'CSOs', sign: { ru: 'О', ky: 'Жк', en: 'C' } },
  { ru: 'Бизнес', ky: 'Бизнес', en: 'Business', sign: { ru: 'Б', ky: 'Бз', en: 'B' } },
];

export function useGroups(): GroupView[] {
  const { locale } = useI18n();
  return NAMES.map((name, tone) => ({ id: `g${tone}`, tone, name: textOf(name, locale).text, sign: textOf(name.sign, locale).text }));
}

/** Ring groups from figures in the groups' order. */
export function useRing(): (figures: readonly Omit<RingGroup, keyof GroupView>[]) => RingGroup[] {
  const groups = useGroups();
  return (figures) => groups.map((group, index) => ({ ...group, value: 0, base: 1, ...figures[index] }));
}

export const ITEMS = ['Сроки ответа на обращения публикует айыл өкмөтү', 'Пункты помощи в 40 айыл аймаках до 1 июля 2027', 'Проверка открытых данных с ОГО раз в квартал', 'Бумажный путь рядом с каждой цифровой услугой', 'Общие правила защиты данных для ОГО и бизнеса', 'Обучение 500 сельских координаторов', 'Услуги полностью на кыргызском языке']
  .map((label, index) => ({ id: `p${index + 1}`, label, lang: 'ru' }));
