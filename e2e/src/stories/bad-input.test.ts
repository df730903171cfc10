import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { formatCode, newCode } from '@tegerek/ballot';
import { LIMITS } from '@tegerek/contracts';
import { startCuttingProxy, type CuttingProxy } from '@tegerek/testkit';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, sees, seesNot } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

/** A code as another dialogue has them: well-formed, and of nobody here. */
const FOREIGN = newCode((bytes) => new Uint8Array(randomBytes(bytes)));
const REFUSED = /status of 4\d\d/u;
// the last: an attempt that hung in the cut connection and was given up
const CUT = /ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|WebSocket is closed before the connection is established/u;

describe('bad input is refused next to its field, and nothing typed is lost', () => {
  const it = chapters();
  let hall: DemoHall;
  let proxy: CuttingProxy;
  const codeOf = (key: string): string => hall.links.find((each) => each.key === key)?.code ?? '';
  const guest = async (name: string, url?: string): Promise<Phone> => {
    const person = await hall.person(name, { size: PHONE, ...(url === undefined ? {} : { url }) });
    person.faults.expect(REFUSED);
    return Phone.of(person, 'demo');
  };
  const fault = (phone: Phone, words: string) => phone.page.getByRole('alert').filter({ hasText: words });

  beforeAll(async () => {
    hall = await startDemoHall({ keepsShell: true });
    proxy = await startCuttingProxy({ target: hall.server.port });
    for (const to of ['open', 'discussion', 'formulation'] as const) await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to });
  }, 120_000);
  afterAll(async () => {
    await hall.close();
    await proxy.close();
  });

  it('codes: mistyped at once, foreign and revoked by the server; what was typed stays', async () => {
    const phone = await guest('codes');
    const { page, t } = phone;
    await page.goto(`${hall.url}/j/demo`);
    const right = codeOf('cso-9').replaceAll('-', '');
    const mistyped = `${right.slice(0, 12)}${right[12] === '7' ? '8' : '7'}${right.slice(13)}`;
    await phone.codeField.fill(mistyped);
    await sees(fault(phone, t('p.join.code.check')));
    expect(await phone.codeField.getAttribute('aria-invalid')).toBe('true');
    expect(await button(page, t('p.join.enter')).isDisabled()).toBe(true);
    await phone.codeField.fill(`${right}7`);
    await sees(fault(phone, t('p.join.code.long')));
    await hall.give('organizer', 'seat.revoke', { seatId: hall.id('cso-9'), reason: 'Дважды в списке' });
    for (const [code, refusal] of [[FOREIGN, 'refusal.code.wrong'], [right, 'refusal.code.revoked']] as const) {
      await phone.codeField.fill(code);
      await seesNot(page.getByRole('alert'));
      await button(page, t('p.join.enter')).click();
      await sees(fault(phone, t(refusal)));
      expect(await phone.codeField.inputValue()).toBe(formatCode(code));
    }
  });

  it('texts: empty ones do not go out, over-long ones are marked with what is too much', async () => {
    const phone = await guest('government-1');
    const { page, t } = phone;
    await phone.open(hall.link('government-1'));
    await phone.enter();
    await phone.goTo('ask');
    expect(await button(page, t('p.ask.send')).isDisabled()).toBe(true);
    await phone.question.fill('   ');
    expect(await button(page, t('p.ask.send')).isDisabled()).toBe(true);
    const long = 'ү'.repeat(LIMITS.question + 3);
    await phone.question.fill(long);
    await sees(page.getByText(t('ui.field.over', { over: 3 })));
    expect(await button(page, t('p.ask.send')).isDisabled()).toBe(true);
    expect(await phone.question.inputValue()).toBe(long);
    await page.reload();
    await sees(page.getByText(t('ui.field.over', { over: 3 })));
    expect(await phone.question.inputValue()).toBe(long);
  });

  it('out of phase, by the server\'s word: what was sent from a phone that knew no better is refused beside its text, which stays', async () => {
    const phone = await guest('cso-2', `http://127.0.0.1:${proxy.port}`);
    const { page, t } = phone;
    phone.person.faults.expect(CUT);
    await phone.open(hall.link('cso-2'));
    await phone.enter();
    await phone.goTo('ask');
    await phone.question.fill('Дойдёт ли до обсуждения?');
    await proxy.cut();
    await button(page, t('p.ask.send')).click();
    await sees(phone.mine('Дойдёт ли до обсуждения?'));
    const moderator = await hall.device('moderator', 'facilitator');
    const questions = () => Object.values(moderator.state.snapshot.panels[hall.id('panel-1')]?.questions ?? {});
    for (const proposalId of [hall.id('proposal-1')]) {
      await hall.give('rapporteur', 'proposal.take-up', { proposalId });
      await hall.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    }
    await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to: 'decision' });
    await proxy.restore();
    await sees(phone.mine('Дойдёт ли до обсуждения?').getByRole('alert').filter({ hasText: t('refusal.panel.phase') }));
    expect(questions()).toEqual([]);
    await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to: 'formulation', reason: 'Ещё раз' });
  });

  it('by the wrong role, by the server\'s word: a console whose person lost the role is told so beside the act', async () => {
    const person = await hall.person('moderator-2', { url: `http://127.0.0.1:${proxy.port}` });
    person.faults.expect(REFUSED, CUT);
    // a second capacity keeps the console open when the first one goes
    const panel = hall.id('panel-2');
    await hall.give('organizer', 'seat.set-roles', { seatId: hall.id('moderator-2'), roles: ['moderator', 'rapporteur'] });
    const setup = (await hall.device('organizer', 'facilitator', ['panel-2'])).state.snapshot.core.panels[panel];
    if (!setup) throw new Error('no panel 2');
    const { phase: _, rev: __, entered: ___, turn: ____, spokenMs: _____, poll: ______, ...kept } = setup;
    await hall.give('organizer', 'panel.set', { ...kept, rapporteurs: [...kept.rapporteurs, hall.id('moderator-2')] });
    const console = await Console.enter(person, 'demo', hall.link('moderator-2'), panel);
    await console.press('console.to.open');
    await proxy.cut();
    await button(console.dialog, console.t('console.to.open')).click();
    await hall.give('organizer', 'seat.set-roles', { seatId: hall.id('moderator-2'), roles: ['rapporteur'] });
    await proxy.restore();
    await sees(console.page.getByRole('alert').filter({ hasText: console.t('refusal.request.not-found') }));
  });

  it('out of phase: what was written is refused beside it and kept when the panel has moved on', async () => {
    const phone = await guest('cso-1');
    const { page, t } = phone;
    await phone.open(hall.link('cso-1'));
    await phone.enter();
    await phone.goTo('ask');
    await phone.question.fill('Успею ли я спросить?');
    await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to: 'decision' });
    await sees(fault(phone, t('refusal.panel.phase')));
    expect(await button(page, t('p.ask.send')).isDisabled()).toBe(true);
    expect(await phone.question.inputValue()).toBe('Успею ли я спросить?');
  });

  it('a ballot that arrives after the close is «не учтено», and the phone says so', async () => {
    const phone = await guest('business-1', `http://127.0.0.1:${proxy.port}`);
    phone.person.faults.expect(CUT);
    await phone.open(hall.link('business-1'));
    await phone.enter();
    const voteId = randomUUID();
    const moderator = await hall.device('moderator', 'facilitator');
    await hall.give('moderator', 'decision.open', { voteId, proposalId: hall.id('proposal-1'), electorate: 'present', rule: null, secret: false });
    await phone.openVote('p.act.vote');
    await phone.page.getByRole('radio', { name: phone.t('choice.yes'), exact: true }).check({ force: true });
    await proxy.cut();
    await phone.cast('yes');
    await sees(phone.page.getByText(phone.t('p.vote.queued')));
    await hall.give('moderator', 'vote.close', { voteId });
    await moderator.until(() => moderator.state.snapshot.core.votes[voteId]?.state === 'closed', 'the decision is closed', 60_000);
    await proxy.restore();
    await sees(phone.page.getByText(phone.t('p.vote.late')));
    const { result } = moderator.state.snapshot.core.votes[voteId] ?? {};
    expect((result as { overall: { cast: number } }).overall.cast).toBe(0);
  });

  it('by the wrong role: an observer is offered nothing, and the server refuses what is sent all the same', async () => {
    const phone = await guest('observer');
    await phone.reopen(hall.link('observer'));
    await phone.go('speak');
    await sees(phone.page.getByText(phone.t('p.observer.only')));
    expect(await button(phone.page, phone.t('p.act.speak')).count()).toBe(0);
    const device = await hall.device('observer');
    const panelId = hall.id('panel-1');
    for (const over of ['socket', 'http'] as const) {
      expect(await device.give('hand.raise', { handId: randomUUID(), panelId, kind: 'reply' }, { over })).toMatchObject({ ok: false, code: 'request.not-found' });
      expect(await device.give('panel.move-phase', { panelId, to: 'ranking' }, { over })).toMatchObject({ ok: false, code: 'request.not-found' });
    }
  });

  it('a wrong code of a screen is refused next to its field', async () => {
    const person = await hall.person('moderator');
    person.faults.expect(REFUSED);
    const console = await Console.enter(person, 'demo', hall.link('moderator'), hall.id('panel-1'));
    await console.press('console.screen.pair');
    const code = console.field('console.screen.code', console.dialog);
    await code.fill('ZZZZZZ');
    await button(console.dialog, console.t('console.screen.pair-confirm')).click();
    await sees(console.dialog.getByRole('alert').filter({ hasText: console.t('refusal.screen.code') }));
    expect([await code.inputValue(), await code.getAttribute('aria-invalid')]).toEqual(['ZZZZZZ', 'true']);
  });

  it('nobody saw another error', () => {
    expect(hall.faults()).toEqual([]);
  });
});
