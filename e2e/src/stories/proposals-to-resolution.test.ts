import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { LANGS, PANEL_PHASES } from '@tegerek/contracts';
import type { LiveClient } from '@tegerek/testkit';
import { unzipSync } from 'fflate';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { plainText, schemaFaults, squeezed } from '../browser/documents.js';
import { DESK, PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { Organizer } from '../browser/organizer.js';
import { button, dialog, link, sees } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

/** Ten beside the two that the demo brings along; who writes which, in turn from the three groups. */
const TITLES = ['Открытые планы', 'Общий календарь', 'Учёба сетей', 'Учёба служащих', 'Учёба тренеров', 'Налог на отчёты', 'Сбор с отчётов', 'Карта услуг', 'Реестр услуг', 'Закрытые заседания'] as const;
const AUTHORS = ['cso-1', 'government-1', 'business-1', 'cso-2', 'government-2', 'business-2', 'cso-3', 'government-3', 'business-3', 'cso-5'] as const;
const VOTERS = ['government-1', 'government-2', 'cso-1', 'cso-2', 'business-1', 'business-2'] as const;
const textOf = (title: string): string => `${title}: ежегодно публиковать перечень до первого марта`;
const [OPEN, CALENDAR, SCHOOL, , , TAX, , MAP, , CLOSED] = TITLES;
const RECOMMENDED = [OPEN, CALENDAR, SCHOOL, TAX, MAP];
const DISSENT = 'Бизнес просит три года на переход';
const [FINDING, SOURCE, PLEDGE] = ['жооп берүү мөөнөтүн текшерүүгө болбойт', 'Айыл китепканаларынын сурамжылоосу, 2026', 'Бизнес жыл сайын отчётун жарыялайт'];
const TEGEREK = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

describe('twelve proposals of three groups become five recommendations of a resolution in three languages', () => {
  const it = chapters();
  let hall: DemoHall;
  let chair: Console;
  let rapporteur: Console;
  let author: Phone;
  let business: Phone;
  let device: LiveClient;
  const ids = new Map<string, string>(TITLES.slice(1).map((title) => [title, randomUUID()]));

  const panelId = () => hall.id('panel-1');
  const id = (title: string): string => ids.get(title) ?? '';
  const fields = (title: string) => ({ title, text: textOf(title), addressee: 'Министерство', responsible: 'Отдел', deadline: '2027-03-01', indicator: '', region: '' });
  const phone = async (key: string): Promise<Phone> => {
    const entered = await Phone.of(await hall.person(`${key} of the story`, { size: PHONE }), 'demo');
    await entered.open(hall.link(key));
    await entered.enter();
    return entered;
  };
  const move = async (...phases: ('open' | 'discussion' | 'formulation' | 'decision' | 'ranking')[]): Promise<void> => { for (const to of phases) await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to }); };
  const cast = async (object: string, choiceOf: (key: string) => unknown, but: readonly string[] = []): Promise<void> => {
    for (const key of VOTERS.filter((each) => !but.includes(each))) await hall.give(key, 'ballot.cast', { object, rev: 1, choice: choiceOf(key) } as never);
  };
  const closed = (voteId: string) => device.until(() => device.state.snapshot.core.votes[voteId]?.state === 'closed', 'the vote is counted', 60_000);
  const decide = async (title: string, choiceOf: (key: string) => string): Promise<void> => {
    const voteId = randomUUID();
    await hall.give('moderator', 'decision.open', { voteId, proposalId: id(title), electorate: 'present', rule: null, secret: false });
    await cast(voteId, choiceOf);
    await hall.give('moderator', 'vote.close', { voteId });
    await closed(voteId);
  };

  beforeAll(async () => {
    hall = await startDemoHall();
    await move('open', 'discussion');
    for (const key of VOTERS) await hall.give(key, 'seat.join', {});
    for (const [i, title] of TITLES.entries()) if (i > 0) await hall.give(AUTHORS[i] ?? 'cso-1', 'proposal.submit', { proposalId: id(title), panelId: panelId(), language: 'ru', fields: fields(title), fromQuestion: null });
    device = await hall.device('moderator', 'facilitator');
    [author, business] = [await phone('cso-1'), await phone('business-1')];
    chair = await Console.enter(await hall.person('moderator of the story', { size: DESK }), 'demo', hall.link('moderator'), panelId());
    rapporteur = await Console.enter(await hall.person('rapporteur of the story', { size: DESK }), 'demo', hall.link('rapporteur'), panelId());
  }, 120_000);
  afterAll(() => hall.close());

  it('the twelfth is written on a phone; another group amends it there, and its author accepts', async () => {
    const { title, text, addressee, responsible, deadline } = fields(OPEN);
    await author.propose({ title, text, addressee, responsible, deadline });
    await author.proposal(OPEN).first().click();
    await sees(link(author.page, author.t('p.proposal.edit')));
    ids.set(OPEN, new URL(author.page.url()).pathname.split('/').at(-1) ?? '');
    await business.goTo(`amend/${id(OPEN)}`);
    await business.page.getByRole('combobox', { name: business.t('draft.amend.field') }).selectOption('addressee');
    await business.page.getByRole('textbox', { name: business.t('draft.amend.text') }).fill('Министерство экономики');
    await button(business.page, business.t('draft.amend.send')).click();
    await button(author.page, author.t('draft.amendment.accept')).click();
    await sees(author.page.getByRole('definition').filter({ hasText: 'Министерство экономики' }));
    expect(Object.keys(device.state.snapshot.panels[panelId()]?.proposals ?? {})).toHaveLength(12);
  });

  it('the rapporteur merges like ones; their authors stay behind what they became', async () => {
    for (const title of [OPEN, CALENDAR, SCHOOL, TAX, MAP, CLOSED]) await hall.give('rapporteur', 'proposal.take-up', { proposalId: id(title) });
    await rapporteur.openProposal(SCHOOL);
    await rapporteur.press('draft.merge');
    for (const title of ['Учёба служащих', 'Учёба тренеров']) await rapporteur.dialog.getByRole('checkbox', { name: new RegExp(title, 'u') }).check({ force: true });
    await rapporteur.confirm('draft.merge.confirm', { n: 2 });
    for (const [into, from] of [[TAX, 'Сбор с отчётов'], [MAP, 'Реестр услуг']] as const) await hall.give('rapporteur', 'proposal.merge', { proposalId: id(into), from: [id(from)] });
    for (const title of [OPEN, CALENDAR, SCHOOL, TAX, MAP, CLOSED]) await hall.give('rapporteur', 'proposal.mark-ready', { proposalId: id(title), ready: true });
    await move('formulation', 'decision');
  });

  it('the uncontested ones open as one agenda, and one ballot on a phone stands for all', async () => {
    await chair.page.locator('summary').filter({ hasText: chair.t('votes.agenda') }).click();
    for (const title of [OPEN, CALENDAR, SCHOOL, CLOSED]) await chair.page.getByRole('checkbox', { name: new RegExp(title, 'u') }).check({ force: true });
    await chair.press('votes.agenda.list', { n: 4 });
    await sees(button(chair.page, chair.t('votes.agenda.drop')));
    const [agendaId = ''] = Object.keys(device.state.snapshot.core.agendas);
    await hall.give('business-2', 'agenda.pull-out', { agendaId, proposalId: id(CLOSED) });
    await sees(chair.page.getByRole('listitem').filter({ hasText: CLOSED }).getByText(chair.t('votes.agenda.pulled')));
    await chair.press('votes.agenda.open');
    await chair.confirm('votes.agenda.open');
    await business.openVote('p.act.vote');
    await business.page.getByRole('radio', { name: business.t('choice.yes'), exact: true }).check({ force: true });
    await button(business.page, business.t('p.agenda.cast', { choice: business.t('choice.yes'), n: 3 })).click();
    await sees(business.page.getByText(business.t('p.vote.in')));
    await cast(agendaId, () => 'yes', ['business-1']);
    await chair.closeVote();
    await sees(chair.result.getByText(chair.t('grade.consensus')));
  });

  it('one passes without a group, which records its reservation; one by all; one is refused', async () => {
    await decide(TAX, (key) => (key.startsWith('business') ? 'no' : 'yes'));
    await business.goTo(`proposal/${id(TAX)}`);
    await sees(business.page.getByText(business.t('draft.reservation.invited')));
    await button(business.page, business.t('draft.reservation')).click();
    await dialog(business.page).getByRole('textbox').fill(DISSENT);
    await button(dialog(business.page), business.t('draft.reservation.record')).click();
    await sees(business.page.getByText(DISSENT));
    await decide(MAP, () => 'yes');
    await decide(CLOSED, () => 'no');
  });

  it('the five are ranked', async () => {
    await move('ranking');
    const voteId = randomUUID();
    await hall.give('moderator', 'ranking.open', { voteId, panelId: panelId(), electorate: 'present', top: null, secret: false });
    await author.rank(RECOMMENDED);
    await cast(voteId, () => RECOMMENDED.map(id), ['cso-1']);
    await hall.give('moderator', 'vote.close', { voteId });
    await closed(voteId);
    for (const panel of ['panel-1', 'panel-2', 'panel-3', 'panel-4'].map(hall.id)) {
      const now = device.state.snapshot.core.panels[panel]?.phase ?? 'scheduled';
      for (const to of PANEL_PHASES.slice(PANEL_PHASES.indexOf(now) + 1)) await hall.give('organizer', 'panel.move-phase', { panelId: panel, to, ...(to === 'closed' ? { reason: 'Панель перенесена' } : {}) });
    }
    await hall.give('organizer', 'dialogue.close', {});
  });

  let organizer: Organizer;
  it('the organizer writes the frame beside the preview; it survives a reload and is saved section by section', async () => {
    organizer = await Organizer.enter(await hall.person('organizer', { size: [1440, 900], lang: 'ky' }), hall.link('organizer'));
    const { page, t } = organizer;
    await organizer.section('resolution').click();
    await page.getByRole('radio', { name: 'Кыргызча' }).check({ force: true });
    const paper = page.getByRole('region', { name: t('frame.preview') });
    await organizer.field('frame.findings').fill(`${FINDING}^[${SOURCE}]`);
    await sees(paper.getByText(FINDING));
    await sees(paper.getByText(SOURCE));
    await page.reload();
    await sees(paper.getByText(FINDING));
    expect(await button(page, t('desk.resolution.publish', { n: 1 })).isDisabled()).toBe(true);
    await organizer.press('frame.save', { section: t('frame.findings') });
    await organizer.field('frame.commitments').fill(PLEDGE);
    await organizer.press('frame.save', { section: t('frame.commitments') });
    await organizer.press('desk.resolution.publish', { n: 1 });
    await organizer.confirm('desk.resolution.publish', { n: 1 });
    await sees(page.getByText(t('desk.resolution.version', { n: 1 }), { exact: true }));
  });

  it('every format in every language, opened and read back, holds the decided texts, the grade, the reservation', async () => {
    const { page, t } = organizer;
    const archive = unzipSync(new Uint8Array(await organizer.download(button(page, t('frame.package')))));
    const json = JSON.parse(Buffer.from(archive['resolution-1.json'] ?? []).toString('utf8')) as { panels: { recommendations: { fields: { title: string; text: string; addressee: string }; grade: string; rank: number }[]; notAdopted: { fields: { title: string } }[] }[]; frame: { commitments: unknown } };
    expect(schemaFaults(json)).toEqual([]);
    const { recommendations = [], notAdopted = [] } = json.panels[0] ?? {};
    expect(recommendations.map(({ fields: { title, text }, rank }) => [rank, title, text])).toEqual(RECOMMENDED.map((title, i) => [i + 1, title, textOf(title)]));
    expect(recommendations.map(({ grade }) => grade)).toEqual(['consensus', 'consensus', 'consensus', 'majority', 'consensus']);
    expect(recommendations[0]?.fields.addressee).toBe('Министерство экономики');
    expect(notAdopted.map((each) => each.fields.title)).toEqual([CLOSED]);
    expect(json.frame.commitments).toEqual({ ky: PLEDGE });
    const said = [...RECOMMENDED.map(textOf), 'Министерство экономики'].map(squeezed);
    for (const lang of LANGS) {
      for (const format of ['docx', 'pdf', 'html', 'md'] as const) {
        const text = squeezed(await plainText(archive[`${lang}/resolution-1.${format}`] ?? new Uint8Array(), format));
        for (const part of [...said, squeezed(DISSENT)]) expect([lang, format, part, text.includes(part)]).toEqual([lang, format, part, true]);
        if (lang === 'ky') for (const part of [FINDING, SOURCE, PLEDGE].map(squeezed)) expect([format, part, text.includes(part)]).toEqual([format, part, true]);
      }
      for (const [name, format] of [['tables/recommendations.csv', 'csv'], ['tables.xlsx', 'xlsx']] as const) {
        const text = squeezed(await plainText(archive[`${lang}/${name}`] ?? new Uint8Array(), format));
        for (const part of said) expect([lang, format, part, text.includes(part)]).toEqual([lang, format, part, true]);
      }
      for (const name of ['press-release.pdf', 'letters/01.docx', 'tables/votes.csv']) expect(archive[`${lang}/${name}`]?.length).toBeGreaterThan(0);
    }
  });

  it('the bundle is right by the command that anybody runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tegerek-bundle-'));
    writeFileSync(join(folder, 'bundle.zip'), new Uint8Array(await (await fetch(`${hall.url}/api/dialogues/${hall.space}/bundle.zip`)).arrayBuffer()));
    const report = JSON.parse(execFileSync(process.execPath, [TEGEREK, 'verify', '--json', join(folder, 'bundle.zip')], { encoding: 'utf8' })) as { outcome: string; facts: unknown };
    rmSync(folder, { recursive: true });
    expect(report).toMatchObject({ outcome: 'right', facts: { resolutions: 1, votes: Object.keys(device.state.snapshot.core.votes).length } });
    expect(hall.faults()).toEqual([]);
  });
});
