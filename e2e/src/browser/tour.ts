import { randomUUID } from 'node:crypto';
import { LIMITS, type Lang, type PollBody } from '@tegerek/contracts';
import type { Page } from 'playwright-core';
import { Console } from './console.js';
import { DESK, PHONE, SCREEN, type DemoHall } from './hall.js';
import { Organizer } from './organizer.js';
import { button, sees, seesNot, type Person } from './person.js';
import { Phone } from './phone.js';
import { Projector } from './projector.js';
import { textsOf } from './texts.js';

/** Called on each route once it has settled. */
export type Look = (route: string, page: Page) => Promise<void>;

const SEVEN = [1, 2, 3, 4, 5, 6, 7] as const;
const ASKERS = ['government-2', 'cso-2', 'business-2'] as const;
const POLLS: readonly PollBody[] = [{ kind: 'temperature' }, { kind: 'scale', steps: 5, low: {}, high: {} }, { kind: 'text' }];

/** One of seven of everything that a list can hold: in panel 1 what the room sees, in panel 2 what waits for the moderator. */
async function oneMore(hall: DemoHall, n: number): Promise<void> {
  const [panelId, waiting, asker] = [hall.id('panel-1'), hall.id('panel-2'), ASKERS[n % ASKERS.length] ?? 'cso-2'];
  const [questionId, pollId, proposalId] = [hall.id(`question-${n}`), hall.id(`poll-${n}`), hall.id(`more-${n}`)];
  const question = { text: `Когда появится общий реестр, часть ${n}?`, language: 'ru' as const, anonymous: n === 2, toSeat: null };
  await hall.give(asker, 'question.ask', { questionId, panelId, ...question });
  await hall.give('moderator', 'question.approve', { questionId });
  await hall.give(asker, 'question.ask', { questionId: randomUUID(), panelId: waiting, ...question });
  await hall.give(`business-${n + 2}`, 'hand.raise', { handId: randomUUID(), panelId: waiting, kind: 'contribution' });
  await hall.give('rapporteur', 'minutes.add', { entryId: randomUUID(), panelId, text: `Запись протокола ${n}` });
  await hall.give(asker, 'proposal.submit', { proposalId, panelId, language: 'ru', fields: { title: `Реестр ${n}`, text: 'Создать общий реестр организаций и публиковать его.', addressee: 'Министерство юстиции', responsible: 'Отдел', deadline: '1 июля 2027', indicator: 'реестр открыт', region: 'Чүй' }, fromQuestion: null });
  await hall.give('moderator', 'poll.draft', { pollId, panelId, setup: { question: { ru: `Как идёт разговор, ${n}?`, ky: `Сүйлөшүү кандай жүрүп жатат, ${n}?`, en: `How is it going, ${n}?` }, body: POLLS[n % POLLS.length] ?? { kind: 'temperature' }, named: false, durationMs: 3_600_000, showAtClose: true } });
  if (n > 5) return;
  await hall.give('moderator', 'poll.open', { pollId });
  if (n < 5) await hall.give('moderator', 'poll.close', { pollId });
}

/** Brings the demo into the middle of its day: in panel 1 one decision is closed and one is open, panel 2 discusses. */
export async function midday(hall: DemoHall): Promise<{ voteId: string }> {
  const [panelId, voteId] = [hall.id('panel-1'), randomUUID()];
  for (const key of ['government-2', 'cso-2', 'business-2']) await hall.give(key, 'seat.join', {});
  for (const to of ['open', 'discussion'] as const) for (const panel of ['panel-1', 'panel-2']) await hall.give('moderator', 'panel.move-phase', { panelId: hall.id(panel), to });
  for (const n of SEVEN) await oneMore(hall, n);
  await hall.give('moderator', 'panel.move-phase', { panelId, to: 'formulation' });
  for (const proposalId of ['proposal-1', 'proposal-2'].map(hall.id)) {
    await hall.give('rapporteur', 'proposal.take-up', { proposalId });
    await hall.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
  }
  await hall.give('moderator', 'panel.move-phase', { panelId, to: 'decision' });
  const moderator = await hall.device('moderator', 'facilitator');
  await hall.give('moderator', 'decision.open', { voteId, proposalId: hall.id('proposal-1'), electorate: 'present', rule: null, secret: false });
  for (const key of ['government-2', 'cso-2', 'business-2']) {
    const device = await hall.device(key);
    await device.give('ballot.cast', { object: voteId, rev: 1, choice: key === 'business-2' ? 'no' : 'yes' });
  }
  await hall.give('moderator', 'vote.close', { voteId });
  await moderator.until(() => moderator.state.snapshot.core.votes[voteId]?.state === 'closed', 'the decision is closed', 60_000);
  await hall.give('moderator', 'decision.open', { voteId: hall.id('open-vote'), proposalId: hall.id('proposal-2'), electorate: 'entitled', rule: null, secret: false });
  return { voteId };
}

