import type { Contact, Text } from '@tegerek/contracts';

/** The demo's programme (product.md §1). Kyrgyz is a first draft. */
export const TITLE: Text = {
  ru: 'Вклад организаций гражданского общества в развитие регионов Кыргызской Республики',
  ky: 'Жарандык коом уюмдарынын Кыргыз Республикасынын аймактарын өнүктүрүүгө кошкон салымы',
  en: 'The contribution of civil society organisations to the development of the regions of the Kyrgyz Republic',
};

export const DESCRIPTION: Text = {
  ru: 'Национальный диалог государства, организаций гражданского общества и бизнеса. Четыре панели; каждая завершается сформулированными предложениями, которые участники принимают голосованием и передают в резолюцию. Это показательный диалог: люди и организации в нём вымышлены.',
  ky: 'Мамлекеттин, жарандык коом уюмдарынын жана бизнестин улуттук диалогу. Төрт панель; ар бири добуш берүү менен кабыл алынып, резолюцияга өтө турган сунуштар менен аяктайт. Бул көрсөтмө диалог: андагы адамдар жана уюмдар ойдон чыгарылган.',
  en: 'A national dialogue of government, civil society organisations and business. Four panels; each ends in formulated proposals that the participants adopt by vote and pass into the resolution. This is a demonstration: the people and organisations in it are invented.',
};

export const GOALS: Text[] = [
  {
    ru: 'Объединить усилия гражданского общества, власти и бизнеса ради развития регионов в интересах граждан.',
    ky: 'Жарандардын кызыкчылыгы үчүн аймактарды өнүктүрүүдө жарандык коомдун, бийликтин жана бизнестин күчүн бириктирүү.',
    en: 'Join the efforts of civil society, authorities and business for the development of the regions, in the interest of citizens.',
  },
  {
    ru: 'Сделать диалог заинтересованных сторон результативным, опирая его на фактические данные.',
    ky: 'Кызыкдар тараптардын диалогун иш жүзүндөгү маалыматтарга таянып натыйжалуу кылуу.',
    en: 'Make the dialogue of stakeholders effective by resting it on factual data.',
  },
  {
    ru: 'Укрепить доверие между партнёрами.',
    ky: 'Өнөктөштөрдүн ортосундагы ишенимди бекемдөө.',
    en: 'Strengthen trust between the partners.',
  },
];

export const PLACE: Text = { ru: 'Бишкек', ky: 'Бишкек ш.', en: 'Bishkek' };

export const HALL: Text = { ru: 'Большой зал', ky: 'Чоң зал', en: 'Main hall' };

export const PRIVACY_NOTICE: Text = {
  ru: 'Мы храним имя, организацию, должность, регион и то, что вы делаете в этом диалоге: вопросы, предложения, голоса. Имена видят участники диалога; публично имя показывается только с вашего согласия. В решении голос публикуется под случайным номером вместе с группой, без имени. Согласие можно отозвать в любое время, а организатор удалит ваши данные по просьбе. Тексты принятых предложений остаются.',
  ky: 'Биз сиздин атыңызды, уюмуңузду, кызматыңызды, аймагыңызды жана бул диалогдо эмне кылганыңызды сактайбыз: суроолор, сунуштар, добуштар. Аттарды диалогдун катышуучулары көрөт; ачык жерде ат сиздин макулдугуңуз менен гана көрсөтүлөт. Чечимдеги добуш кокустук номер жана тарап менен, атсыз жарыяланат. Макулдукту каалаган убакта кайтарып алса болот, ал эми уюштуруучу сурооңуз боюнча маалыматыңызды өчүрөт. Кабыл алынган сунуштардын тексттери калат.',
  en: 'We keep your name, organisation, position, region and what you do in this dialogue: questions, proposals, votes. Names are seen by the participants of the dialogue; in public your name is shown only with your consent. In a decision your vote is published under a random number with your group, without your name. You can withdraw a consent at any time, and the organizer erases your data when you ask. Texts of adopted proposals remain.',
};

export const CONTACTS: Contact[] = [
  { name: 'Гүлзат Жайлоова', role: { ru: 'Пресс-центр диалога', ky: 'Диалогдун маалымат борбору', en: 'Press centre of the dialogue' }, phone: '', email: 'press@demo.invalid' },
];

interface GroupText {
  key: 'government' | 'cso' | 'business';
  title: Text;
  sign: Text;
  /** Place in the design's Okabe–Ito order. */
  tone: number;
}

