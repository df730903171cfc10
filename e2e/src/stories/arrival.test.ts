import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import writeExcelFile from 'write-excel-file/universal';
import { findings } from '../browser/axe.js';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { cameraFlags, filmBarcode } from '../browser/fake-camera.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { Organizer } from '../browser/organizer.js';
import { button, link, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

const GROUPS = ['Государственные органы', 'Гражданское общество', 'Бизнес'];
/** Fifty rows: one of an unknown group, one without a name. Seats 501 and on. */
const ROWS = [
  ['Фамилия', 'Имя', 'Уюм', 'Тарап', 'Язык', 'Номер'],
  ...Array.from({ length: 50 }, (_, i) => ['Өсөрова', i === 49 ? '' : `Жаңыл ${i + 1}`, `ОФ «Таза суу ${i + 1}»`, i === 48 ? 'Общественность' : GROUPS[i % 3] ?? '', 'кыргызча', 501 + i]),
].map((row, i) => (i === 50 ? ['', ...row.slice(1)] : row));

/** As a spreadsheet of Windows saves «Unicode text»: ten thousand people, the first without a name, the last of an unknown group. */
const MANY = 10_000;
const manyRows = (): Buffer => Buffer.from(['\uFEFFФИО;Уюм;Тарап', ...Array.from({ length: MANY }, (_, i) => `${i === 0 ? '' : `Көпчүлүк Үлгү ${i}`};Уюм ${i % 300};${i === MANY - 1 ? 'Коомчулук' : GROUPS[i % 3] ?? ''}`)].join('\r\n'), 'utf16le');

describe('people arrive: from a file to presence by group', () => {
  const it = chapters();
  const folder = mkdtempSync(join(tmpdir(), 'tegerek-arrival-'));
  const [list, many, film, csv] = ['people.xlsx', 'many.csv', 'camera.y4m', 'badges.csv'].map((name) => join(folder, name)) as [string, string, string, string];
  let hall: DemoHall;
  let desk: Organizer;
  const links = new Map<string, string>();
  const pathOf = (number: number): string => links.get(String(number)) ?? '';

  beforeAll(async () => {
    writeFileSync(list, Buffer.from(await (await writeExcelFile(ROWS).toBlob()).arrayBuffer()));
    writeFileSync(many, manyRows());
    filmBarcode(film, 'TG0507');
    hall = await startDemoHall({ args: cameraFlags(film) });
    desk = await Organizer.enter(await hall.person('organizer'), hall.link('organizer'));
  });
  afterAll(async () => {
    await hall.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the organizer looks at the file, puts a group right and adds whom can be added', async () => {
    await desk.section('people').click();
    await desk.press('arrival.import');
    await desk.page.locator('input[type=file]').setInputFiles(list);
    await sees(desk.page.getByRole('heading', { name: desk.t('arrival.import.rows', { n: '50', ready: '48', faulty: '2' }) }));
    await desk.page.getByRole('table').getByRole('combobox').selectOption({ label: 'Бизнес' });
    await desk.press('desk.add.confirm', { n: 49 });
    await sees(desk.page.getByText(desk.t('desk.badges.count', { n: 49 })));
  });

  it('badges come as PDF and as a table, and the same file again adds nobody', async () => {
    const pdf = await desk.download(button(desk.page, desk.t('arrival.badges.pdf')));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    writeFileSync(csv, await desk.download(button(desk.page, 'CSV')));
    for (const row of readFileSync(csv, 'utf8').trim().split(/\r?\n/u).slice(1)) {
      const [number = '', ...rest] = row.split(';');
      links.set(number, new URL(rest.at(-1) ?? '').pathname + new URL(rest.at(-1) ?? '').hash);
    }
    expect(links.size).toBe(49);
    await desk.press('desk.badges.done');
    await sees(desk.page.getByText(desk.t('arrival.state.there', { n: '49' })));
    await desk.press('arrival.import.done');
  });

  it('a badge opens its seat; a second device of it is told to the first', async () => {
    const first = await Phone.of(await hall.person('first', { size: PHONE, lang: 'ky' }), 'demo');
    await first.open(pathOf(501));
    await first.enter();
    const second = await Phone.of(await hall.person('second', { size: PHONE, lang: 'ky' }), 'demo');
    await second.reopen(pathOf(501));
    for (const phone of [first, second]) await sees(phone.page.getByText(phone.t('p.devices', { n: 2 })));
  });

  it('who has no code registers, is approved and goes in by themselves', async () => {
    await desk.press('arrival.register');
    await desk.dialog.getByRole('checkbox', { name: 'Бизнес' }).check({ force: true });
    await button(desk.dialog, desk.t('desk.save')).click();
    await button(desk.dialog, desk.t('arrival.register.close')).click();
    const guest = await Phone.of(await hall.person('guest', { size: PHONE, lang: 'ky' }), 'demo');
    await guest.page.goto(`${guest.person.url}/j/demo`);
    await link(guest.page, guest.t('p.register.no-code')).click();
    await guest.page.getByRole('textbox', { name: guest.t('p.register.name') }).fill('Өзү Келген');
    await button(guest.page, guest.t('p.register.send')).click();
    await sees(guest.page.getByText(guest.t('p.register.waiting')));
    await button(desk.page, desk.t('arrival.applicants', { n: 1 })).click();
    await desk.page.getByRole('checkbox', { name: desk.t('arrival.applicant.choose-one', { name: 'Өзү Келген' }) }).check({ force: true });
    await desk.press('arrival.applicants.approve', { n: 1 });
    await sees(guest.tab('now'));
  });

  it('the door reads a badge by camera, finds a name, takes back; presence by group follows', async () => {
    const door = await Console.enter(await hall.person('door'), 'demo', hall.link('moderator'), hall.id('panel-1'));
    await button(door.page, door.t('console.check-in')).click();
    await button(door.dialog, door.t('door.camera')).click();
    const latest = door.dialog.getByRole('list', { name: door.t('door.latest') });
    await sees(latest.getByText('507', { exact: true }));
    await sees(latest.getByText(door.t('console.check-in.here')));
    await button(door.dialog, door.t('door.camera.stop')).click();
    await door.dialog.getByRole('textbox').fill('Жаңыл 20');
    await button(door.dialog.getByRole('listitem').filter({ hasText: '520' }), door.t('console.check-in.confirm')).click();
    await sees(latest.getByText('520', { exact: true }));
    await button(door.dialog, door.t('door.undo-of', { n: 520 })).click();
    await sees(latest.getByText(door.t('door.has-left')));
    const { snapshot } = (await hall.device('organizer', 'facilitator')).state;
    const shown = door.dialog.getByRole('region', { name: door.t('door.presence') });
    for (const key of ['government', 'cso', 'business']) {
      const id = hall.id(key);
      await sees(shown.getByText(door.t('ui.figure', { value: snapshot.core.presentByGroup[id] ?? 0, base: snapshot.core.seatsByGroup[id] ?? 0 })));
    }
    await seesNot(door.dialog.getByText(door.t('door.camera.refused')));
  });

  it('many get new codes at once: their old badges say so, the new ones open', async () => {
    await desk.press('arrival.import.done');
    await desk.page.getByRole('searchbox').fill('Жаңыл 4');
    for (const n of [504, 540]) await desk.page.getByRole('checkbox', { name: desk.t('reissue.choose-one', { n }) }).check({ force: true });
    await desk.press('reissue.open-chosen', { n: 2 });
    await sees(desk.dialog.getByText(desk.t('reissue.chosen', { n: 2 })));
    await desk.confirm('reissue.confirm');
    const sheet = desk.page.getByRole('region', { name: desk.t('desk.badges') });
    await sees(sheet.getByText(desk.t('desk.badges.count', { n: 2 })));
    const fresh = (await sheet.getByRole('listitem').filter({ hasText: '504' }).locator('code').textContent()) ?? '';
    const phone = await Phone.of(await hall.person('reissued', { size: PHONE, lang: 'ky' }), 'demo');
    phone.person.faults.expect(/403 \(Forbidden\).*\/api\/session\/code/u);
    await phone.page.goto(`${phone.person.url}${pathOf(504)}`);
    await sees(phone.page.getByText(phone.t('refusal.code.replaced')));
    await phone.typeCode(fresh);
    await sees(phone.page.getByText(phone.t('p.welcome.isYou')));
  });

  it('a rehearsal starts at the desk, is marked where it is seen, and is wiped', async () => {
    await desk.section('setup').click();
    await desk.field('rehearsal.people').fill('2');
    await desk.press('rehearsal.start');
    await sees(desk.page.getByText(desk.t('rehearsal.people.wrong', { least: 3, most: 300 })));
    await desk.field('rehearsal.people').fill('3');
    await desk.page.getByRole('combobox', { name: desk.t('rehearsal.pace') }).selectOption('life');
    await desk.press('rehearsal.start');
    const phoneLink = link(desk.page, desk.t('rehearsal.link.participant', { n: 1 }));
    await sees(desk.page.getByText(desk.t('rehearsal.step.phase', { n: 1, phase: desk.t('phase.open') })));
    const path = (await phoneLink.getAttribute('href')) ?? '';
    const phone = await Phone.of(await hall.person('rehearsed', { size: PHONE, lang: 'ky' }), path.split(/[/#]/u)[2] ?? '');
    await phone.reopen(path);
    await sees(phone.page.getByRole('note').filter({ hasText: phone.t('ui.rehearsal') }));
    await phone.page.goto(`${phone.person.url}/d/demo`);
    await seesNot(phone.page.getByRole('note').filter({ hasText: phone.t('ui.rehearsal') }));
    await desk.press('rehearsal.stop');
    await sees(desk.page.getByText(desk.t('rehearsal.state.stopped')));
    await desk.press('rehearsal.wipe');
    expect(await findings('/organizer, dialog rehearsal.wipe', desk.page, false)).toEqual([]);
    await desk.confirm('rehearsal.wipe');
    await seesNot(phoneLink);
  });

  it('ten thousand rows: faulty ones lead, the page goes on while codes are counted; after a stop the same file has only who is missing', async () => {
    const { page, t } = desk;
    const seats = async (): Promise<number> => ((await hall.server.database.query('SELECT count(*)::int AS n FROM people.seat')) as [{ n: number }])[0].n;
    const before = await seats();
    const choose = async (): Promise<void> => {
      await desk.press('arrival.import');
      await page.locator('input[type=file]').setInputFiles(many);
    };
    const figures = (added: number) => page.getByRole('heading', { name: t('arrival.import.rows', { n: '10 000', ready: String(MANY - 2 - added), faulty: '2' }) });
    const tab = (state: 'faulty' | 'ready') => page.getByText(t(`arrival.hint.${state}`));
    await desk.section('people').click();
    await choose();
    await sees(figures(0));
    await sees(tab('faulty'));
    expect(await page.getByRole('table').getByRole('row').count()).toBe(3);
    expect(await seats()).toBe(before);
    await desk.press('desk.add.confirm', { n: MANY - 2 });
    const job = page.getByRole('group', { name: new RegExp(t('ui.job.progress', { done: '\\d+', total: MANY - 2 }), 'u') });
    await sees(page.getByRole('region', { name: t('desk.badges') }));
    expect(await job.evaluate((bar) => { const { top, bottom } = bar.getBoundingClientRect(); return top >= 0 && bottom <= window.innerHeight; })).toBe(true);
    await page.getByText(t('arrival.state.ready', { n: String(MANY - 2) }), { exact: true }).click();
    await sees(tab('ready'));
    await button(job, t('arrival.import.stop')).click();
    await seesNot(job);
    const added = (await seats()) - before;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(MANY - 2);
    await sees(figures(added));
    await desk.press('desk.badges.done');
    await desk.press('ui.cancel');
    await choose();
    await sees(figures(added));
    await sees(page.getByText(t('arrival.state.there', { n: String(added) })));
    await sees(button(page, t('desk.add.confirm', { n: MANY - 2 - added })));
    expect(await seats()).toBe(before + added);
  });

  it('nobody’s browser complained', () => { expect(hall.faults()).toEqual([]); });
});
