import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, sees } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

/** An address of this machine that a phone in the hall could use; without a network, a name that the browser takes to be one. */
const NAME = 'tegerek.example';
const address = Object.values(networkInterfaces()).flat().find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? NAME;

describe('phones in a hall are not localhost: plain http at a LAN address', () => {
  const it = chapters();
  let hall: DemoHall;
  let url: string;
  let phones: Phone[];
  const panelId = () => hall.id('panel-1');

  beforeAll(async () => {
    hall = await startDemoHall({ host: '0.0.0.0', args: [`--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
    url = `http://${address}:${hall.server.port}`;
  }, 120_000);
  afterAll(() => hall.close());

  it('no secure context there, and the code that is typed opens the seat all the same', async () => {
    phones = [];
    for (const key of ['government-1', 'cso-1', 'business-1']) {
      const phone = await Phone.of(await hall.person(key, { size: PHONE, url }), 'demo');
      phones.push(phone);
      await phone.typeCode(hall.links.find((each) => each.key === key)?.code ?? '');
      await sees(phone.page.getByText(phone.t('p.welcome.isYou')));
      expect(await phone.page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID])).toEqual([false, 'undefined', 'undefined']);
      await phone.enter();
    }
  });

  /** No Web Locks here: the two tabs of a phone agree by a lease which of them sends. */
  async function twoTabs(phone: Phone | undefined, moderator: Console): Promise<void> {
    if (phone === undefined) throw new Error('nobody came in');
    const second = await phone.person.context.newPage();
    const texts = ['Из первой вкладки', 'Из второй вкладки'];
    await Promise.all([phone.page, second].map(async (page, i) => {
      await page.goto(`${url}/d/demo/ask`);
      expect(await page.evaluate(() => typeof navigator.locks)).toBe('undefined');
      await page.getByRole('textbox').fill(texts[i] ?? '');
      await button(page, phone.t('p.ask.send')).click();
    }));
    for (const text of texts) {
      await sees(moderator.waiting(text));
      await sees(phone.mine(text).getByText(phone.t('p.question.waiting')));
      expect([await moderator.waiting(text).count(), await phone.mine(text).count()]).toEqual([1, 1]);
    }
    await second.close();
  }

  it('asks, votes and ranks; the console works there too', async () => {
    const moderator = await Console.enter(await hall.person('moderator', { url }), 'demo', hall.link('moderator'), panelId());
    await moderator.moveTo('open');
    await phones[0]?.ask('Слышно ли меня без шифрования?');
    await moderator.approve('Слышно ли меня без шифрования?');
    await twoTabs(phones[1], moderator);
    await moderator.moveTo('discussion');
    await moderator.moveTo('formulation');
    for (const key of ['proposal-1', 'proposal-2']) {
      await hall.give('rapporteur', 'proposal.take-up', { proposalId: hall.id(key) });
      await hall.give('rapporteur', 'proposal.mark-ready', { proposalId: hall.id(key), ready: true });
    }
    await moderator.moveTo('decision');
    for (const number of ['1.1', '1.2']) {
      await moderator.openDecision(number);
      for (const phone of phones) await phone.vote('yes');
      await moderator.closeVote();
    }
    await moderator.moveTo('ranking');
    await moderator.openRanking(2);
    for (const phone of phones) await phone.rank(['Рабочие группы планирования из трёх сторон', 'Проекты планов публикуются до утверждения']);
    await moderator.closeVote();
    await sees(moderator.result.getByText('Рабочие группы планирования из трёх сторон'));
  });

  it('nobody saw an error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
