import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PANEL_PHASES } from '@tegerek/contracts';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { findings } from '../browser/axe.js';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { DESK, PHONE, SCREEN, startDemoHall, type DemoHall } from '../browser/hall.js';
import { link, sees } from '../browser/person.js';
import { Organizer } from '../browser/organizer.js';
import { Phone } from '../browser/phone.js';
import { Projector } from '../browser/projector.js';

const ANSWERED = 'Когда районные планы будут публиковаться до утверждения?';
const DECLINED = 'Во сколько сегодня обед?';
const REASON = 'Это не к панели: обед в час дня.';
const PROPOSED = 'Ответ на каждое замечание за 10 дней';
const PREPARED = 'Проекты планов публикуются до утверждения';
const MISTAKE = 'Открыто не то предложение';
const MINUTES = 'Договорились проверить через год.';
const CLI = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

/** Exit code and output of `tegerek verify`. */
const verify = (bundle: string): Promise<{ code: number; out: string }> => new Promise((resolve) => {
  execFile(process.execPath, [CLI, 'verify', bundle], (error, stdout) => { resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout }); });
});

/** The same bundle with one byte of these words changed in the first file that holds them. */
function withOneByteChanged(bundle: Uint8Array, words: string): Uint8Array {
  const files = unzipSync(bundle);
  const file = Object.values(files).map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).find((bytes) => bytes.includes(words));
  if (!file) throw new Error(`no file of the bundle holds «${words}»`);
  const at = file.indexOf(words) + 1;
  file.writeUInt8(file.readUInt8(at) ^ 1, at);
  return zipSync(files);
}

const CORRECTION = 'ответы на предложения приходят не всегда';

