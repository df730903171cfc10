import type { Lang } from '@tegerek/contracts/wire';

/** What Intl would know of a language. Own tables, because Chromium has no Kyrgyz data for dates, numbers and lists. */
export interface LocaleWords {
  /** The language's name in itself, in full and in three letters for a narrow head. */
  own: string;
  short: string;
  thousands: string;
  decimal: string;
  /** Months as they stand beside a day. */
  months: readonly string[];
  monthsShort: readonly string[];
  /** From Monday. */
  weekdays: readonly string[];
  and: string;
  units: { hour: string; minute: string; second: string };
  /** Date with its year, without it, and the month with a year: `{d}` day, `{m}` month, `{y}` year. */
  dateLong: string;
  dateShort: string;
  dateDay: string;
}

const list = (words: string): readonly string[] => words.split(' ');
/** No-break space: thousands, and between a number and its unit. */
export const NBSP = '\u00A0';

export const WORDS: Record<Lang, LocaleWords> = {
  ru: {
    own: 'Русский', short: 'Рус', thousands: NBSP, decimal: ',', and: 'и', units: { hour: 'ч', minute: 'мин', second: 'с' },
    months: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    monthsShort: list('янв фев мар апр мая июн июл авг сен окт ноя дек'),
    weekdays: list('понедельник вторник среда четверг пятница суббота воскресенье'),
    dateLong: '{d} {m} {y} года', dateShort: '{d} {m} {y}', dateDay: '{d} {m}',
  },
  ky: {
    own: 'Кыргызча', short: 'Кыр', thousands: NBSP, decimal: ',', and: 'жана', units: { hour: 'саат', minute: 'мүн', second: 'сек' },
    months: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    monthsShort: list('янв фев мар апр май июн июл авг сен окт ноя дек'),
    weekdays: list('дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби'),
    dateLong: '{y}-жылдын {d}-{m}', dateShort: '{y}-ж. {d}-{m}', dateDay: '{d}-{m}',
  },
  en: {
    own: 'English', short: 'Eng', thousands: ',', decimal: '.', and: 'and', units: { hour: 'h', minute: 'min', second: 's' },
    months: list('January February March April May June July August September October November December'),
    monthsShort: list('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdays: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    dateLong: '{d} {m} {y}', dateShort: '{d} {m} {y}', dateDay: '{d} {m}',
  },
};
