import { randomUUID } from 'node:crypto';
import type { Lang } from '@tegerek/contracts';
import type { Page } from 'playwright-core';
import { Console } from './console.js';
import { DESK, PHONE, SCREEN, type DemoHall } from './hall.js';
import { Organizer } from './organizer.js';
import { sees, seesNot, type Person } from './person.js';
import { Phone } from './phone.js';
import { Projector } from './projector.js';

/** Called on each route once it has settled. */
export type Look = (route: string, page: Page) => Promise<void>;

/** Brings the demo into the middle of its day: in panel 1 one decision is closed and one is open, panel 2 discusses. */
export async function midday(hall: DemoHall): Promise<{ voteId: string }> {
  const [panelId, voteId, questionId] = [hall.id('panel-1'), randomUUID(), randomUUID()];
  for (const key of ['government-2', 'cso-2', 'business-2']) await hall.give(key, 'seat.join', {});
  for (const to of ['open', 'discussion'] as const) for (const panel of ['panel-1', 'panel-2']) await hall.give('moderator', 'panel.move-phase', { panelId: hall.id(panel), to });
  await hall.give('cso-2', 'question.ask', { questionId, panelId, text: 'Когда появится общий реестр?', language: 'ru', anonymous: false, toSeat: null });
  await hall.give('moderator', 'question.approve', { questionId });
  await hall.give('cso-2', 'hand.raise', { handId: randomUUID(), panelId: hall.id('panel-2'), kind: 'contribution' });
  await hall.give('rapporteur', 'minutes.add', { entryId: randomUUID(), panelId, text: 'Запись протокола' });
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

/** The phone's routes. */
export async function phoneTour(hall: DemoHall, person: Person, key: string, voteId: string, look: Look): Promise<Phone> {
  const phone = await Phone.of(person, 'demo');
  const { page, t } = phone;
  await page.goto(`${person.url}/`);
  await sees(page.getByRole('heading', { name: t('p.start.title') }));
  await look('/', page);
  await page.goto(`${person.url}/j/demo`);
  await sees(phone.codeField);
  await look('/j/demo', page);
  await page.goto('about:blank');
  await phone.open(hall.link(key));
  await look('/d/demo, welcome', page);
  await phone.enter();
  const routes = ['', 'questions', 'questions/mine', 'ask', 'speak', 'proposals', `proposal/${hall.id('proposal-1')}`, 'propose', 'results', 'polls', `result/${voteId}`, `vote/${hall.id('open-vote')}`, 'mine', 'more', 'programme', 'privacy'];
  for (const route of routes) {
    await phone.goTo(route);
    await sees(phone.tab('now'));
    await page.waitForLoadState('networkidle');
    await look(`/d/demo/${route}`, page);
  }
  return phone;
}

/** The dialogs that a console opens most: each is looked at and left. */
export async function dialogTour(console: Console, look: Look): Promise<void> {
  for (const name of ['console.screen.pair', 'console.screen.text', 'console.check-in', 'console.keys']) {
    await console.press(name);
    await sees(console.dialog);
    await look(`dialog ${name}`, console.page);
    await console.page.keyboard.press('Escape');
    await seesNot(console.dialog);
  }
}

/** Adopts the second proposal of panel 1 and opens its ranking, with this person's phone on it. */
export async function rankTour(hall: DemoHall, phone: Phone, key: string, look: Look): Promise<void> {
  const [moderator, decision, voteId] = [await hall.device('moderator', 'facilitator'), randomUUID(), randomUUID()];
  await hall.give('moderator', 'vote.void', { voteId: hall.id('open-vote'), reason: 'Открыто по ошибке' });
  await hall.give('moderator', 'decision.open', { voteId: decision, proposalId: hall.id('proposal-2'), electorate: 'present', rule: null, secret: false });
  for (const each of ['government-2', 'cso-2', 'business-2', key]) {
    const device = await hall.device(each);
    await device.give('ballot.cast', { object: decision, rev: 1, choice: 'yes' });
  }
  await hall.give('moderator', 'vote.close', { voteId: decision });
  await moderator.until(() => moderator.state.snapshot.core.votes[decision]?.state === 'closed', 'the decision is closed', 60_000);
  await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to: 'ranking' });
  await hall.give('moderator', 'ranking.open', { voteId, panelId: hall.id('panel-1'), electorate: 'entitled', top: null, secret: false });
  await phone.goTo(`rank/${voteId}`);
  const rows = phone.page.locator('.rank [data-id]');
  await sees(rows);
  await look('/d/demo/rank, nothing ordered', phone.page);
  await rows.first().locator('.rank-words').click();
  await look('/d/demo/rank, one ordered', phone.page);
}

/** The console of both running panels, the minutes and a proposal. */
export async function consoleTour(hall: DemoHall, person: Person, look: Look): Promise<Console> {
  const console = await Console.enter(person, 'demo', hall.link('rapporteur'), hall.id('panel-1'));
  await look('/console/demo, decision', console.page);
  await console.press('console.minutes');
  await sees(console.field('console.minutes.new'));
  await look('/console/demo, minutes', console.page);
  await console.press('pd.title');
  await console.press('pd.new');
  await look('/console/demo, polls', console.page);
  await console.page.keyboard.press('Escape');
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
    await desk.page.waitForLoadState('networkidle');
    await look(`/organizer/demo#${section}`, desk.page);
  }
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

export const LANGUAGES: readonly Lang[] = ['ru', 'ky', 'en'];