describe('eight browsers run one panel from its opening to a verified resolution', () => {
  const it = chapters();
  let hall: DemoHall;
  let moderator: Console;
  let rapporteur: Console;
  let projector: Projector;
  let government: Phone;
  let cso: Phone;
  let business: Phone;
  let observer: Phone;
  let organizer: Organizer;
  const folder = mkdtempSync(join(tmpdir(), 'tegerek-story-'));

  const phone = async (key: string): Promise<Phone> => Phone.of(await hall.person(key, { size: PHONE }), 'demo');
  const everyPhone = () => [government, cso, business, observer];

  beforeAll(async () => { hall = await startDemoHall({ keepsShell: true }); }, 120_000);
  afterAll(async () => {
    await hall.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('join by link at 360×640, each with consents of their own', async () => {
    [government, cso, business, observer] = [await phone('government-1'), await phone('cso-1'), await phone('business-1'), await phone('observer')];
    await government.open(hall.link('government-1'));
    expect(new URL(government.page.url()).hash).toBe('');
    await government.enter(['name', 'photo']);
    await cso.open(hall.link('cso-1'));
    await cso.enter();
    await business.open(hall.link('business-1'));
    await business.enter(['name']);
    await observer.reopen(hall.link('observer'));
    await government.goTo('privacy');
    const box = (name: string) => government.page.getByRole('checkbox', { name: government.t(`p.consent.${name}`) });
    await sees(government.page.getByText(government.t('p.consent.name')));
    expect([await box('name').isChecked(), await box('photo').isChecked(), await box('recording').isChecked()]).toEqual([true, true, false]);
  });

  it('the moderator opens the panel at the console, where presence stands', async () => {
    moderator = await Console.enter(await hall.person('moderator', { size: DESK }), 'demo', hall.link('moderator'), hall.id('panel-1'));
    rapporteur = await Console.enter(await hall.person('rapporteur', { size: DESK }), 'demo', hall.link('rapporteur'), hall.id('panel-1'));
    await moderator.moveTo('open');
    await sees(moderator.page.getByText(moderator.t('console.present', { n: 3, base: 30 })).or(moderator.page.getByRole('img', { name: moderator.t('console.present', { n: 3, base: 30 }) })));
    await government.go('now');
    await sees(government.page.getByRole('link', { name: government.t('p.act.ask'), exact: true }));
  });

  it('the hall screen is paired by its code and shows how to come in', async () => {
    projector = await Projector.open(await hall.person('projector', { size: SCREEN }));
    await moderator.pairScreen(await projector.code());
    await sees(projector.page.getByText(projector.t('hall.join')));
  });

  it('questions: asked, approved, declined with a reason that its author alone reads, supported, shown in the hall', async () => {
    await government.ask(ANSWERED);
    await sees(government.mine(ANSWERED).getByText(government.t('p.question.waiting')));
    await cso.ask(DECLINED);
    await moderator.approve(ANSWERED);
    await moderator.decline(DECLINED, REASON);
    await sees(government.mine(ANSWERED).getByText(government.t('p.question.public')));
    await sees(cso.mine(DECLINED).getByText(cso.t('p.question.declined')));
    await sees(cso.mine(DECLINED).getByText(REASON));
    await business.go('questions');
    await business.support(ANSWERED);
    expect(await business.page.getByText(DECLINED).count()).toBe(0);
    await sees(moderator.page.getByTitle(moderator.t('console.question.supports', { n: 1 })));
    await moderator.discuss(ANSWERED);
    await sees(projector.page.getByText(ANSWERED));
  });

  it('the floor: a hand is raised, the turn runs with its timer on phone, console and screen', async () => {
    await moderator.moveTo('discussion');
    await business.raiseHand();
    await moderator.press('console.floor.next', { name: 'Азамат Көпүрөев' });
    await sees(business.page.getByText(business.t('p.speak.yours')));
    await sees(moderator.page.getByRole('main').getByRole('timer'));
    await moderator.show('console.screen.speaker');
    await sees(projector.page.getByText('Азамат Көпүрөев'));
    await sees(projector.page.getByRole('timer'));
    await cso.go('speak');
    await sees(cso.page.getByRole('timer'));
    await moderator.press('console.floor.end');
    await sees(business.page.getByText(business.t('p.speak.queue')));
  });

  it('a proposal: submitted in its parts, edited by its author until the rapporteur takes it up, edited, made ready; minutes', async () => {
    await cso.propose({ title: PROPOSED, text: 'Отвечать на каждое замечание к проекту плана за 20 рабочих дней.', addressee: 'Районные администрации' });
    await cso.editProposal(PROPOSED, { text: 'Отвечать на каждое замечание к проекту плана за 10 рабочих дней.' });
    await moderator.moveTo('formulation');
    await rapporteur.formulate(PROPOSED, { responsible: 'Отдел планирования', deadline: '1 июля 2027 года' });
    await rapporteur.formulate(PREPARED);
    await rapporteur.writeMinutes(MINUTES);
    await cso.go('proposals');
    await cso.proposal(PROPOSED).click();
    await sees(cso.page.getByText('1 июля 2027 года'));
    await sees(cso.page.getByText(cso.t('p.proposal.ready')));
    expect(await cso.page.getByRole('link', { name: cso.t('p.proposal.edit') }).count()).toBe(0);
  });

  it('a decision by consensus: turnout before the close, the result after it, on phone, console and screen', async () => {
    await moderator.moveTo('decision');
    await moderator.openDecision('1.3');
    await moderator.show('console.screen.turnout', { number: '1.3' });
    await sees(projector.page.getByText(projector.t('hall.vote-now')));
    await observer.openVote('p.act.read');
    await sees(observer.page.getByText(observer.t('p.vote.why.observer')));
    for (const each of [government, cso, business]) await each.vote('yes');
    await sees(moderator.page.getByText(moderator.t('outcome.voted', { n: 3, base: 3 })));
    expect(await moderator.result.count()).toBe(0);
    for (const one of [projector.page, government.page]) expect(await one.getByText(government.t('grade.consensus')).count()).toBe(0);
    await moderator.closeVote();
    await sees(moderator.result.getByText(moderator.t('grade.consensus')));
    await sees(projector.page.getByText(projector.t('grade.consensus')));
    for (const each of everyPhone()) {
      await each.result(each.t('grade.consensus'));
      await sees(each.page.getByRole('heading', { name: each.t('grade.consensus') }));
    }
  });

  it('a decision opened by mistake is void: the phone on it reads why, nothing was counted, and the proposal can be decided', async () => {
    await moderator.openDecision('1.1');
    await government.openVote('p.act.vote');
    await government.cast('no');
    await sees(government.page.getByText(government.t('p.vote.in')));
    await moderator.voidVote(MISTAKE);
    await sees(government.page.getByText(MISTAKE));
    await cso.go('now');
    expect(await link(cso.page, cso.t('p.act.vote')).count()).toBe(0);
  });

  it('a decision by majority names the group and the clause that it missed', async () => {
    await moderator.openDecision('1.1');
    await government.vote('yes');
    await cso.vote('yes');
    await business.vote('no');
    await moderator.closeVote();
    await sees(moderator.result.getByText(moderator.t('grade.majority')));
    await government.result(government.t('grade.majority'));
    await sees(government.page.getByText(government.t('outcome.rung.broad-agreement')));
    await sees(government.page.getByText(government.t('outcome.failed.group', { group: 'Бизнес', num: 0, den: 1, need: 1 })));
    await sees(business.page.getByText(business.t('p.vote.closed')));
    await business.result(business.t('grade.majority'));
    await sees(business.page.getByText(/№ \d+ есть среди учтённых/u));
  });

  it('the ranking: tapped in order and dragged on three phones, counted by Schulze with its table', async () => {
    await moderator.moveTo('ranking');
    await moderator.openRanking(2);
    await government.rank([PROPOSED, PREPARED]);
    await cso.rankBy('drag', [PROPOSED, PREPARED]);
    await business.rank([PREPARED]);
    await moderator.closeVote();
    await sees(moderator.result.getByText(PROPOSED));
    await moderator.show('console.screen.places');
    await sees(projector.page.getByText(PROPOSED));
    await observer.go('now');
    await observer.page.getByRole('link').filter({ hasText: observer.t('p.result.ranking') }).click();
    await sees(observer.page.getByRole('listitem').filter({ hasText: PROPOSED }));
    await moderator.moveTo('closed');
  });

  it('the organizer closes the dialogue and publishes; the resolution is exported and verified', async () => {
    for (const panelId of ['panel-2', 'panel-3', 'panel-4'].map(hall.id)) {
      for (const to of PANEL_PHASES.slice(1)) await hall.give('organizer', 'panel.move-phase', { panelId, to, ...(to === 'closed' ? { reason: 'Панель перенесена' } : {}) });
    }
    organizer = await Organizer.enter(await hall.person('organizer', { size: DESK }), hall.link('organizer'));
    await organizer.closeDialogue();
    await organizer.publish();
    await sees(organizer.page.getByText(organizer.t('desk.resolution.version', { n: 1 }), { exact: true }));
    const { page, t } = organizer;
    const { value } = await mammoth.extractRawText({ buffer: await organizer.download(link(page, t('desk.resolution.docx', { language: 'Русский', n: 1 }))) });
    for (const words of [PROPOSED, PREPARED, '1 июля 2027 года']) expect(value).toContain(words);
    expect(value).not.toContain(MINUTES);
    expect((await organizer.download(link(page, 'JSON'))).toString('utf8')).toContain(PROPOSED);
    const bundle = await organizer.download(link(page, t('desk.bundle.get')));
    const path = join(folder, 'bundle.zip');
    writeFileSync(path, bundle);
    expect(await verify(path)).toMatchObject({ code: 0 });
    writeFileSync(path, withOneByteChanged(bundle, PROPOSED));
    expect(await verify(path)).toMatchObject({ code: 1 });
  });

  it('nothing changed is no new version; a correction stands beside the first, which stays as it was', async () => {
    const { page, t } = organizer;
    const first = (): Promise<Buffer> => organizer.download(link(page, t('desk.resolution.docx', { language: 'Русский', n: 1 })));
    const before = await first();
    await organizer.publish(2);
    await sees(page.getByText(t('refusal.resolution.unchanged')));
    await organizer.field('frame.findings').fill(CORRECTION);
    await organizer.press('frame.save', { section: t('frame.findings') });
    await organizer.press('desk.resolution.publish', { n: 2 });
    expect(await findings('/organizer, dialog publish', page, false)).toEqual([]);
    await organizer.confirm('desk.resolution.publish', { n: 2 });
    const { value } = await mammoth.extractRawText({ buffer: await organizer.download(link(page, t('desk.resolution.docx', { language: 'Русский', n: 2 }))) });
    expect(value).toContain(CORRECTION);
    expect((await first()).equals(before)).toBe(true);
    const path = join(folder, 'corrected.zip');
    writeFileSync(path, await organizer.download(link(page, t('desk.bundle.get'))));
    const { code, out } = await verify(path);
    expect([code, out]).toEqual([0, expect.stringContaining('resolutions: 2')]);
  });

  it('the public page shows the results', async () => {
    const guest = await hall.person('guest');
    await guest.page.goto(`${hall.url}/p/demo?lang=ru`);
    await sees(guest.page.getByText(PROPOSED));
    await sees(guest.page.getByText(government.t('grade.consensus')));
  });

  it('nobody saw an error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
