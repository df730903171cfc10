import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PANEL_PHASES, type BallotChoice, type VoteHead } from '@tegerek/contracts';
import type { LiveClient } from '@tegerek/testkit';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, sees } from '../browser/person.js';
import { Phone } from '../browser/phone.js';
import { patiently } from '../world.js';

const GROUPS = ['government', 'cso', 'business'] as const;
type Group = (typeof GROUPS)[number];
/** What three people of each group choose; `null` does not vote. */
type Votes = Record<Group, readonly ('yes' | 'no' | 'abstain' | null)[]>;

interface Decided { title: string; votes: Votes; grade: string; failed?: { group: Group | null; clause: string } }

const all = (choice: 'yes' | 'no' | 'abstain'): Votes => ({ government: [choice, choice, choice], cso: [choice, choice, choice], business: [choice, choice, choice] });

/** Over the three panels every grade occurs; what is adopted is ranked. */
const PANELS: Record<2 | 3 | 4, readonly Decided[]> = {
  2: [
    { title: 'Общие обучающие встречи сетей', votes: all('yes'), grade: 'consensus' },
    { title: 'Взнос бизнеса в фонд сетей', votes: { ...all('yes'), business: ['no', 'no', 'yes'] }, grade: 'majority', failed: { group: 'business', clause: 'broad-agreement.group' } },
    { title: 'Обязательный реестр коалиций', votes: { ...all('no'), cso: ['yes', 'yes', 'yes'] }, grade: 'not-adopted', failed: { group: null, clause: 'majority.overall' } },
  ],
  3: [
    { title: 'Единое окно обращений', votes: { ...all('yes'), government: ['yes', 'yes', 'no'] }, grade: 'broad-agreement' },
    { title: 'Платный доступ к данным', votes: { ...all('yes'), business: ['yes', null, null] }, grade: 'not-adopted-no-quorum', failed: { group: 'business', clause: 'quorum.group' } },
    { title: 'Открытый код государственных систем', votes: all('yes'), grade: 'consensus' },
  ],
  4: [
    { title: 'Переименование слушаний', votes: all('abstain'), grade: 'undecided' },
    { title: 'Отчёты два раза в год', votes: { ...all('yes'), cso: ['yes', 'no', 'yes'] }, grade: 'broad-agreement' },
    { title: 'Общественный совет при каждом аймаке', votes: all('yes'), grade: 'consensus' },
  ],
};

