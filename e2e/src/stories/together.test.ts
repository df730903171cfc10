import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { LiveClient } from '@tegerek/testkit';
import { findings } from '../browser/axe.js';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, link, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';
import { patiently } from '../world.js';

const TITLES = ['Биринчи сунуш', 'Экинчи сунуш', 'Үчүнчү сунуш'] as const;
const VOTERS = ['government-1', 'cso-1', 'cso-2', 'business-1', 'business-2'] as const;

/** In Kyrgyz, and every act of a person by keyboard alone. */
describe('a consent agenda with a pull-out, a pile confirmed by a second person, a decision that supersedes, a shortlist by lot', () => {
  const it = chapters();
  let hall: DemoHall;
  let chair: Console;
  let second: Console;
  let phone: Phone;
  const devices = new Map<string, LiveClient>();
  const ids = TITLES.map(() => randomUUID());

  beforeAll(async () => { hall = await startDemoHall(); }, 120_000);
  afterAll(() => hall.close());

  const panelId = () => hall.id('panel-2');
  const votes = () => Object.values(devices.get('government-1')?.state.snapshot.core.votes ?? {});
  const press = (name: string, args?: Record<string, unknown>, of: Console = chair): Promise<void> => of.press(name, args);
  const confirm = (name: string, args?: Record<string, unknown>, of: Console = chair): Promise<void> => of.confirm(name, args);
  const unfold = (of: Console, key: string): Promise<void> => of.person.hand.press(of.page.locator('summary').filter({ hasText: of.t(key) }));
  const cast = async (key: string, object: string, choice: unknown): Promise<void> => {
    const id = randomUUID();
    const reply = await patiently(() => (devices.get(key) as LiveClient).give('ballot.cast', { object, rev: 1, choice } as never, { id }));
    expect(reply).toMatchObject({ ok: true });
  };

  it('three proposals are ready, and people of three groups are here', async () => {
    for (const to of ['open', 'discussion', 'formulation'] as const) await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to });
    for (const [i, title] of TITLES.entries()) {
      const proposalId = ids[i] ?? '';
      const fields = { title, text: `${title}: иш пландын долбоору 10 күндө жарыялансын.`, addressee: 'Министрлик', responsible: 'Бөлүм', deadline: '2027', indicator: '', region: '' };
      await hall.give('rapporteur', 'proposal.submit', { proposalId, panelId: panelId(), language: 'ky', fields, fromQuestion: null });
      await hall.give('rapporteur', 'proposal.take-up', { proposalId });
      await hall.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    }
    await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to: 'decision' });
    for (const key of VOTERS) {
      devices.set(key, await hall.device(key, 'seat', ['panel-2']));
      await hall.give(key, 'seat.join', {});
    }
    chair = await Console.enter(await hall.person('together-moderator', { lang: 'ky', by: 'keyboard' }), 'demo', hall.link('moderator'), panelId());
    second = await Console.enter(await hall.person('together-second', { lang: 'ky', by: 'keyboard' }), 'demo', hall.link('rapporteur'), panelId());
    phone = await Phone.of(await hall.person('together-phone', { lang: 'ky', size: PHONE, by: 'keyboard' }), 'demo');
    await phone.open(hall.link('cso-1'));
    await phone.enter();
  });

  it('the room decides competing amendments in the stated order: the adopted one is the text at once, the other falls', async () => {
    const proposalId = ids[0] ?? '';
    const [wide, near] = [{ amendmentId: randomUUID(), text: 'Ар бир кварталдын аягында' }, { amendmentId: randomUUID(), text: '2028' }];
    for (const each of [near, wide]) await hall.give('cso-2', 'amendment.suggest', { ...each, proposalId, field: 'deadline', reason: '', rev: 1 });
    const desk = chair.page.getByRole('region', { name: chair.t('amend.desk') });
    await sees(desk.getByText(wide.text));
    await press('amend.down', { number: '2.3/2' });
    await press('amend.line-up');
    await chair.person.hand.type(chair.field('amend.reason'), 'Жылы айтылганы так');
    await press('amend.up', { number: '2.3/2' });
    await press('amend.line-up');
    await sees(desk.getByText(chair.t('amend.lined.departure')));
    await press('amend.next', { number: '2.3/2' });
    expect(await findings('/console, dialog amend.next', chair.page, false)).toEqual([]);
    await confirm('amend.next', { number: '2.3/2' });
    await phone.openVote('p.act.vote');
    await sees(phone.page.getByRole('insertion').filter({ hasText: wide.text }));
    await phone.cast('yes');
    await sees(phone.page.getByText(phone.t('p.vote.in')));
    const vote = votes().find(({ purpose }) => purpose === 'amendment');
    for (const key of ['government-1', 'cso-2', 'business-1', 'business-2']) await cast(key, vote?.voteId ?? '', 'yes');
    await press('console.vote.close');
    await confirm('console.vote.close');
    await sees(chair.result.getByText(chair.t('grade.consensus')));
    await sees(desk.getByText(chair.t('amend.fell', { number: '2.3/2' })));
    await phone.goTo(`proposal/${proposalId}`);
    await sees(phone.page.getByText(wide.text).first());
  });

  it('the moderator announces the three as one list; a phone pulls one out', async () => {
    await unfold(chair, 'votes.agenda');
    for (const title of TITLES) await chair.person.hand.check(chair.page.getByRole('checkbox', { name: new RegExp(title, 'u') }));
    await press('votes.agenda.list', { n: 3 });
    await sees(button(chair.page, chair.t('votes.agenda.drop')));
    const agendaId = Object.keys(devices.get('cso-1')?.state.snapshot.core.agendas ?? {})[0] ?? '';
    await phone.goTo(`agenda/${agendaId}`);
    await phone.pullOut(TITLES[2]);
    await sees(chair.page.getByRole('listitem').filter({ hasText: TITLES[2] }).getByText(chair.t('votes.agenda.pulled')));
  });

  it('the rest opens as one act; one seat votes on paper, a second person confirms with their own count', async () => {
    await press('votes.agenda.open');
    expect(await findings('/console, dialog votes.agenda.open', chair.page, false)).toEqual([]);
    await confirm('votes.agenda.open');
    await sees(chair.page.getByRole('heading', { name: chair.t('votes.agenda.stage', { n: 2 }) }));
    await unfold(chair, 'votes.paper');
    const number = String(devices.get('business-2')?.me?.number ?? 0);
    await chair.person.hand.type(chair.field('votes.paper.seats'), number);
    await press('votes.paper.mark');
    await sees(chair.page.getByText(chair.t('votes.paper.marked', { numbers: number })));
    await chair.person.hand.type(chair.page.getByLabel(chair.t('choice.yes'), { exact: true }), '1');
    await press('votes.paper.save');
    await sees(chair.page.getByText(chair.t('votes.paper.mine')));
    const theirs = second.dialog.getByLabel(second.t('choice.yes'), { exact: true });
    await second.person.hand.press(second.page.getByRole('button', { name: new RegExp(second.t('votes.paper.confirm.of', { group: '' }).trim(), 'u') }));
    await second.person.hand.type(theirs, '2');
    await second.person.hand.press(button(second.dialog, second.t('votes.paper.confirm')));
    await sees(second.dialog.getByText(second.t('refusal.paper.differs')));
    await second.person.hand.type(theirs, '1');
    await confirm('votes.paper.confirm', undefined, second);
    await seesNot(chair.page.getByText(chair.t('votes.paper.wait')));
  });

  it('one ballot on the phone stands for both; each is decided with a grade of its own', async () => {
    const items = votes().filter((vote) => vote.agendaId !== null && !vote.pulledOut);
    expect(items).toHaveLength(2);
    const box = items[0]?.agendaId ?? '';
    await phone.openVote('p.act.vote');
    await phone.person.hand.check(phone.page.getByRole('radio', { name: phone.t('choice.yes'), exact: true }));
    await phone.person.hand.press(button(phone.page, phone.t('p.agenda.cast', { choice: phone.t('choice.yes'), n: 2 })));
    await sees(phone.page.getByText(phone.t('p.vote.in')));
    for (const key of ['government-1', 'cso-2', 'business-1']) await cast(key, box, 'yes');
    await press('console.vote.close');
    await confirm('console.vote.close');
    await sees(chair.result);
    await sees(chair.result.getByText(chair.t('grade.consensus')));
    await sees(chair.result.getByText(chair.t('paper.title')));
    expect(votes().filter((vote) => vote.agendaId === box && vote.state === 'closed')).toHaveLength(2);
  });

  it('a correction on the consent scale supersedes; the phone says why it blocks, and leads from one result to the other', async () => {
    const [last] = votes().filter((vote) => vote.state === 'closed' && vote.purpose === 'decision').sort((a, b) => a.number.localeCompare(b.number));
    const number = last?.number ?? '';
    const { hand } = chair.person;
    await hand.press(chair.page.getByRole('button', { name: new RegExp(chair.t('votes.correct.of', { number: '' }).trim(), 'u') }));
    await hand.type(chair.field('votes.correct.reason', chair.dialog), 'Бизнес кечигип келди');
    await hand.choose(chair.dialog.getByRole('combobox', { name: chair.t('votes.rule.label') }), 'consent');
    const correcting = await chair.dialog.getByRole('heading').first().textContent();
    expect(correcting).toMatch(/2\.\d/u);
    await hand.press(chair.dialog.locator('.dialog-foot').getByRole('button'));
    await seesNot(chair.dialog);
    await phone.openVote('p.act.vote');
    await phone.person.hand.check(phone.page.getByRole('radio', { name: new RegExp(phone.t('choice.block'), 'u') }));
    await phone.person.hand.type(phone.page.getByRole('textbox', { name: new RegExp(phone.t('p.vote.block.reason'), 'u') }), 'Акча жок');
    await phone.person.hand.press(button(phone.page, phone.t('p.vote.cast', { choice: phone.t('choice.block') })));
    await sees(phone.page.getByText(phone.t('p.vote.in')));
    const running = votes().find((vote) => vote.state === 'open');
    for (const key of ['government-1', 'cso-2', 'business-1', 'business-2']) await cast(key, running?.voteId ?? '', 'support');
    await press('console.vote.close');
    await confirm('console.vote.close');
    await sees(chair.result.getByText('Акча жок'));
    await phone.goTo(`result/${running?.supersedes?.voteId ?? ''}`);
    await sees(phone.page.getByText(phone.t('super.by')));
    await phone.person.hand.press(link(phone.page, phone.t('super.see')));
    await sees(phone.page.getByText('Акча жок'));
    expect(number).not.toBe('');
  });

  it('the ranking has a shortlist of one; a tie in it waits for a public lot, drawn at the console', async () => {
    await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to: 'ranking' });
    await press('console.ranking.open');
    await chair.person.hand.choose(chair.dialog.getByRole('combobox', { name: chair.t('votes.shortlist') }), '1');
    await chair.person.hand.press(chair.dialog.locator('.dialog-foot').getByRole('button'));
    await seesNot(chair.dialog);
    await devices.get('government-1')?.until(() => votes().some((vote) => vote.purpose === 'ranking'), 'the ranking is open');
    const ranking = votes().find((vote) => vote.purpose === 'ranking');
    const order = ranking?.options.map(({ id }) => id) ?? [];
    await phone.openVote('p.act.rank');
    await phone.person.hand.press(button(phone.page, ranking?.options[0]?.title ?? ''));
    await phone.page.reload();
    await sees(button(phone.page, phone.t('p.rank.send', { n: 1 })));
    await cast('cso-2', ranking?.voteId ?? '', [...order].reverse());
    await phone.person.hand.press(button(phone.page, ranking?.options[1]?.title ?? ''));
    await phone.person.hand.press(button(phone.page, phone.t('p.rank.send', { n: 2 })));
    await sees(phone.page.getByText(phone.t('p.vote.in')));
    await press('console.vote.close');
    await confirm('console.vote.close');
    await press('votes.lot');
    for (const [i, box] of (await chair.dialog.getByRole('textbox').all()).entries()) await chair.person.hand.type(box, String(10 + i));
    await confirm('votes.lot');
    await sees(chair.result.getByText(chair.t('shortlist.title', { n: 1 })));
    await phone.goTo(`result/${ranking?.voteId ?? ''}`);
    await sees(phone.page.getByText(phone.t('shortlist.title', { n: 1 })));
    await phone.person.hand.press(phone.page.locator('summary').filter({ hasText: phone.t('explained.title') }));
    await sees(phone.page.locator('details[open] p').filter({ hasText: 'Тең чыгышты' }));
  });

  it('nobody met a fault', () => { expect(hall.faults()).toEqual([]); });
});
