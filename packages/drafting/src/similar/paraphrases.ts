/** [proposal, the same in other words]; any two of different rows say different things. Invented. */
export const PARAPHRASES: Readonly<Record<'ru' | 'ky' | 'en', readonly (readonly [string, string])[]>> = {
  ru: [
    ['Создать реестр вклада организаций гражданского общества в развитие регионов и публиковать его на сайте.', 'Сформировать и разместить на сайте реестр вклада гражданских организаций в региональное развитие.'],
    ['Включить представителей ОГО в комиссии по государственному социальному заказу в каждой области.', 'В каждой области в составе комиссий социального заказа должны быть представители ОГО.'],
    ['Проводить общественные слушания по проекту бюджета айыл аймака до его утверждения.', 'До утверждения бюджета айыл аймака обсуждать его проект на общественных слушаниях с жителями.'],
    ['Обучить сотрудников айыл өкмөтү работе с порталом открытых данных.', 'Провести для работников айыл өкмөтү обучение по порталу открытых данных.'],
    ['Установить датчики качества воздуха во всех школах Бишкека и Оша.', 'Во всех школах городов Бишкек и Ош поставить датчики, которые измеряют качество воздуха.'],
    ['Выделить гранты молодёжным инициативам на переработку мусора.', 'Предоставить гранты на переработку мусора инициативным группам молодёжи.'],
  ],
  ky: [
    ['Жарандык коом уюмдарынын региондорду өнүктүрүүгө кошкон салымынын реестрин түзүү жана сайтка жарыялоо.', 'Региондордун өнүгүшүнө жарандык уюмдар кошкон салымдын реестри түзүлүп, сайтта жарыялансын.'],
    ['Ар бир облуста мамлекеттик социалдык заказ боюнча комиссияларга ЖКУлардын өкүлдөрүн киргизүү.', 'Социалдык заказ комиссияларынын курамында ар бир облуста ЖКУ өкүлдөрү болсун.'],
    ['Айыл аймагынын бюджетинин долбоору боюнча бекитилгенге чейин коомдук угууларды өткөрүү.', 'Айыл аймагынын бюджети бекитилгенге чейин анын долбоорун коомдук угууда талкуулоо.'],
    ['Айыл өкмөтүнүн кызматкерлерин ачык маалыматтар порталында иштөөгө окутуу.', 'Ачык маалыматтар порталы боюнча айыл өкмөт кызматкерлери үчүн окуу өткөрүү.'],
    ['Бишкек менен Оштун бардык мектептерине абанын сапатын өлчөөчү аспаптарды орнотуу.', 'Бишкек жана Ош шаарларынын мектептеринде абанын сапатын өлчөгөн аспаптар орнотулсун.'],
    ['Таштандыны кайра иштетүү боюнча жаштар демилгелерине гранттарды бөлүү.', 'Жаштардын демилгелүү топторуна таштандыны кайра иштетүүгө грант берүү.'],
  ],
  en: [
    ['Create a register of the contribution of civil society organisations to regional development and publish it online.', 'A public online register should record what civil society organisations contribute to the development of regions.'],
    ['Include CSO representatives in the state social procurement commissions of every oblast.', 'Every oblast commission on social procurement must have representatives of CSOs.'],
    ['Hold public hearings on the draft budget of the aiyl aimak before it is approved.', 'Before the aiyl aimak budget is approved, discuss the draft at a public hearing with residents.'],
    ['Train the staff of the aiyl okmotu to use the open data portal.', 'Provide open data portal training for aiyl okmotu staff.'],
    ['Install air quality sensors in all schools of Bishkek and Osh.', 'All Bishkek and Osh schools should receive sensors that measure the quality of air.'],
    ['Allocate grants to youth initiatives for waste recycling.', 'Give grants for recycling waste to initiatives of young people and youth groups.'],
  ],
};
