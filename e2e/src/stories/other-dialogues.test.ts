import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { newAdministratorLink } from '@tegerek/api/modules/people/index';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, startHall, type Hall } from '../browser/hall.js';
import { sees } from '../browser/person.js';
import { Organizer } from '../browser/organizer.js';
import { Phone } from '../browser/phone.js';

const ACCOUNT = { name: 'Айсулуу Примерная', login: 'aisuluu', password: 'очень длинный пароль' };
const [MODERATOR, RAPPORTEUR] = ['Ведущая Примерная', 'Докладчик Примерный'];
const PROPOSED = { title: 'Открытый бюджет', text: 'Публиковать бюджет каждый квартал.', addressee: 'Айыл өкмөтү', responsible: 'Глава', deadline: '1 марта 2027' };

interface Shape { groups: number; panels: number; slug: string }

describe('other dialogues, from nothing: no demo, other groups, other panels', () => {
  const it = chapters();
  let hall: Hall;
  let desk: Organizer;
  const codes = new Map<string, Map<string, string>>();

  beforeAll(async () => { hall = await startHall(); }, 120_000);
  afterAll(() => hall.close());

  const codeOf = (slug: string, name: string): string => {
    const code = codes.get(slug)?.get(name);
    if (code === undefined) throw new Error(`no badge of ${name}`);
    return code;
  };

  it('the first administrator registers by the link of the terminal, which works once', async () => {
    const path = `/organizer#${await newAdministratorLink(hall.server.database)}`;
    desk = await Organizer.of(await hall.person('organizer'));
    await desk.register(path, ACCOUNT);
    expect(new URL(desk.page.url()).hash).toBe('');
    const late = await Organizer.of(await hall.person('late'));
    late.person.faults.expect(/status of 4\d\d/u);
    await late.page.goto(`${hall.url}${path}`);
    await late.field('staff.name').fill('Опоздавший');
    await late.field('staff.login').fill('late');
    await late.page.getByLabel(late.t('staff.password'), { exact: true }).fill(ACCOUNT.password);
    await late.press('staff.register');
    await sees(late.page.getByRole('alert').filter({ hasText: late.t('refusal.link.used') }));
    expect(await late.field('staff.name').inputValue()).toBe('Опоздавший');
  });

  for (const shape of [{ groups: 2, panels: 1, slug: 'two-by-one' }, { groups: 5, panels: 6, slug: 'five-by-six' }]) {
    const groups = Array.from({ length: shape.groups }, (_, i) => `Сторона ${i + 1}`);

    it(`${shape.groups} × ${shape.panels}: created, peopled and opened at the desk`, async () => {
      await desk.page.goto(`${hall.url}/organizer`);
      await desk.createDialogue({ title: `Диалог ${shape.groups} × ${shape.panels}`, date: '2026-12-01', slug: shape.slug });
      await desk.setGroups(groups);
      codes.set(shape.slug, await desk.addPeople([MODERATOR, RAPPORTEUR, ...groups.map((group) => `Голос ${group}; ${group}`)]));
      expect(codes.get(shape.slug)?.size).toBe(2 + shape.groups);
      for (let n = 1; n <= shape.panels; n += 1) await desk.addPanel({ title: `Тема ${n}`, moderator: MODERATOR, rapporteur: RAPPORTEUR });
      await desk.openDialogue();
    });

    it(`${shape.groups} × ${shape.panels}: everybody comes in by their code, and the last panel decides`, () => decide(shape, groups));
  }

  async function decide({ slug, panels }: Shape, groups: readonly string[]): Promise<void> {
    const phones: Phone[] = [];
    for (const group of groups) {
      const phone = await Phone.of(await hall.person(`${slug}-${phones.length}`, { size: PHONE }), slug);
      await phone.typeCode(codeOf(slug, `Голос ${group}`));
      await phone.enter();
      phones.push(phone);
    }
    const staff = async (name: string) => {
      const console = await Console.begin(await hall.person(`${slug}-${name}`), slug, `/j/${slug}#${codeOf(slug, name)}`);
      if (panels > 1) await console.choosePanel(panels);
      await sees(console.page.getByRole('heading', { name: `Тема ${panels}` }));
      return console;
    };
    const [moderator, rapporteur] = [await staff(MODERATOR), await staff(RAPPORTEUR)];
    await moderator.moveTo('open');
    await phones[0]?.propose(PROPOSED);
    await moderator.moveTo('discussion');
    await moderator.moveTo('formulation');
    await rapporteur.formulate(PROPOSED.title);
    await moderator.moveTo('decision');
    await moderator.openDecision(`${panels}.1`);
    for (const phone of phones) await phone.vote('yes');
    await moderator.closeVote();
    await sees(moderator.result.getByText(moderator.t('grade.consensus')));
    for (const phone of phones) await phone.result(phone.t('grade.consensus'));
  }

  it('from the template of four panels: its groups and panels stand, panellists are set, and a phone reads the programme', async () => {
    const speaker = 'Спикер Примерный';
    await desk.page.goto(`${hall.url}/organizer`);
    await desk.createDialogue({ title: 'Диалог из шаблона', date: '2026-12-02', slug: 'from-template', template: 'four-panels' });
    const [government, cso, business] = ['government', 'cso', 'business'].map((name) => desk.t(`template.group.${name}`));
    const people = await desk.addPeople([MODERATOR, RAPPORTEUR, `${speaker}; ${government}`, `Голос; ${cso}`, `Ещё голос; ${business}`]);
    for (const n of [1, 2, 3, 4]) await desk.setDuties(n, { moderators: MODERATOR, rapporteurs: RAPPORTEUR, ...(n === 2 ? { panellists: speaker } : {}) });
    await desk.openDialogue();
    const phone = await Phone.of(await hall.person('reader', { size: PHONE }), 'from-template');
    await phone.typeCode(people.get('Голос') ?? '');
    await phone.enter();
    await phone.goTo('programme');
    const panel = (n: number) => phone.page.getByRole('listitem').filter({ hasText: phone.t('p.programme.time', { from: ['09:30', '11:20', '13:10', '15:00'][n - 1], to: ['11:00', '12:50', '14:40', '16:30'][n - 1] }) });
    for (const n of [1, 2, 3, 4]) await sees(panel(n));
    await sees(panel(2).getByText(speaker));
    expect(await panel(1).getByText(speaker).count()).toBe(0);
  });

  it('nobody saw another error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