describe('the other three panels of the day, each to its decisions and its ranking', () => {
  const it = chapters();
  let hall: DemoHall;
  let moderator: LiveClient;
  let watching: Console;
  let phone: Phone;
  const voters = new Map<string, LiveClient>();
  /** Phones from which one person of each group votes in panel 2. */
  const voting = new Map<string, Phone>();
  const keys = GROUPS.flatMap((group) => [1, 2, 3].map((n) => `${group}-${n}`));

  const votes = () => moderator.state.snapshot.core.votes;
  const closed = async (voteId: string): Promise<VoteHead> => {
    await hall.give('moderator', 'vote.close', { voteId });
    await moderator.until(() => votes()[voteId]?.state === 'closed', `${voteId} is closed`, 60_000);
    return votes()[voteId] as VoteHead;
  };
  const cast = async (key: string, object: string, choice: BallotChoice) => {
    const device = voters.get(key);
    if (!device) throw new Error(`${key} is not here`);
    const id = randomUUID();
    const reply = await patiently(() => device.give('ballot.cast', { object, rev: 1, choice }, { id }));
    if (!reply.ok) throw new Error(`${key}: ${JSON.stringify(reply)}`);
  };

  beforeAll(async () => { hall = await startDemoHall(); }, 120_000);
  afterAll(() => hall.close());

  it('nine people are here; one follows on a phone, the moderator at the console', async () => {
    const panels = ['panel-2', 'panel-3', 'panel-4'];
    moderator = await hall.device('moderator', 'facilitator', panels);
    for (const key of keys) {
      const device = await hall.device(key, 'seat', panels);
      voters.set(key, device);
      await hall.give(key, 'seat.join', {});
    }
    watching = await Console.enter(await hall.person('moderator'), 'demo', hall.link('moderator'), hall.id('panel-2'));
    for (const key of ['government-1', 'cso-1', 'business-1']) {
      const at = await Phone.of(await hall.person(key, { size: PHONE }), 'demo');
      await at.open(hall.link(key));
      await at.enter();
      voting.set(key, at);
    }
    phone = await Phone.of(await hall.person('government-9', { size: PHONE }), 'demo');
    await phone.open(hall.link('government-9'));
    await phone.enter();
  });

  /** A proposal of the rapporteur, ready for its decision. */
  async function formulate(panelId: string, { title }: Decided): Promise<string> {
    const proposalId = randomUUID();
    const fields = { title, text: `${title}: подготовить и провести.`, addressee: 'Министерство', responsible: 'Отдел', deadline: '1 июля 2027', indicator: '', region: '' };
    await hall.give('rapporteur', 'proposal.submit', { proposalId, panelId, language: 'ru', fields, fromQuestion: null });
    await hall.give('rapporteur', 'proposal.take-up', { proposalId });
    await hall.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    return proposalId;
  }

  const castAll = async (voteId: string, choices: Votes, but: readonly string[] = []) => {
    for (const group of GROUPS) {
      for (const [i, choice] of choices[group].entries()) {
        const key = `${group}-${i + 1}`;
        if (choice !== null && !but.includes(key)) await cast(key, voteId, choice);
      }
    }
  };

  async function decide(proposalId: string, decided: Decided): Promise<void> {
    const voteId = randomUUID();
    await hall.give('moderator', 'decision.open', { voteId, proposalId, electorate: 'present', rule: null, secret: false });
    await castAll(voteId, decided.votes);
    check(await closed(voteId), decided);
  }

  /** The same through browsers: opened and closed at the console, one vote of each group from its phone, the rest from devices. */
  async function decideInBrowsers(proposalId: string, decided: Decided): Promise<void> {
    const known = new Set(Object.keys(votes()));
    await button(watching.page.getByRole('region', { name: watching.t('console.ready') }).getByRole('listitem').filter({ hasText: decided.title }), watching.t('console.ready.open')).click();
    await watching.dialog.getByRole('button', { name: new RegExp(watching.t('console.vote.open-confirm', { number: '' }).trim(), 'u') }).click();
    await sees(button(watching.page, watching.t('console.vote.close')));
    await moderator.until(() => Object.keys(votes()).some((id) => !known.has(id) && votes()[id]?.version?.proposalId === proposalId), 'the decision is open');
    const voteId = Object.keys(votes()).find((id) => !known.has(id) && votes()[id]?.version?.proposalId === proposalId) ?? '';
    for (const [key, at] of voting) {
      // votes of three panels are open at once: to this one by its address
      await at.goTo(`vote/${voteId}`);
      await at.cast(decided.votes[key.replace('-1', '') as Group][0] ?? 'abstain');
      await sees(at.page.getByText(at.t('p.vote.in')));
    }
    await castAll(voteId, decided.votes, [...voting.keys()]);
    await watching.closeVote();
    await sees(watching.result.getByText(watching.t(`grade.${decided.grade}`)));
    await moderator.until(() => votes()[voteId]?.state === 'closed', 'the decision is closed', 60_000);
    check(votes()[voteId] as VoteHead, decided);
  }

  function check(vote: VoteHead, { title, grade, failed }: Decided): void {
    const { grade: reached, clauses } = vote.result as { grade: string; clauses: { id: string; group?: string; holds: boolean }[] };
    expect([title, reached]).toEqual([title, grade]);
    if (failed) expect(clauses.filter((clause) => !clause.holds).map((clause) => [clause.id, clause.group ?? null])).toContainEqual([failed.clause, failed.group === null ? null : hall.id(failed.group)]);
  }

  async function rank(panelId: string): Promise<void> {
    const voteId = randomUUID();
    await hall.give('moderator', 'ranking.open', { voteId, panelId, electorate: 'present', top: null, secret: false });
    await moderator.until(() => votes()[voteId] !== undefined, 'the ranking is open');
    const options = votes()[voteId]?.options.map(({ id }) => id) ?? [];
    expect(options.length).toBeGreaterThanOrEqual(2);
    for (const key of keys) await cast(key, voteId, key.startsWith('business') ? [...options].reverse() : options);
    const { result } = await closed(voteId);
    expect((result as { ranking: string[][] }).ranking).toEqual(options.map((id) => [id]));
  }

  async function runPanel(panel: 2 | 3 | 4): Promise<void> {
    const panelId = hall.id(`panel-${panel}`);
    const moveTo = (to: (typeof PANEL_PHASES)[number]) => hall.give('moderator', 'panel.move-phase', { panelId, to });
    for (const to of ['open', 'discussion', 'formulation'] as const) await moveTo(to);
    const ready: [string, Decided][] = [];
    for (const decided of PANELS[panel]) ready.push([await formulate(panelId, decided), decided]);
    await moveTo('decision');
    for (const [proposalId, decided] of ready) await (panel === 2 ? decideInBrowsers(proposalId, decided) : decide(proposalId, decided));
    await moveTo('ranking');
    await rank(panelId);
    await moveTo('closed');
  }

  it('three panels at once, one of them through browsers: three decisions and a ranking each, every grade among them', async () => {
    await Promise.all(([2, 3, 4] as const).map(runPanel));
    expect(new Set(Object.values(PANELS).flat().map(({ grade }) => grade)).size).toBe(6);
  });

  it('the console and a phone name the group whose clause a majority missed', async () => {
    const missed = PANELS[2][1];
    if (!missed) throw new Error('no majority');
    await phone.goTo('results');
    await phone.page.getByRole('link').filter({ hasText: missed.title }).click();
    await sees(phone.page.getByText(phone.t('outcome.rung.broad-agreement')));
    await sees(phone.page.getByText(phone.t('outcome.failed.group', { group: 'Бизнес', num: 1, den: 3, need: 2 })));
    await sees(watching.page.getByText(watching.t('console.room.closed')));
    for (const decided of PANELS[2]) await sees(watching.page.getByRole('listitem').filter({ hasText: decided.title }).filter({ hasText: watching.t(`grade.${decided.grade}`) }));
  });

  it('every adopted item of the three panels stands in the resolution', async () => {
    for (const to of PANEL_PHASES.slice(1)) await hall.give('moderator', 'panel.move-phase', { panelId: hall.id('panel-1'), to, ...(to === 'closed' ? { reason: 'Панель перенесена' } : {}) });
    await hall.give('organizer', 'dialogue.close', {});
    await hall.give('organizer', 'resolution.publish', { resolutionId: randomUUID(), number: 1, date: '2026-12-01', place: 'Бишкек' });
    const response = await fetch(`${hall.url}/api/dialogues/${hall.space}/resolutions/1.md?lang=ru`);
    const text = await response.text();
    const decided = Object.values(PANELS).flat();
    const adopted = decided.filter(({ grade }) => ['consensus', 'broad-agreement', 'majority'].includes(grade));
    expect(adopted.filter(({ title }) => !text.includes(`${title}: подготовить и провести.`)).map(({ title }) => title)).toEqual([]);
  });

  it('nobody saw an error, and no browser asked a foreign host', () => {
    expect(hall.faults()).toEqual([]);
  });
});
