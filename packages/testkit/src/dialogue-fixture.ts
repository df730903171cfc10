import { randomBytes, randomUUID } from 'node:crypto';
import { authKeyHash } from '@tegerek/ballot';
import type { DialogueSetup, Group, PanelSetup, PayloadInput, Role, SeatSetup } from '@tegerek/contracts';
import { defaultRule } from '@tegerek/tally';

export interface FixtureSeat {
  seatId: string;
  number: number;
  groupId: string | null;
  roles: Role[];
  /** What this person's device derived from the code; signs in. */
  authKey: string;
  setup: SeatSetup;
}

export interface DialogueFixture {
  dialogueId: string;
  create: PayloadInput<'dialogue.create'>;
  organizer: FixtureSeat;
  moderator: FixtureSeat;
  rapporteur: FixtureSeat;
  observer: FixtureSeat;
  participants: FixtureSeat[];
  groups: Group[];
  /** With moderators, rapporteurs and panellists. */
  panels: PanelSetup[];
}

const LETTERS = ['В', 'О', 'Б', 'Н', 'М', 'Т', 'С'];

/** A dialogue with invented people: any number of groups, panels and seats per group. */
export function dialogueFixture({ groups: groupCount = 3, panels: panelCount = 2, seatsPerGroup = 3, premoderation = false } = {}): DialogueFixture {
  const groups: Group[] = Array.from({ length: groupCount }, (_, i) => ({ id: randomUUID(), title: { ru: `Группа ${i + 1}`, ky: `Тарап ${i + 1}`, en: `Group ${i + 1}` }, sign: { ru: LETTERS[i % 7] ?? 'Г' }, tone: i % 7 }));
  let number = 0;
  const seat = (groupId: string | null, roles: Role[], name: string): FixtureSeat => {
    const authKey = randomBytes(32).toString('hex');
    const setup: SeatSetup = { seatId: randomUUID(), number: ++number, groupId, roles, name, organisation: `Организация ${number}`, position: '', region: 'Чүй', language: 'ru', authKeyHash: authKeyHash(authKey) };
    return { seatId: setup.seatId, number, groupId, roles, authKey, setup };
  };
  const organizer = seat(null, ['organizer'], 'Организатор Примерная');
  const moderator = seat(null, ['moderator'], 'Модератор Примерный');
  const rapporteur = seat(null, ['rapporteur'], 'Докладчик Примерная');
  const observer = seat(null, ['observer'], 'Наблюдатель Примерный');
  const participants = groups.flatMap((group) => Array.from({ length: seatsPerGroup }, (_, i) => seat(group.id, [], `Участник ${group.title.ru ?? ''}-${i + 1}`)));
  const panels: PanelSetup[] = Array.from({ length: panelCount }, (_, i) => ({
    id: randomUUID(), number: i + 1, title: { ru: `Панель ${i + 1}`, ky: `Панель ${i + 1}`, en: `Panel ${i + 1}` }, outcome: { ru: 'Предложения' }, startsAt: '09:30', endsAt: '11:00', hall: { ru: 'Зал' },
    moderators: [moderator.seatId], rapporteurs: [rapporteur.seatId], panellists: participants.slice(0, 1).map((one) => one.seatId), premoderation,
  }));
  const dialogueId = randomUUID();
  const setup: DialogueSetup = {
    slug: `d-${dialogueId.slice(0, 8)}`, title: { ru: 'Проверочный диалог', ky: 'Сыноо диалогу', en: 'Test dialogue' }, goals: [{ ru: 'Цель' }], description: { ru: 'Описание' }, place: { ru: 'Бишкек' },
    date: '2026-12-01', timeZone: 'Asia/Bishkek', languages: ['ru', 'ky', 'en'], contacts: [], privacyNotice: { ru: 'Уведомление' },
  };
  // seats come after the dialogue: its panels get their moderators by `panel.set`
  const bare = panels.map((panel) => ({ ...panel, moderators: [], rapporteurs: [], panellists: [] }));
  const create = { dialogueId, setup, groups, panels: bare, rule: JSON.parse(JSON.stringify(defaultRule(groups.map((group) => group.id)))) as PayloadInput<'dialogue.create'>['rule'], organizer: organizer.setup, demo: false, rehearsal: false };
  return { dialogueId, create, organizer, moderator, rapporteur, observer, participants, groups, panels };
}
