import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { PayloadInput } from '@tegerek/contracts';
import { startCuttingProxy, type CuttingProxy, type LiveClient } from '@tegerek/testkit';
import type { Page } from 'playwright-core';
import { chapters } from '../browser/chapters.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, link, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

const FIVE_MINUTES = 300_000;
/** Longer than a phone waits between two attempts. */
const A_MINUTE = 60_000;
const HALF = 'Половина мысли';
/** One way; there and back it is two seconds. */
const SLOW_MS = 1_000;

describe('a weak network: slow, another’s, gone for minutes; two tabs; a restart of the server', () => {
  const it = chapters();
  let hall: DemoHall;
  let proxy: CuttingProxy;
  let phone: Phone;
  let moderator: LiveClient;

  const panelId = () => hall.id('panel-1');
  const asked = (text: string): number => Object.values(moderator.state.snapshot.panels[panelId()]?.questions ?? {}).filter((question) => question.text === text).length;
  const handsOf = (): number => (moderator.state.snapshot.panels[panelId()]?.hands ?? []).filter((hand) => hand.seatId === hall.id('cso-1')).length;
  const pressesOf = async (object: string): Promise<number> => ((await hall.server.database.query('SELECT count(*)::int AS n FROM ballots.press WHERE object = $1', [object])) as [{ n: number }])[0].n;
  const isLost = () => phone.page.getByText(phone.t('ui.network.lost'));
  const isPortal = () => phone.page.getByText(phone.t('ui.network.portal'));
  const unsent = (text: string) => phone.mine(text).getByText(phone.t('ui.send.saved')).or(phone.mine(text).getByText(phone.t('ui.send.sending')));
  const sent = (text: string) => phone.mine(text).getByText(phone.t('p.question.waiting'));

  async function openPoll(question: string, body: PayloadInput<'poll.draft'>['setup']['body']): Promise<string> {
    const pollId = randomUUID();
    await hall.give('moderator', 'poll.draft', { pollId, panelId: panelId(), setup: { question: { ru: question }, body, named: false, durationMs: 3_600_000, showAtClose: true } });
    await hall.give('moderator', 'poll.open', { pollId });
    return pollId;
  }

  /** To the form and back to «mine», on any tab of this phone. */
  async function ask(page: Page, text: string): Promise<void> {
    await link(page, phone.t('p.tab.questions')).click();
    await link(page, phone.t('p.act.ask')).click();
    await page.getByRole('textbox').fill(text);
    await button(page, phone.t('p.ask.send')).click();
    await sees(page.getByRole('listitem').filter({ hasText: text }));
  }

  /** Once in the room, once on the phone, and no longer on its way. */
  async function isThereOnce(text: string): Promise<void> {
    await moderator.until(() => asked(text) > 0, `«${text}» arrives`, 60_000);
    await sees(sent(text));
    expect([asked(text), await phone.mine(text).count()]).toEqual([1, 1]);
  }

  /** The phone's clock runs on by what it waits between two attempts, until this is so. @throws Error after 60 tries */
  async function comesTrue(holds: () => Promise<boolean>, what: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await phone.page.clock.fastForward(A_MINUTE);
      if (await holds()) return;
      await new Promise((resolve) => { setTimeout(resolve, 500); });
    }
    throw new Error(`never: ${what}`);
  }

  beforeAll(async () => {
    hall = await startDemoHall({ keepsShell: true });
    proxy = await startCuttingProxy({ target: hall.server.port });
    await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to: 'open' });
    moderator = await hall.device('moderator', 'facilitator');
    const person = await hall.person('cso-1', { size: PHONE, url: `http://127.0.0.1:${proxy.port}` });
    person.faults.expect(/ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|WebSocket connection to .* failed|status of 50\d/u);
    phone = await Phone.of(person, 'demo');
    await phone.open(hall.link('cso-1'));
    await phone.enter();
  }, 120_000);
  afterAll(async () => {
    await hall.close();
    await proxy.close();
  });

  it('two seconds there and back: sent is said when the server has it and not before, and nothing is called lost', async () => {
    const text = 'Слышно ли меня через две секунды?';
    proxy.delayMs = SLOW_MS;
    await ask(phone.page, text);
    expect([await sent(text).count(), asked(text)]).toEqual([0, 0]);
    await sees(unsent(text));
    const alarm = isLost().waitFor({ state: 'visible', timeout: 4_000 }).then(() => 'called lost', () => 'quiet');
    await sees(sent(text));
    expect(asked(text)).toBe(1);
    expect(await alarm).toBe('quiet');
    proxy.delayMs = 0;
    await isThereOnce(text);
  });

  it('a captive portal answers everything with its page: named as such, with what to do; nothing is taken for an answer, everything is sent afterwards', async () => {
    const text = 'Отправлено через чужую страницу входа';
    const pollId = await openPoll('Как идёт разговор?', { kind: 'temperature' });
    await phone.goTo('polls');
    const answer = phone.page.getByRole('radio', { name: phone.t('poll.level.mixed') });
    await answer.waitFor({ state: 'attached' });
    await proxy.cut();
    const portal = createServer((request, response) => { request.resume(); response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Wi-Fi</title>Sign in'); });
    portal.listen(proxy.port, '127.0.0.1');
    await once(portal, 'listening');
    await answer.click({ force: true });
    await ask(phone.page, text);
    await sees(isPortal());
    expect([await sent(text).count(), asked(text), await pressesOf(pollId)]).toEqual([0, 0, 0]);
    await sees(unsent(text));
    portal.closeAllConnections();
    await new Promise<void>((resolve) => { portal.close(() => resolve()); });
    await proxy.restore();
    await isThereOnce(text);
    for (let n = 0; n === 0; n = await pressesOf(pollId)) await sees(sent(text));
    await hall.give('moderator', 'poll.close', { pollId });
    await seesNot(isPortal());
    await seesNot(isLost());
  });

  it('a duplicated tab shares the outbox: without a network each of both sends one, and each arrives once on both', async () => {
    const texts = ['Из первой вкладки', 'Из второй вкладки'];
    const second = await phone.person.context.newPage();
    await second.goto(phone.page.url());
    await sees(link(second, phone.t('p.act.ask')));
    await proxy.cut();
    await Promise.all([phone.page, second].map((page, i) => ask(page, texts[i] ?? '')));
    await proxy.restore();
    for (const text of texts) await isThereOnce(text);
    for (const text of texts) {
      const row = second.getByRole('listitem').filter({ hasText: text });
      await sees(row.getByText(phone.t('p.question.waiting')));
      expect(await row.count()).toBe(1);
    }
    await second.close();
  });

  it('five minutes without a network and a hundred of others’ events: a hand raised and a question asked meanwhile arrive once; what is typed stands, and a half-ordered ranking too', async () => {
    const options = ['Вода', 'Дороги', 'Школы'].map((title) => ({ id: randomUUID(), title: { ru: title } }));
    const pollId = await openPoll('Что раньше?', { kind: 'ranking', options });
    const { page, t } = phone;
    const text = 'Спрошено без сети, пять минут назад';
    await phone.goTo('polls');
    for (const title of ['Школы', 'Вода']) await button(page, title).click();
    const ordered = () => page.locator('.rank > li').allTextContents();
    const half = await ordered();
    expect(half.slice(0, 2)).toEqual([expect.stringContaining('Школы'), expect.stringContaining('Вода')]);
    await page.clock.install();
    await proxy.cut();
    await phone.go('speak');
    await button(page, t('p.act.speak')).click();
    await ask(page, text);
    await link(page, t('p.act.ask')).click();
    await phone.question.fill(HALF);
    const before = moderator.state.seq;
    for (let i = 0; i < 100; i += 1) await hall.give('moderator', 'minutes.add', { entryId: randomUUID(), panelId: panelId(), text: `Запись ${i}` });
    await moderator.until(() => moderator.state.seq >= before + 100, 'a hundred entries');
    await page.clock.fastForward(FIVE_MINUTES);
    await sees(isLost());
    expect([asked(text), handsOf()]).toEqual([0, 0]);
    await proxy.restore();
    await comesTrue(async () => asked(text) === 1 && handsOf() === 1 && (await isLost().count()) === 0, 'question and hand arrive');
    expect(await phone.question.inputValue()).toBe(HALF);
    await phone.goTo('questions/mine');
    await isThereOnce(text);
    expect([handsOf(), await pressesOf(pollId)]).toEqual([1, 0]);
    await phone.goTo('polls');
    await comesTrue(async () => (await ordered()).join('|') === half.join('|'), 'the order stands as it was left');
    await button(page, t('p.poll.send')).click();
    await comesTrue(async () => (await pressesOf(pollId)) === 1, 'the ranking arrives');
  });

  it('the server starts anew in the middle: what was pressed meanwhile arrives once, and the phone goes on without a reload', async () => {
    const text = 'Спрошено, пока сервер запускается';
    await phone.page.evaluate(() => { (window as unknown as { isSamePage: boolean }).isSamePage = true; });
    await hall.restart(async () => { await ask(phone.page, text); });
    moderator = await hall.device('moderator', 'facilitator');
    await comesTrue(() => Promise.resolve(asked(text) === 1), `«${text}» arrives`);
    await isThereOnce(text);
    expect(await phone.page.evaluate(() => (window as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true);
  });

  it('nobody saw another error', () => {
    expect(hall.faults()).toEqual([]);
  });
});
