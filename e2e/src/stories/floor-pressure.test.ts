import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { findings } from '../browser/axe.js';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, dialog, link, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

const MINE = 'Коомдук текшерүү качан башталат?';
const TWIN = 'Коомдук текшерүү кайсы айда башталат?';
const OTHER = 'Бюджет угуулары ачык өтөбү?';
const DULL = 'Түшкү тамак качан?';

describe('a floor under pressure: two moderators at once, phones in Kyrgyz', () => {
  const it = chapters();
  let hall: DemoHall;
  let mine: Phone;
  let twin: Phone;
  let first: Console;
  let second: Console;
  const panelId = () => hall.id('panel-1');
  const row = (at: { page: Phone['page'] }, text: string) => at.page.getByRole('main').getByRole('listitem').filter({ hasText: text });

  /** Nothing for a screen reader or a keyboard to stumble over. */
  const isAccessible = async ({ page }: { page: Phone['page'] }) => { expect(await findings(new URL(page.url()).pathname, page)).toEqual([]); };

  beforeAll(async () => {
    hall = await startDemoHall();
    for (const to of ['open', 'discussion'] as const) await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to });
    const enter = async (key: string) => {
      const phone = await Phone.of(await hall.person(key, { lang: 'ky', size: PHONE }), 'demo');
      await phone.open(hall.link(key));
      await phone.enter();
      return phone;
    };
    [mine, twin] = await Promise.all([enter('cso-1'), enter('business-1')]);
    [first, second] = await Promise.all([
      Console.enter(await hall.person('moderator', { lang: 'ky', size: [1024, 768] }), 'demo', hall.link('moderator'), panelId()),
      Console.enter(await hall.person('moderator-2', { lang: 'ky' }), 'demo', hall.link('moderator-2'), panelId()),
    ]);
  }, 180_000);
  afterAll(() => hall.close());

  it('questions go to the panel and to a group, one without a name', async () => {
    await mine.ask(MINE, { anonymous: true });
    await twin.go('questions');
    await twin.page.getByRole('link', { name: twin.t('p.act.ask'), exact: true }).click();
    await twin.page.getByRole('combobox', { name: twin.t('p.ask.to') }).selectOption(`group:${hall.id('government')}`);
    await twin.question.fill(TWIN);
    await button(twin.page, twin.t('p.ask.send')).click();
    await sees(twin.mine(TWIN));
    for (const [key, text] of [['government-1', OTHER], ['cso-2', DULL]] as const) await hall.give(key, 'question.ask', { questionId: hall.id(text), panelId: panelId(), text, language: 'ky', anonymous: false, toSeat: null });
    await sees(first.waiting(DULL));
  });

  it('many are approved at once; one is declined and the refusal taken back', async () => {
    await first.page.keyboard.press('j');
    for (const text of [MINE, TWIN, OTHER]) await row(first, text).getByRole('checkbox').check({ force: true });
    await button(first.page, first.t('console.bulk.approve', { n: 3 })).click();
    await seesNot(first.waiting(OTHER));
    await second.decline(DULL, 'Тема боюнча эмес');
    await sees(button(second.page, second.t('console.undo')));
    await second.page.keyboard.press('u');
    await sees(second.waiting(DULL));
  });

  it('duplicates are merged: each author sees where theirs went, supports are counted once', async () => {
    await twin.go('questions');
    await button(twin.page, twin.t('p.questions.newest')).click();
    await twin.support(OTHER);
    await mine.go('questions');
    await button(mine.page, mine.t('p.questions.newest')).click();
    await mine.support(TWIN);
    await button(first.page, first.t('console.desk.public', { n: 3 })).click();
    for (const text of [MINE, TWIN]) await row(first, text).getByRole('checkbox').check({ force: true });
    await button(first.page, first.t('console.bulk.merge')).click();
    await isAccessible(first);
    await dialog(first.page).getByRole('radio', { name: MINE }).check({ force: true });
    await first.confirm('console.merge.confirm');
    await isAccessible(first);
    await button(twin.page, twin.t('p.questions.mine', { count: 1 })).click();
    await sees(twin.page.getByText(twin.t('p.question.merged.into')));
    await sees(twin.page.getByText(MINE));
    await sees(row(mine, MINE).getByText(mine.t('p.question.also', { n: 1 })));
    await sees(row(mine, MINE).getByRole('button', { name: mine.t('p.support.own', { n: 1 }) }));
  });

  it('what one moderator pins leads on every phone', async () => {
    await second.page.keyboard.press('j');
    await button(second.page, second.t('console.desk.public', { n: 2 })).click();
    await button(row(second, OTHER), second.t('console.question.pin')).click();
    await sees(row(mine, OTHER).getByText(mine.t('p.question.pinned')));
    expect(await mine.page.getByRole('main').getByRole('listitem').first().textContent()).toContain(OTHER);
    for (const console of [first, second]) await console.page.keyboard.press('Escape');
  });

  it('somebody without a phone is put into the queue; two moderators press «next» together and skip nobody', async () => {
    await mine.raiseHand();
    await first.page.keyboard.press('h');
    await dialog(first.page).getByRole('searchbox').fill(String((await hall.device('government-1')).me?.number ?? 0));
    await dialog(first.page).getByRole('listitem').getByRole('button').first().click();
    await first.confirm('console.enter.confirm');
    const queue = (console: Console) => console.page.getByRole('region', { name: console.t('console.queue') }).getByRole('listitem').filter({ has: console.page.getByRole('button', { name: console.t('console.queue.give') }) });
    await Promise.all([first, second].map(async (console) => { await queue(console).nth(1).waitFor(); }));
    await Promise.all([first.page.keyboard.press('n'), second.page.keyboard.press('n')]);
    await Promise.all([first, second].map((console) => sees(button(console.page, console.t('console.floor.pause')))));
    const turns = await hall.server.database.query('SELECT seat_id AS seat, ended_at AS ended FROM speakers.turn WHERE space = $1 ORDER BY started_at', [hall.space]) as { seat: string; ended: string | null }[];
    const up = await hall.server.database.query('SELECT seat_id AS seat FROM speakers.hand WHERE space = $1 AND is_up', [hall.space]) as { seat: string }[];
    // either the second press was refused, or it came after the first was seen: nobody is lost, and each got the floor at most once
    expect([...turns, ...up].map(({ seat }) => seat).sort()).toEqual([hall.id('cso-1'), hall.id('government-1')].sort());
    expect(turns.filter(({ ended }) => ended === null)).toHaveLength(1);
  });

  it('a pause stops every clock at the same figure, and a minute is added once', async () => {
    await second.page.keyboard.press('t');
    await Promise.all([first, second].map((console) => sees(button(console.page, console.t('console.floor.resume')))));
    const timer = async (at: { page: Phone['page'] }) => { await sees(at.page.locator('.timer.paused')); return at.page.locator('.timer.paused').first().textContent(); };
    await mine.go('now');
    const figures = await Promise.all([first, second, mine].map(timer));
    expect(new Set(figures).size).toBe(1);
    await button(first.page, first.t('console.floor.resume')).click();
    await sees(button(second.page, second.t('console.floor.pause')));
    await seesNot(mine.page.locator('.timer.paused'));
    await Promise.all([first, second].map((console) => console.page.keyboard.press('x')));
    await sees(first.page.getByText(first.t('console.of-limit', { limit: '4:00' })));
    await first.page.keyboard.press('y');
    await sees(dialog(first.page).getByRole('table', { name: first.t('console.time.by-person') }));
    await isAccessible(first);
    await button(dialog(first.page), first.t('ui.close')).last().click();
  });

  it('the minutes write themselves, what is typed stands between, and staff alone take them as a document', async () => {
    await second.writeMinutes('Айыл өкмөттөрү убада берди.');
    await second.page.keyboard.press('m');
    await sees(second.page.getByRole('listitem').filter({ hasText: 'Этап: талкуу.' }));
    const path = (format: string) => `${hall.url}/api/dialogues/${hall.space}/minutes/${panelId()}.${format}?lang=ky`;
    const markdown = await (await second.page.request.get(path('md'))).text();
    for (const words of ['Протокол: 1', 'Этап: талкуу', 'Айыл өкмөттөрү убада берди']) expect(markdown).toContain(words);
    // with names unless they are asked away
    const nameless = await (await second.page.request.get(`${path('md')}&names=none`)).text();
    expect(markdown).toContain('Нурлан Суусамыров');
    expect(nameless).not.toContain('Суусамыров');
    await second.page.getByRole('checkbox', { name: second.t('console.minutes.nameless') }).check({ force: true });
    expect(await link(second.page, 'PDF').getAttribute('href')).toMatch(/&names=none$/u);
    const docx = await second.page.request.get(path('docx'));
    expect([docx.status(), (await docx.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await (await second.page.request.get(path('pdf'))).body()).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await second.page.request.get(path('html'))).headers()['content-security-policy']).toContain("default-src 'none'");
    for (const stranger of [mine, twin]) expect((await stranger.page.request.get(path('md'))).status()).toBe(404);
    expect((await second.page.request.get(path('exe'))).status()).toBe(404);
  });

  it('a long list holds few rows at a time; a question far down it is found and supported', async () => {
    const askers = ['government', 'cso', 'business'].flatMap((group) => [3, 4, 5, 6, 7, 8, 9, 10].map((n) => `${group}-${n}`));
    await Promise.all(askers.map(async (key, at) => {
      for (let n = 0; n < 6; n += 1) {
        const questionId = randomUUID();
        await hall.give(key, 'question.ask', { questionId, panelId: panelId(), text: `Кезектеги суроо ${at * 6 + n}.`, language: 'ky', anonymous: false, toSeat: null });
        await hall.give('moderator', 'question.approve', { questionId });
      }
    }));
    await mine.go('questions');
    const rows = mine.page.getByRole('main').getByRole('listitem');
    const last = mine.page.locator('[aria-setsize]').first();
    await sees(last);
    expect(Number(await last.getAttribute('aria-setsize'))).toBeGreaterThan(140);
    expect(await rows.count()).toBeLessThan(60);
    await mine.page.getByRole('searchbox').fill('суроо 3.');
    await mine.support('Кезектеги суроо 3.');
  });

  it('nobody saw an error', () => { expect(hall.faults()).toEqual([]); });
});
