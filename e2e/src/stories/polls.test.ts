import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { startCuttingProxy, type CuttingProxy, type LiveClient } from '@tegerek/testkit';
import type { Lang, PollBody } from '@tegerek/contracts';
import type { Page } from 'playwright-core';
import { findings } from '../browser/axe.js';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, SCREEN, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, dialog, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';
import { Organizer } from '../browser/organizer.js';
import { PollDesk } from '../browser/poll-desk.js';
import { Projector } from '../browser/projector.js';

const QUESTION = { ru: 'Что важнее всего?', ky: 'Эң маанилүүсү эмне?', en: 'What matters most?' };
const OPTIONS = [{ ru: 'Вода', ky: 'Суу', en: 'Water' }, { ru: 'Дороги', ky: 'Жолдор', en: 'Roads' }, { ru: 'Школы', ky: 'Мектептер', en: 'Schools' }] as const;
const OWN: Record<Lang, string> = { ru: 'Русский', ky: 'Кыргызча', en: 'English' };
/** Others in the hall, without a browser: more than the floor in each group. */
const OTHERS = ['government', 'cso', 'business'].flatMap((group) => [2, 3, 4, 5, 6].map((n) => `${group}-${n}`));

describe('polls: three phones in three languages, hidden, then shown', () => {
  const it = chapters();
  let hall: DemoHall;
  let proxy: CuttingProxy;
  let desk: Console;
  let polls: PollDesk;
  let screen: Projector;
  let overlay: Projector;
  let phones: Phone[];
  let others: LiveClient[];

  const panelId = () => hall.id('panel-1');
  const held = () => Object.values(others[0]?.state.snapshot.panels[panelId()]?.polls ?? {});
  const open = async (body: PollBody, durationMs: number | null = null) => {
    const pollId = randomUUID();
    await hall.give('moderator', 'poll.draft', { pollId, panelId: panelId(), setup: { question: QUESTION, body, named: false, durationMs, showAtClose: false } });
    await hall.give('moderator', 'poll.open', { pollId });
    return pollId;
  };
  /** The hall answers by socket; the first of the others waits until it knows the poll. */
  const answer = async (pollId: string, choice: (i: number) => unknown) => {
    await others[0]?.until(() => held().some((poll) => poll.pollId === pollId), 'the poll is known');
    for (const [i, device] of others.entries()) expect((await device.give('poll.answer', { object: pollId, rev: 1, choice: choice(i) } as never)).ok).toBe(true);
  };
  const finish = async (pollId: string) => {
    await hall.give('moderator', 'poll.close', { pollId });
    await hall.give('moderator', 'poll.show', { pollId, shown: true });
  };
  const accepted = (phone: Phone) => sees(phone.page.getByText(phone.t('ui.send.accepted')));
  const axe = (page: Page) => findings(new URL(page.url()).pathname, page);

  beforeAll(async () => {
    hall = await startDemoHall({ keepsShell: true });
    proxy = await startCuttingProxy({ target: hall.server.port });
    await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to: 'open' });
    others = await Promise.all(OTHERS.map((key) => hall.device(key)));
    phones = await Promise.all((['ru', 'ky', 'en'] as const).map(async (lang, i) => {
      const phone = await Phone.of(await hall.person(`phone-${lang}`, { size: PHONE, lang }), 'demo');
      const key = ['government-1', 'cso-1', 'business-1'][i] ?? '';
      await phone.open(hall.link(key));
      await phone.enter();
      return phone;
    }));
    desk = await Console.enter(await hall.person('moderator'), 'demo', hall.link('moderator'), panelId());
    polls = new PollDesk(desk);
    const screenPerson = await hall.person('screen', { size: SCREEN, lang: 'ky', url: `http://127.0.0.1:${proxy.port}` });
    screenPerson.faults.expect(/ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/u);
    screen = await Projector.open(screenPerson);
    overlay = await Projector.open(await hall.person('overlay', { size: SCREEN, lang: 'en' }), '?overlay=line');
    for (const [projector, language] of [[screen, 'ky'], [overlay, 'en']] as const) {
      await hall.give('moderator', 'screen.pair', { screenId: randomUUID(), code: await projector.code(), name: `Экран ${language}`, language, panelId: panelId() });
    }
  }, 180_000);
  afterAll(async () => {
    await hall.close();
    await proxy.close();
  });

  it('the moderator prepares one in three languages and opens it in one tap', async () => {
    await polls.open();
    await polls.draft('single', QUESTION, OPTIONS, OWN);
    await button(polls.row(QUESTION), desk.t('pd.open')).click();
    await sees(desk.page.getByText(desk.t('pd.hidden-totals')));
    expect(await axe(desk.page)).toEqual([]);
    await button(desk.page.getByRole('region', { name: desk.t('pd.poll') }), desk.t('console.show-hall')).click();
    await sees(screen.page.getByText(QUESTION.ky));
    await sees(overlay.page.getByText(QUESTION.en));
  });

  it('each phone answers by one tap in its language, and may change it while the poll is open', async () => {
    for (const phone of phones) {
      await phone.page.getByRole('radio', { name: OPTIONS[0][phone.person.lang] }).click({ force: true });
      await accepted(phone);
    }
    const [, ky] = phones;
    await ky?.page.getByRole('radio', { name: OPTIONS[1].ky }).click({ force: true });
    await others[0]?.until(() => held().length === 1, 'the poll is known');
    const [poll] = held();
    await answer(poll?.pollId ?? '', (i) => (poll?.setup.body.kind === 'single' ? poll.setup.body.options[i % 3]?.id : ''));
    await sees(screen.page.getByText(screen.t('poll.answered', { n: 18, base: 18 })));
    expect(ky === undefined ? null : await axe(ky.page)).toEqual([]);
  });

  it('after the close nobody sees the result until it is shown; then the hall and every phone do', async () => {
    await button(desk.page, desk.t('pd.close')).click();
    await sees(desk.page.getByText(desk.t('pd.kept-hidden')));
    const [ru] = phones;
    if (!ru) throw new Error('no phone');
    await seesNot(ru.page.getByRole('radio'));
    expect(await ru.page.locator('.poll-bars').count()).toBe(0);
    await button(desk.page, desk.t('pd.show')).click();
    for (const page of [screen.page, overlay.page, ...phones.map((phone) => phone.page)]) await sees(page.locator('.poll-bars'));
    await sees(ru.page.getByText(ru.t('poll.of', { n: 7, base: 18 })));
    expect(await axe(screen.page)).toEqual([]);
    expect(await axe(ru.page)).toEqual([]);
  });

  it('the overlay lets the picture through', async () => {
    const png = (await overlay.page.screenshot({ omitBackground: true })).toString('base64');
    const [corner, plate] = await overlay.page.evaluate(async (data) => {
      const image = new Image();
      const url = URL.createObjectURL(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
      await new Promise((resolve) => { image.onload = resolve; image.onerror = resolve; image.src = url; });
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      const alpha = (x: number, y: number) => context?.getImageData(x, y, 1, 1).data[3] ?? -1;
      return [alpha(20, 20), alpha(image.width / 2, image.height - 80)];
    }, png);
    expect(corner).toBe(0);
    expect(plate).toBeGreaterThan(200);
  });

  it('a half-ordered ranking outlives others’ events, and a reload', async () => {
    const [ru] = phones;
    if (!ru) throw new Error('no phone');
    const options = OPTIONS.map((title) => ({ id: randomUUID(), title }));
    const pollId = await open({ kind: 'ranking', options });
    for (const title of ['Школы', 'Вода']) await button(ru.page, title).click();
    const before = others[0]?.state.seq ?? 0;
    for (let i = 0; i < 10; i += 1) await hall.give('moderator', 'minutes.add', { entryId: randomUUID(), panelId: panelId(), text: `Запись ${i}` });
    await others[0]?.until(() => (others[0]?.state.seq ?? 0) >= before + 10, 'ten entries');
    const order = () => ru.page.locator('.rank > li').allTextContents();
    const kept = await order();
    expect(kept[0]).toContain('Школы');
    expect(kept[1]).toContain('Вода');
    await ru.page.reload();
    await sees(ru.page.locator('.rank'));
    // the kept view stands first and the live one takes its place
    await ru.page.waitForFunction((wanted) => [...document.querySelectorAll('.rank > li')].map((row) => row.textContent).join('|') === wanted, kept.join('|'));
    await button(ru.page, ru.t('p.poll.send')).click();
    await accepted(ru);
    await answer(pollId, () => options.map(({ id }) => id));
    await finish(pollId);
    await sees(ru.page.getByText(ru.t('poll.points', { n: 31 })));
  });

  it('several, a scale, short texts and the temperature are answered and shown alike', async () => {
    const [ru, ky, en] = phones;
    if (!ru || !ky || !en) throw new Error('no phones');
    const options = OPTIONS.map((title) => ({ id: randomUUID(), title }));
    const several = await open({ kind: 'multiple', options, most: 2 });
    for (const { en: title } of OPTIONS.slice(0, 2)) await en.page.getByRole('checkbox', { name: title }).check({ force: true });
    await button(en.page, en.t('p.poll.send')).click();
    await accepted(en);
    await answer(several, () => [options[0]?.id]);
    await finish(several);
    await sees(en.page.getByText(en.t('poll.of', { n: 16, base: 16 })));
    const scale = await open({ kind: 'scale', steps: 5, low: { ky: 'начар' }, high: { ky: 'жакшы' } });
    await ky.page.getByRole('radio', { name: '4', exact: true }).click({ force: true });
    await accepted(ky);
    await answer(scale, () => 4);
    await finish(scale);
    await sees(ky.page.getByText(ky.t('poll.mean', { value: '4,0', steps: 5 })));
    const texts = await open({ kind: 'text' });
    await ru.page.getByRole('textbox', { name: ru.t('p.poll.words') }).fill('Чистая вода!');
    await button(ru.page, ru.t('p.poll.send')).click();
    await accepted(ru);
    await answer(texts, (i) => (i % 2 === 0 ? 'чистая вода' : 'Дороги'));
    await finish(texts);
    await sees(ru.page.locator('.cloud .word').filter({ hasText: 'чистая вода' }));
    const heat = await open({ kind: 'temperature' }, 600_000);
    await en.page.getByRole('radio', { name: en.t('poll.level.mixed') }).click({ force: true });
    await accepted(en);
    await answer(heat, () => 'good');
    await finish(heat);
    await sees(en.page.getByText(en.t('poll.of', { n: 15, base: 16 })));
    await hall.give('moderator', 'screen.show', { panelId: panelId(), view: { kind: 'poll', panelId: panelId(), pollId: heat } });
    await sees(screen.page.getByText(screen.t('poll.of', { n: 15, base: 16 })));
  });

  it('without its network the screen keeps its last frame and says nothing; it follows again afterwards', async () => {
    await proxy.cut();
    await hall.give('moderator', 'screen.show', { panelId: panelId(), view: { kind: 'break', text: { ky: 'Чай' } } });
    await sees(overlay.page.getByText(overlay.t('hall.break')));
    await sees(screen.page.getByText(screen.t('poll.of', { n: 15, base: 16 })));
    expect(await screen.page.getByRole('alert').count()).toBe(0);
    await proxy.restore();
    await sees(screen.page.getByText('Чай'));
  });

  it('the moderator looks at the very frame before it is shown, goes back to the one before, and takes the console', async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: desk.t('console.screen.preview-of') }).click();
    await sees(dialog(desk.page).frameLocator('iframe').locator('.hall'));
    await desk.page.keyboard.press('Escape');
    await seesNot(dialog(desk.page));
    await desk.page.keyboard.press('z');
    await sees(screen.page.getByText(screen.t('poll.of', { n: 15, base: 16 })));
    await desk.page.keyboard.press('k');
    await seesNot(screen.page.locator('.poll-bars'));
    // the second is asked for while the first is on its way: the hall ends at what was asked for last
    await desk.page.keyboard.press('k');
    await desk.page.keyboard.press('z');
    await sees(screen.page.getByText(screen.t('poll.of', { n: 15, base: 16 })));
    await desk.page.getByRole('button', { name: desk.t('lead.take') }).click();
    await sees(desk.page.getByText(desk.t('lead.me')));
    await hall.give('organizer', 'console.hand-over', { panelId: panelId(), from: hall.id('moderator'), to: hall.id('organizer') });
    await sees(desk.page.getByText(desk.t('lead.who', { name: hall.links.find(({ key }) => key === 'organizer')?.name ?? '' })));
  });

  it('a paired screen changes its language from the console, is let go, and shows a code again', async () => {
    await hall.give('moderator', 'screen.show', { panelId: panelId(), view: { kind: 'break', text: {} } });
    await sees(overlay.page.getByText(overlay.t('hall.break')));
    await button(desk.page, desk.t('screens.title')).click();
    const line = dialog(desk.page).getByRole('listitem').filter({ hasText: 'Экран en' });
    await line.getByRole('combobox').selectOption({ label: OWN.ky });
    await sees(overlay.page.getByText(screen.t('hall.break')));
    expect(await axe(desk.page)).toEqual([]);
    await button(line, desk.t('screens.release-of', { name: 'Экран en' })).click();
    await button(dialog(desk.page), desk.t('screens.release')).click();
    await sees(overlay.page.locator('.pair-code'));
    await sees(screen.page.getByText(screen.t('hall.break')));
  });

  it('a screen outside the panels is led from the desk: what it shows, its panel, its release; a console takes it as well', async () => {
    const organizer = await Organizer.enter(await hall.person('organizer'), hall.link('organizer'));
    const { page, t } = organizer;
    await hall.give('organizer', 'screen.pair', { screenId: randomUUID(), code: await overlay.code(), name: 'Фойе', language: 'en', panelId: null });
    await organizer.press('console.screen.text');
    await organizer.dialog.getByRole('textbox').nth(2).fill('Registration is upstairs');
    await organizer.confirm('console.show-hall');
    await sees(overlay.page.getByText('Registration is upstairs'));
    await organizer.press('screens.title');
    const line = organizer.dialog.getByRole('listitem').filter({ hasText: 'Фойе' });
    const follow = line.getByRole('combobox', { name: t('console.screen.panel') });
    await follow.selectOption(panelId());
    await sees(overlay.page.getByText(overlay.t('hall.break')));
    expect(await axe(page)).toEqual([]);
    await follow.selectOption('');
    await sees(overlay.page.getByText('Registration is upstairs'));
    await button(dialog(desk.page), desk.t('screens.here-of', { name: 'Фойе' })).click();
    await sees(overlay.page.getByText(overlay.t('hall.break')));
    await button(line, t('screens.release-of', { name: 'Фойе' })).click();
    await button(organizer.dialog, t('screens.release')).click();
    await sees(overlay.page.locator('.pair-code'));
  });

  it('nobody saw an error', () => { expect(hall.faults()).toEqual([]); });
});