export const GROUPS: readonly GroupText[] = [
  { key: 'government', title: { ru: 'Государственные органы', ky: 'Мамлекеттик органдар', en: 'Government' }, sign: { ru: 'Г', ky: 'М', en: 'G' }, tone: 0 },
  { key: 'cso', title: { ru: 'Гражданское общество', ky: 'Жарандык коом', en: 'Civil society' }, sign: { ru: 'О', ky: 'Ж', en: 'C' }, tone: 1 },
  { key: 'business', title: { ru: 'Бизнес', ky: 'Ишкердик', en: 'Business' }, sign: { ru: 'Б', ky: 'И', en: 'B' }, tone: 2 },
];

interface PanelText {
  title: Text;
  outcome: Text;
  startsAt: string;
  endsAt: string;
}

export const PANELS: readonly PanelText[] = [
  {
    title: { ru: 'Планирование развития регионов с участием граждан и ОГО', ky: 'Жарандардын жана ЖКУлардын катышуусу менен аймактарды өнүктүрүүнү пландоо', en: 'Planning regional development with citizens and CSOs' },
    outcome: {
      ru: 'Предложения об учёте интересов всех сторон при планировании развития регионов на каждом уровне.',
      ky: 'Аймактарды өнүктүрүүнү пландоодо бардык тараптардын кызыкчылыгын ар бир деңгээлде эске алуу боюнча сунуштар.',
      en: 'Proposals on taking the interests of all sides into account when regional development is planned, at every level.',
    },
    startsAt: '09:30', endsAt: '11:00',
  },
  {
    title: { ru: 'Коалиции и сети ОГО как «кровеносная система» развития регионов', ky: 'ЖКУлардын коалициялары жана тармактары: аймактарды өнүктүрүүнүн «кан тамыр системасы»', en: 'Coalitions and networks of CSOs as the “bloodstream” of regional development' },
    outcome: {
      ru: 'Предложения о внедрении лучших практик партнёрства госорганов и неправительственных сетей в обучении, информировании граждан и общественном мониторинге, и об использовании потенциала сетей в адвокации.',
      ky: 'Окутууда, жарандарга маалымат берүүдө жана коомдук мониторингде мамлекеттик органдар менен өкмөттүк эмес тармактардын өнөктөштүгүнүн мыкты тажрыйбаларын жайылтуу, тармактардын мүмкүнчүлүгүн адвокацияда пайдалануу боюнча сунуштар.',
      en: 'Proposals on adopting the best practices of partnership between state bodies and non-governmental networks in training, informing citizens and public monitoring, and on using the networks’ potential as an advocacy resource.',
    },
    startsAt: '11:20', endsAt: '12:50',
  },
  {
    title: { ru: 'Данные, цифровые услуги и цифровые формы участия граждан', ky: 'Маалыматтар, санариптик кызматтар жана жарандардын катышуусунун санариптик түрлөрү', en: 'Data, digital services and digital forms of citizen participation' },
    outcome: {
      ru: 'Предложения о координации и партнёрстве власти, ОГО и бизнеса, которые повышают эффект и снижают риски цифровизации в управлении, услугах и участии.',
      ky: 'Башкарууда, кызмат көрсөтүүдө жана катышууда санариптештирүүнүн натыйжасын арттырып, тобокелин азайткан бийликтин, ЖКУлардын жана бизнестин макулдашуусу жана өнөктөштүгү боюнча сунуштар.',
      en: 'Proposals on coordination and partnership between authorities, CSOs and business that raise the effect and lower the risks of digitalisation, in governance, services and participation.',
    },
    startsAt: '13:50', endsAt: '15:20',
  },
  {
    title: { ru: 'Вклад региональных ОГО в решение местных проблем', ky: 'Аймактык ЖКУлардын жергиликтүү көйгөйлөрдү чечүүгө кошкон салымы', en: 'The contribution of regional CSOs to solving local problems' },
    outcome: {
      ru: 'Предложения о более широком применении механизмов партнёрства: местная инициатива, прозрачность и подотчётность, предупреждение коррупционных рисков, социальные и экономические права граждан.',
      ky: 'Өнөктөштүк механизмдерин кеңири колдонуу боюнча сунуштар: жергиликтүү демилге, ачыктык жана отчеттуулук, коррупциялык тобокелдердин алдын алуу, жарандардын социалдык жана экономикалык укуктары.',
      en: 'Proposals on wider use of partnership mechanisms: local initiative, transparency and accountability, prevention of corruption risks, citizens’ social and economic rights.',
    },
    startsAt: '15:40', endsAt: '17:10',
  },
];