/** Nothing is loading any more, and what stands there stays for a moment. */
async function settled({ page, lang }: Pick<Person, 'page' | 'lang'>): Promise<void> {
  const loading = (await textsOf('phone', lang))('ui.loading');
  await page.waitForFunction((words) => {
    const [now, seen] = [document.body.innerText, globalThis as { tourSaw?: string }];
    const isStill = seen.tourSaw === now && !now.includes(words) && document.querySelector('[aria-busy="true"]') === null;
    seen.tourSaw = now;
    return isStill;
  }, loading, { polling: 100 });
}

/** To another screen of the phone as its own links go there: without a load. */
async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => { history.pushState(null, '', to); globalThis.dispatchEvent(new PopStateEvent('popstate')); }, path);
}

/** The phone's routes, its forms refused, and the ballot of an open decision cast. */
export async function phoneTour(hall: DemoHall, person: Person, key: string, voteId: string, look: Look): Promise<Phone> {
  const phone = await Phone.of(person, 'demo');
  const { page, t } = phone;
  person.faults.expect(/status of 4\d\d/u);
  await page.goto(`${person.url}/`);
  await sees(page.getByRole('heading', { name: t('p.start.title') }));
  await look('/', page);
  await page.goto(`${person.url}/j/demo`);
  await sees(phone.codeField);
  await look('/j/demo', page);
  await phone.codeField.fill('AAAAA-AAAAA-AAAA');
  await sees(page.getByRole('alert'));
  await look('/j/demo, refused', page);
  await walk(page, '/j/demo/new');
  await settled(person);
  await look('/j/demo/new', page);
  await page.goto('about:blank');
  await phone.open(hall.link(key));
  await look('/d/demo, welcome', page);
  await phone.enter();
  const proposal = hall.id('proposal-1');
  const routes = [
    '', 'questions', 'questions/mine', 'speak', 'proposals', `proposal/${proposal}`, `history/${proposal}`, `evidence/${proposal}`, `amend/${hall.id('more-1')}`, 'results', 'polls', `result/${voteId}`,
    `vote/${hall.id('open-vote')}`, 'mine', 'more', 'programme', 'privacy', `proposal/${randomUUID()}`, `vote/${randomUUID()}`,
  ];
  for (const route of routes) {
    await walk(page, `/d/demo/${route}`);
    await settled(person);
    await look(`/d/demo/${route}`, page);
  }
  await walk(page, `/d/demo/proposal/${proposal}`);
  await phone.person.hand.press(button(page, t('draft.reservation')));
  await look('/d/demo/proposal, dialog reservation', page);
  await page.keyboard.press('Escape');
  for (const [route, field] of [['ask', phone.question], ['propose', phone.proposalField('title')]] as const) {
    await walk(page, `/d/demo/${route}`);
    await field.fill('о'.repeat(LIMITS.proposalText + 1));
    await sees(page.getByRole('alert'));
    await look(`/d/demo/${route}, refused`, page);
    await field.fill('');
  }
  return phone;
}

