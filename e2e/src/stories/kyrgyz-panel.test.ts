import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { authKeyHash, authKeyOf, newCode, secretOf } from '@tegerek/ballot';
import { LiveClient } from '@tegerek/testkit';
import { chapters } from '../browser/chapters.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { sees } from '../browser/person.js';
import { Phone } from '../browser/phone.js';
import { messagesOf } from '../browser/texts.js';
import { patiently } from '../world.js';

const GROUPS = ['government', 'cso', 'business'] as const;
/** Thirty phones without a browser, ten of each group. */
const KEYS = GROUPS.flatMap((group) => Array.from({ length: 10 }, (_, i) => `${group}-${i + 1}`));
const NAMES = ['Асел Үлгүлүү', 'Бакыт Үлгүлүү', 'Чынар Үлгүлүү'];
const QUESTION = 'Айыл долбоорлору качан жарыяланат?';
const TITLES = ['Долбоорлор алдын ала жарыяланат', 'Ар бир сунушка он күндө жооп берилет'];

interface Mark { seq: number; hash: string; panels: string[] }

describe('a panel of thirty phones, and three browsers at 360×640 in Kyrgyz', () => {
  const it = chapters();
  let hall: DemoHall;
  let phones: Phone[];
  let russian: string[];
  const devices: LiveClient[] = [];
  const authKeys: string[] = [];
  const panelId = () => hall.id('panel-1');
  const first = () => devices[0] as LiveClient;
  const everybody = (act: (device: LiveClient, i: number) => ReturnType<LiveClient['give']>) => Promise.all(devices.map(async (device, i) => { expect(await patiently(() => act(device, i))).toMatchObject({ ok: true }); }));
  const give = (name: Parameters<DemoHall['give']>[1], payload: object) => hall.give('moderator', name, payload as never);
  const move = (to: string) => give('panel.move-phase', { panelId: panelId(), to });
  const knowsVote = (voteId: string, state: string) => first().until(() => first().state.snapshot.core.votes[voteId]?.state === state, `${voteId} is ${state}`, 60_000);

  /** Nothing of the Russian catalogue stands on a Kyrgyz screen. */
  async function isKyrgyz(): Promise<void> {
    for (const { page } of phones) {
      const text = await page.locator('body').innerText();
      expect(russian.filter((words) => text.includes(words))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('ky');
    }
  }

  /** A seat beyond the demo's, with the link on its badge. */
  async function seatOf(i: number): Promise<string> {
    const code = newCode((n) => randomBytes(n));
    const key = authKeyOf(await secretOf(code, hall.space), hall.space);
    const seat = { seatId: randomUUID(), number: 500 + i, groupId: hall.id(GROUPS[i] ?? 'cso'), roles: [], name: NAMES[i] ?? '', organisation: 'Мисал', position: '', region: 'Чүй', language: 'ky' as const, authKeyHash: authKeyHash(key) };
    authKeys.push(key);
    await hall.give('organizer', 'seat.add', { seats: [seat] });
    return `/j/demo#${code}`;
  }

  beforeAll(async () => {
    hall = await startDemoHall();
    await give('panel.move-phase', { panelId: panelId(), to: 'open' });
    for (const key of KEYS) devices.push(await hall.device(key));
    await everybody((device) => device.give('seat.join', {}));
    const [ru, ky] = [await messagesOf('phone', 'ru'), await messagesOf('phone', 'ky')];
    russian = Object.entries(ru).filter(([key, words]) => words.length > 9 && !/[{}<]/u.test(words) && ky[key] !== words && /[а-яё]{4}/iu.test(words)).map(([, words]) => words);
    phones = [];
    for (const [i, name] of NAMES.entries()) {
      const phone = await Phone.of(await hall.person(name, { size: PHONE, lang: 'ky' }), 'demo');
      await phone.open(await seatOf(i));
      await phone.enter();
      phones.push(phone);
    }
  }, 180_000);
  afterAll(async () => {
    for (const device of devices) device.close();
    await hall.close();
  });

  it('everybody asks, supports and raises a hand; the three do it by their screens', async () => {
    expect(russian.length).toBeGreaterThan(150);
    await everybody((device, i) => device.give('question.ask', { questionId: randomUUID(), panelId: panelId(), text: `${i + 1}-телефондун суроосу`, language: 'ky', anonymous: false, toSeat: null }));
    await phones[0]?.ask(QUESTION);
    const staff = await hall.device('moderator', 'facilitator');
    const waiting = () => Object.values(staff.state.snapshot.panels[panelId()]?.questions ?? {}).filter((question) => question.status === 'waiting');
    await staff.until(() => waiting().length === 31, 'thirty-one wait', 60_000);
    const [mine] = waiting().filter((question) => question.text === QUESTION);
    await give('question.approve-many', { panelId: panelId(), questionIds: waiting().map((question) => question.questionId) });
    await everybody((device) => device.give('question.support', { object: mine?.questionId ?? '', rev: 1, choice: true }));
    for (const phone of phones.slice(1)) {
      await phone.go('questions');
      await phone.support(QUESTION);
    }
    await isKyrgyz();
    await move('discussion');
    await everybody((device) => device.give('hand.raise', { handId: randomUUID(), panelId: panelId(), kind: 'contribution' }));
    for (const phone of phones) await phone.raiseHand();
    await first().until(() => first().state.snapshot.panels[panelId()]?.hands.length === 33, 'thirty-three hands', 60_000);
    await isKyrgyz();
  });

  it('everybody answers a poll; the three propose, and all decide and rank', async () => {
    const pollId = randomUUID();
    await give('poll.draft', { pollId, panelId: panelId(), setup: { question: { ru: 'Как идёт разговор?', ky: 'Талкуу кандай жүрүп жатат?' }, body: { kind: 'temperature' }, named: false, durationMs: 3_600_000, showAtClose: true } });
    await give('poll.open', { pollId });
    await first().until(() => first().state.snapshot.panels[panelId()]?.polls[pollId]?.state === 'open', 'the poll is open', 60_000);
    await everybody((device) => device.give('poll.answer', { object: pollId, rev: 1, choice: 'good' }));
    for (const phone of phones) {
      await phone.go('now');
      await phone.page.getByRole('radio', { name: phone.t('poll.level.good') }).click({ force: true });
      await sees(phone.page.getByText(phone.t('ui.send.accepted')));
    }
    await isKyrgyz();
    await give('poll.close', { pollId });
    for (const [i, title] of TITLES.entries()) await phones[i]?.propose({ title, text: `${title}: министрлик муну 2027-жылы аткарат.`, addressee: 'Министрлик', responsible: 'Бөлүм', deadline: '2027' });
    await move('formulation');
    const proposals = () => Object.values(first().state.snapshot.panels[panelId()]?.proposals ?? {}).filter((proposal) => TITLES.includes(proposal.fields?.title ?? ''));
    await first().until(() => proposals().length === TITLES.length, 'both are there', 60_000);
    for (const { proposalId } of proposals()) {
      await hall.give('rapporteur', 'proposal.take-up', { proposalId });
      await hall.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    }
    await move('decision');
    for (const { proposalId } of proposals()) {
      const voteId = randomUUID();
      await give('decision.open', { voteId, proposalId, electorate: 'present', rule: null, secret: false });
      await knowsVote(voteId, 'open');
      await everybody((device) => device.give('ballot.cast', { object: voteId, rev: 1, choice: 'yes' }));
      for (const phone of phones) await phone.vote('yes');
      await isKyrgyz();
      await give('vote.close', { voteId });
      await knowsVote(voteId, 'closed');
      for (const phone of phones) await phone.result(phone.t('grade.consensus'));
      expect(first().state.snapshot.core.votes[voteId]?.castByGroup).toEqual(Object.fromEntries(GROUPS.map((group) => [hall.id(group), 11])));
    }
    await move('ranking');
    const voteId = randomUUID();
    await give('ranking.open', { voteId, panelId: panelId(), electorate: 'present', top: null, secret: false });
    await knowsVote(voteId, 'open');
    const options = first().state.snapshot.core.votes[voteId]?.options.map(({ id }) => id) ?? [];
    await everybody((device) => device.give('ballot.cast', { object: voteId, rev: 1, choice: options }));
    for (const phone of phones) await phone.rank(TITLES);
    await isKyrgyz();
    await give('vote.close', { voteId });
    await knowsVote(voteId, 'closed');
  });

  it('at the end each of the three holds what the server holds', async () => {
    for (const [i, phone] of phones.entries()) {
      const mark = (): Promise<Mark> => phone.page.evaluate(() => (window as unknown as { tegerek: { stateHash(): Promise<Mark> } }).tegerek.stateHash());
      await phone.go('now');
      const fresh = new LiveClient(hall.url);
      devices.push(fresh);
      await fresh.signIn(hall.space, authKeys[i] ?? '');
      await fresh.join(hall.space, 'seat', [panelId()]);
      let held = await mark();
      while (held.seq !== fresh.state.seq) held = await mark();
      expect(held).toEqual({ seq: fresh.state.seq, hash: fresh.hash, panels: [panelId()] });
    }
  });

  it('nobody saw an error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
