import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { startCuttingProxy, type CuttingProxy, type LiveClient } from '@tegerek/testkit';
import { chapters } from '../browser/chapters.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, link, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

const OUTAGE_MS = 10_000;
const SENT = 'Кто отвечает за сводную таблицу замечаний?';
const BEFORE = 'Сколько районов уже публикуют';
const AFTER = ' проекты планов';
const OFFLINE = 'Дойдёт ли вопрос после перезагрузки?';

interface Mark { seq: number; hash: string; panels: string[] }

describe('a phone loses its network for ten seconds in the middle of writing', () => {
  const it = chapters();
  let hall: DemoHall;
  let proxy: CuttingProxy;
  let phone: Phone;
  let moderator: LiveClient;

  const mark = (): Promise<Mark> => phone.page.evaluate(() => (window as unknown as { tegerek: { stateHash(): Promise<Mark> } }).tegerek.stateHash());
  const questions = () => Object.values(moderator.state.snapshot.panels[hall.id('panel-1')]?.questions ?? {});

  beforeAll(async () => {
    hall = await startDemoHall({ keepsShell: true });
    proxy = await startCuttingProxy({ target: hall.server.port });
    await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to: 'open' });
    moderator = await hall.device('moderator', 'facilitator');
  }, 120_000);
  afterAll(async () => {
    await hall.close();
    await proxy.close();
  });

  it('writes half a question', async () => {
    const person = await hall.person('cso-1', { size: PHONE, url: `http://127.0.0.1:${proxy.port}` });
    person.faults.expect(/ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/u);
    phone = await Phone.of(person, 'demo');
    await phone.open(hall.link('cso-1'));
    await phone.enter();
    await phone.go('questions');
    await phone.page.getByRole('link', { name: phone.t('p.act.ask'), exact: true }).click();
    await phone.question.fill(BEFORE);
    await phone.page.evaluate(() => { (window as unknown as { isSamePage: boolean }).isSamePage = true; });
    expect((await mark()).seq).toBeGreaterThan(0);
  });

  it('the network is gone: others go on, and this phone lacks their entries; what is typed stays and more can be typed', async () => {
    await proxy.cut();
    const cutAt = Date.now();
    await sees(phone.page.getByText(phone.t('ui.network.lost')));
    const seen = (await mark()).seq;
    for (let n = 1; Date.now() - cutAt < OUTAGE_MS; n += 1) {
      const questionId = hall.id(`asked-meanwhile-${n}`);
      await hall.give(`business-${1 + (n % 9)}`, 'question.ask', { questionId, panelId: hall.id('panel-1'), text: `Вопрос зала ${n}`, language: 'ru', anonymous: false, toSeat: null });
      await hall.give('moderator', 'question.approve', { questionId });
      await phone.question.fill(n % 2 === 0 ? BEFORE : SENT);
      await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    }
    await moderator.until(() => moderator.state.seq >= seen + 10, 'ten entries in the room meanwhile');
    expect((await mark()).seq).toBe(seen);
    await phone.question.fill(SENT);
  });

  it('a question sent without a network is kept, and the next can be written', async () => {
    await phone.page.getByRole('button', { name: phone.t('p.ask.send'), exact: true }).click();
    await sees(phone.mine(SENT).getByText(phone.t('ui.send.saved')).or(phone.mine(SENT).getByText(phone.t('ui.send.sending'))));
    expect(questions().some((question) => question.text === SENT)).toBe(false);
    await phone.page.getByRole('link', { name: phone.t('p.act.ask'), exact: true }).click();
    await phone.question.pressSequentially(BEFORE);
  });

  it('the network is back: the text stands as it was, what was sent is there once, and the state is the server\'s, without a reload', async () => {
    await proxy.restore();
    await moderator.until(() => questions().some((question) => question.text === SENT), 'the question arrives', 60_000);
    await seesNot(phone.page.getByText(phone.t('ui.network.lost')));
    expect(await phone.question.inputValue()).toBe(BEFORE);
    await phone.question.pressSequentially(AFTER);
    expect(await phone.question.inputValue()).toBe(BEFORE + AFTER);
    await phone.page.getByRole('button', { name: phone.t('p.ask.send'), exact: true }).click();
    await sees(phone.mine(BEFORE + AFTER).getByText(phone.t('p.question.waiting')));
    await sees(phone.mine(SENT).getByText(phone.t('p.question.waiting')));
    expect(questions().filter((question) => question.text === SENT)).toHaveLength(1);
    expect(await phone.page.evaluate(() => (window as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true);
    const fresh = await hall.device('cso-1', 'seat', ['panel-1']);
    // both follow the log: compared where they stand at the same entry
    let mine = await mark();
    for (let i = 0; i < 600 && mine.seq !== fresh.state.seq; i++) {
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      mine = await mark();
    }
    expect(mine).toEqual({ seq: fresh.state.seq, hash: fresh.hash, panels: [hall.id('panel-1')] });
  });

  it('where the context is secure, a page loaded anew without a network stands there with its draft and what waits, and sends it later', async () => {
    const { page, t } = phone;
    // installed whole, or not at all
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat());
    expect(kept.filter((path) => !/^\/(index\.html|assets\/[\w.-]+\.(js|css|woff2))$/u.test(path))).toEqual([]);
    await phone.goTo('ask');
    await phone.question.fill(OFFLINE);
    await proxy.cut();
    await button(page, t('p.ask.send')).click();
    await sees(phone.mine(OFFLINE));
    await link(page, t('p.act.ask')).click();
    await phone.question.fill(BEFORE);
    await sees(page.getByText(t('p.draft.kept')));
    await page.reload();
    await sees(phone.question);
    expect(await phone.question.inputValue()).toBe(BEFORE);
    await sees(page.getByText(t('ui.network.lost')));
    await phone.goTo('questions/mine');
    await sees(phone.mine(OFFLINE).getByText(t('ui.send.saved')).or(phone.mine(OFFLINE).getByText(t('ui.send.sending'))));
    expect(questions().some((question) => question.text === OFFLINE)).toBe(false);
    await proxy.restore();
    await moderator.until(() => questions().some((question) => question.text === OFFLINE), 'the question arrives', 60_000);
    await sees(phone.mine(OFFLINE).getByText(t('p.question.waiting')));
  });

  it('nobody saw another error', () => {
    expect(hall.faults()).toEqual([]);
  });
});