/** The moderator's console of the panel that discusses: what waits, each dialog it opens, and dialogs that are refused. */
export async function dialogTour(console: Console, look: Look): Promise<void> {
  const { page, t } = console;
  console.person.faults.expect(/status of 4\d\d/u);
  await look('/console/demo, seven wait', page);
  const opened = async (name: string, act: () => Promise<void>, refuse?: () => Promise<void>) => {
    await act();
    await sees(console.dialog);
    await look(`/console/demo, dialog ${name}`, page);
    if (refuse !== undefined) {
      await refuse();
      await sees(console.dialog.getByRole('alert'));
      await look(`/console/demo, dialog ${name}, refused`, page);
    }
    await page.keyboard.press('Escape');
    await seesNot(console.dialog);
  };
  const press = (name: string) => () => console.press(name);
  const confirm = (name: string) => () => button(console.dialog, t(name)).click();
  for (const name of ['console.screen.text', 'console.check-in', 'console.keys', 'console.time', 'console.to.formulation']) await opened(name, press(name));
  await opened('console.screen.pair', press('console.screen.pair'), async () => {
    await console.field('console.screen.code', console.dialog).fill('ZZZZZZ');
    await confirm('console.screen.pair-confirm')();
  });
  if (await button(page, t('screens.title')).count() > 0) await opened('screens.title', press('screens.title')); // once a screen is there
  await opened('console.enter.open', press('console.enter.open'), confirm('console.enter.confirm'));
  await opened('console.question.decline', () => button(console.waiting('часть 1'), t('console.question.decline')).click(), confirm('console.question.decline'));
  await page.keyboard.press('j');
  await sees(page.getByRole('searchbox', { name: t('console.desk.search') }));
  await look('/console/demo, questions', page);
  await page.keyboard.press('l');
  await opened('pd.new', press('pd.new'), confirm('pd.save'));
}

/** Adopts the second proposal of panel 1 and opens its ranking, with these phones on it. */
export async function rankTour(hall: DemoHall, phones: readonly Phone[], keys: readonly string[], look: (lang: Lang, ...of: Parameters<Look>) => Promise<void>): Promise<void> {
  const [moderator, decision, voteId] = [await hall.device('moderator', 'facilitator'), randomUUID(), randomUUID()];
  await hall.give('moderator', 'vote.void', { voteId: hall.id('open-vote'), reason: 'Открыто по ошибке' });
  await hall.give('moderator', 'decision.open', { voteId: decision, proposalId: hall.id('proposal-2'), electorate: 'present', rule: null, secret: false });
  for (const each of ['government-2', 'cso-2', 'business-2', ...keys]) {
    const device = await hall.device(each);
    await device.give('ballot.cast', { object: decision, rev: 1, choice: 'yes' });
  }
  await hall.give('moderator', 'vote.close', { voteId: decision });
  await moderator.until(() => moderator.state.snapshot.core.votes[decision]?.state === 'closed', 'the decision is closed', 60_000);
  await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to: 'ranking' });
  await hall.give('moderator', 'ranking.open', { voteId, panelId: hall.id('panel-1'), electorate: 'entitled', top: null, secret: false });
  for (const { page, person: { lang } } of phones) {
    await walk(page, `/d/demo/rank/${voteId}`);
    const rows = page.locator('.rank [data-id]');
    await sees(rows);
    await look(lang, '/d/demo/rank, nothing ordered', page);
    await rows.first().locator('.rank-words').click();
    await look(lang, '/d/demo/rank, one ordered', page);
  }
}

/** The verifier: empty, and with a file that is no bundle. */
export async function verifyTour({ page, url, lang }: Person, look: Look): Promise<void> {
  await page.goto(`${url}/verify`);
  await page.getByRole('radio', { name: OWN[lang] }).check({ force: true });
  await look('/verify', page);
  await page.locator('input[type=file]').setInputFiles({ name: 'none.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await sees(page.locator('.verdict.wrong'));
  await look('/verify, refused', page);
}

/** The console of both running panels, the minutes and a proposal. */
export async function consoleTour(hall: DemoHall, person: Person, look: Look): Promise<Console> {
  const console = await Console.enter(person, 'demo', hall.link('rapporteur'), hall.id('panel-1'));
  await look('/console/demo, decision', console.page);
  await console.press('console.minutes');
  await sees(console.field('console.minutes.new'));
  await look('/console/demo, minutes', console.page);
  await console.press('pd.title');
  await sees(button(console.page, console.t('pd.new')));
  await look('/console/demo, polls', console.page);
  await console.openProposal('Рабочие группы планирования из трёх сторон');
  await look('/console/demo, proposal', console.page);
  await console.page.goto(`${person.url}/console/demo/${hall.id('panel-2')}`);
  await sees(console.isLive);
  await look('/console/demo, discussion', console.page);
  return console;
}

export async function organizerTour(hall: DemoHall, person: Person, look: Look): Promise<void> {
  const desk = await Organizer.enter(person, hall.link('organizer'));
  for (const section of ['day', 'setup', 'people', 'rule', 'resolution'] as const) {
    await desk.section(section).click();
    await sees(desk.page.getByRole('main').getByRole('heading').first());
    await settled(person);
    await look(`/organizer/demo#${section}`, desk.page);
  }
  await desk.section('day').click();
  await desk.press('desk.close');
  await sees(desk.dialog);
  await look('/organizer/demo, dialog desk.close', desk.page);
  await desk.page.keyboard.press('Escape');
  await desk.section('setup').click();
  await desk.press('desk.panel.add');
  await sees(desk.dialog);
  await look('/organizer/demo, dialog desk.panel.add', desk.page);
  await button(desk.dialog, desk.t('desk.save')).click();
  await sees(desk.dialog.getByRole('alert'));
  await look('/organizer/demo, dialog desk.panel.add, refused', desk.page);
  await desk.page.keyboard.press('Escape');
  await desk.section('people').click();
  await desk.press('desk.add');
  await sees(desk.dialog);
  await look('/organizer/demo, dialog desk.add', desk.page);
  await desk.page.keyboard.press('Escape');
  await desk.press('reissue.open');
  await sees(desk.dialog);
  await look('/organizer/demo, dialog reissue', desk.page);
}

/** The door of who has an account: empty, and refused. */
export async function signInTour(person: Person, look: Look): Promise<void> {
  const desk = await Organizer.of(person);
  person.faults.expect(/status of 4\d\d/u);
  await desk.page.goto(`${person.url}/organizer`);
  await sees(desk.field('staff.login'));
  await look('/organizer, signed out', desk.page);
  await desk.field('staff.login').fill('nobody');
  await desk.page.getByLabel(desk.t('staff.password'), { exact: true }).fill('wrong');
  await desk.press('staff.sign-in');
  await sees(desk.page.getByRole('alert'));
  await look('/organizer, refused', desk.page);
}

/** The hall's screen: its code in the browser's language, then each of the views that the console can send, in the language that it was paired with. */
export async function screenTour(hall: DemoHall, person: Person, voteId: string, look: Look, language: Lang = person.lang): Promise<void> {
  const projector = await Projector.open(person);
  const code = await projector.code();
  await look('/screen, code', projector.page);
  const screenId = randomUUID();
  await hall.give('moderator', 'screen.pair', { screenId, code: code.replace(/\s/gu, ''), name: `Экран ${language}`, language, panelId: hall.id('panel-1') });
  const views = [{ kind: 'programme' }, { kind: 'proposal', proposalId: hall.id('proposal-1') }, { kind: 'vote', voteId }, { kind: 'join' }] as const;
  for (const view of views) {
    await hall.give('moderator', 'screen.show', { panelId: hall.id('panel-1'), view });
    await sees(projector.page.locator(SHOWS[view.kind]));
    await look(`/screen, ${view.kind}`, projector.page);
  }
}

const SHOWS = { programme: '.programme', proposal: 'p.say', vote: '.grade', join: '.address' } as const;

export const sizes = { phone: PHONE, console: DESK, organizer: DESK, screen: SCREEN } as const;

/** What each language calls itself. */
export const OWN: Record<Lang, string> = { ru: 'Русский', ky: 'Кыргызча', en: 'English' };
export const LANGUAGES: readonly Lang[] = ['ru', 'ky', 'en'];
