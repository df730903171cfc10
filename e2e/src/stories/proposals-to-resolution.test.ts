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
import { button, dialog, link, sees, type Person } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

/** In Russian by mouse and touch; in Kyrgyz every act of a person by keyboard alone. `titles`: ten beside the two that the demo brings along. */
const TELLINGS = [
  {
    by: 'mouse', lang: 'ru', titles: ['Открытые планы', 'Общий календарь', 'Учёба сетей', 'Учёба служащих', 'Учёба тренеров', 'Налог на отчёты', 'Сбор с отчётов', 'Карта услуг', 'Реестр услуг', 'Закрытые заседания'],
    says: 'ежегодно публиковать перечень до первого марта', addressee: 'Министерство', better: 'Министерство экономики', responsible: 'Отдел', indicator: 'Перечень опубликован', dissent: 'Бизнес просит три года на переход',
  },
  {
    by: 'keyboard', lang: 'ky', titles: ['Ачык пландар', 'Жалпы жылнаама', 'Тармактарды окутуу', 'Кызматкерлерди үйрөтүү', 'Устаттарды даярдоо', 'Отчётко салык', 'Отчёт үчүн жыйым', 'Кызматтар картасы', 'Кызматтар тизмеги', 'Жабык жыйындар'],
    says: 'жыл сайын биринчи мартка чейин тизме жарыялансын', addressee: 'Министрлик', better: 'Экономика министрлиги', responsible: 'Бөлүм', indicator: 'Тизме жарыяланды', dissent: 'Бизнес өтүүгө үч жыл сурайт',
  },
] as const;
/** Who writes which, in turn from the three groups. */
const AUTHORS = ['cso-1', 'government-1', 'business-1', 'cso-2', 'government-2', 'business-2', 'cso-3', 'government-3', 'business-3', 'cso-5'] as const;
const VOTERS = ['government-1', 'government-2', 'cso-1', 'cso-2', 'business-1', 'business-2'] as const;
const [FINDING, SOURCE, PLEDGE] = ['жооп берүү мөөнөтүн текшерүүгө болбойт', 'Айыл китепканаларынын сурамжылоосу, 2026', 'Бизнес жыл сайын отчётун жарыялайт'];
const TEGEREK = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

describe.each(TELLINGS)('twelve proposals of three groups become five recommendations of a resolution in three languages ($lang, $by)', ({ by, lang, titles, says, addressee, better, responsible, indicator, dissent }) => {
  const it = chapters();
  const [OPEN, CALENDAR, SCHOOL, STAFF, TRAINERS, TAX, LEVY, MAP, REGISTER, CLOSED] = titles;
  const RECOMMENDED = [OPEN, CALENDAR, SCHOOL, TAX, MAP];
  const textOf = (title: string): string => `${title}: ${says}`;
  let hall: DemoHall;
  let chair: Console;
  let rapporteur: Console;
  let author: Phone;
  let business: Phone;
  let device: LiveClient;
  const ids = new Map<string, string>(titles.slice(1).map((title) => [title, randomUUID()]));

  const panelId = () => hall.id('panel-1');
  const id = (title: string): string => ids.get(title) ?? '';
  const fields = (title: string) => ({ title, text: textOf(title), addressee, responsible, deadline: '2027-03-01', indicator: '', region: '' });
  const person = (name: string, size: readonly [number, number]): Promise<Person> => hall.person(`${name} of the story in ${lang}`, { size, lang, by });
  const phone = async (key: string): Promise<Phone> => {
    const entered = await Phone.of(await person(key, PHONE), 'demo');
    await entered.open(hall.link(key));
    await entered.enter();
    return entered;
  };
  const move = async (...phases: ('open' | 'discussion' | 'formulation' | 'decision' | 'ranking')[]): Promise<void> => { for (const to of phases) await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to }); };
  const cast = async (object: string, choiceOf: (key: string) => unknown, but: readonly string[] = []): Promise<void> => {
    for (const key of VOTERS.filter((each) => !but.includes(each))) await hall.give(key, 'ballot.cast', { object, rev: 1, choice: choiceOf(key) } as never);
  };
  const openVote = () => Object.values(device.state.snapshot.core.votes).find(({ state }) => state === 'open')?.voteId ?? '';
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
    for (const [i, title] of titles.entries()) if (i > 0) await hall.give(AUTHORS[i] ?? 'cso-1', 'proposal.submit', { proposalId: id(title), panelId: panelId(), language: lang, fields: fields(title), fromQuestion: null });
    device = await hall.device('moderator', 'facilitator');
    [author, business] = [await phone('cso-1'), await phone('business-1')];
    chair = await Console.enter(await person('moderator', DESK), 'demo', hall.link('moderator'), panelId());
    rapporteur = await Console.enter(await person('rapporteur', DESK), 'demo', hall.link('rapporteur'), panelId());
  }, 120_000);
  afterAll(() => hall.close());

  it('the twelfth is written on a phone; another group amends it there, and its author accepts', async () => {
    await author.propose({ ...fields(OPEN), indicator, region: 'Чүй' });
    await author.person.hand.press(author.proposal(OPEN));
    await sees(link(author.page, author.t('p.proposal.edit')));
    ids.set(OPEN, new URL(author.page.url()).pathname.split('/').at(-1) ?? '');
    await business.joinProposal(OPEN, 'organisation');
    await business.amend('addressee', better);
    await author.person.hand.press(button(author.page, author.t('draft.amendment.accept')));
    await sees(author.page.getByRole('definition').filter({ hasText: better }));
    expect(Object.keys(device.state.snapshot.panels[panelId()]?.proposals ?? {})).toHaveLength(12);
  });

  it('the rapporteur merges like ones; their authors stay behind what they became', async () => {
    for (const title of [OPEN, SCHOOL, TAX, MAP, CLOSED]) await hall.give('rapporteur', 'proposal.take-up', { proposalId: id(title) });
    await rapporteur.formulate(CALENDAR, { indicator });
    await rapporteur.openProposal(SCHOOL);
    await rapporteur.press('draft.merge');
    for (const title of [STAFF, TRAINERS]) await rapporteur.person.hand.check(rapporteur.dialog.getByRole('checkbox', { name: new RegExp(title, 'u') }));
    await rapporteur.confirm('draft.merge.confirm', { n: 2 });
    await rapporteur.backToRoom();
    await rapporteur.openProposal(CLOSED);
    await rapporteur.translate('English', 'Closed sittings: publish the list every year');
    for (const [into, from] of [[TAX, LEVY], [MAP, REGISTER]] as const) await hall.give('rapporteur', 'proposal.merge', { proposalId: id(into), from: [id(from)] });
    for (const title of [OPEN, SCHOOL, TAX, MAP, CLOSED]) await hall.give('rapporteur', 'proposal.mark-ready', { proposalId: id(title), ready: true });
    await move('formulation', 'decision');
  });

  it('the uncontested ones open as one agenda, and one ballot on a phone stands for all', async () => {
    const { hand } = business.person;
    await chair.person.hand.press(chair.page.locator('summary').filter({ hasText: chair.t('votes.agenda') }));
    for (const title of [OPEN, CALENDAR, SCHOOL, CLOSED]) await chair.person.hand.check(chair.page.getByRole('checkbox', { name: new RegExp(title, 'u') }));
    await chair.press('votes.agenda.list', { n: 4 });
    await sees(button(chair.page, chair.t('votes.agenda.drop')));
    const [agendaId = ''] = Object.keys(device.state.snapshot.core.agendas);
    await business.result(business.t('p.agenda.listed'));
    await business.pullOut(CLOSED);
    await sees(chair.page.getByRole('listitem').filter({ hasText: CLOSED }).getByText(chair.t('votes.agenda.pulled')));
    await chair.press('votes.agenda.open');
    await chair.confirm('votes.agenda.open');
    await business.openVote('p.act.vote');
    await hand.check(business.page.getByRole('radio', { name: business.t('choice.yes'), exact: true }));
    await hand.press(button(business.page, business.t('p.agenda.cast', { choice: business.t('choice.yes'), n: 3 })));
    await sees(business.page.getByText(business.t('p.vote.in')));
    await cast(agendaId, () => 'yes', ['business-1']);
    await chair.closeVote();
    await sees(chair.result.getByText(chair.t('grade.consensus')));
  });

  it('one passes without a group, which records its reservation; one by all; one is refused', async () => {
    await chair.openDecision(`1.${device.state.snapshot.panels[panelId()]?.proposals[id(TAX)]?.number ?? ''}`);
    await business.vote('no');
    await cast(openVote(), (key) => (key.startsWith('business') ? 'no' : 'yes'), ['business-1']);
    await chair.closeVote();
    await business.go('proposals');
    await business.person.hand.press(business.proposal(TAX));
    await sees(business.page.getByText(business.t('draft.reservation.invited')));
    await business.person.hand.press(button(business.page, business.t('draft.reservation')));
    await business.person.hand.type(dialog(business.page).getByRole('textbox'), dissent);
    await business.confirm(business.t('draft.reservation.record'));
    await sees(business.page.getByText(dissent));
    await decide(MAP, () => 'yes');
    await decide(CLOSED, () => 'no');
  });

  it('the five are ranked', async () => {
    await move('ranking');
    await chair.openRanking(RECOMMENDED.length);
    await (by === 'keyboard' ? author.rankBy('keys', RECOMMENDED) : author.rank(RECOMMENDED));
    await cast(openVote(), () => RECOMMENDED.map(id), ['cso-1']);
    await chair.closeVote();
    for (const panel of ['panel-1', 'panel-2', 'panel-3', 'panel-4'].map(hall.id)) {
      const now = device.state.snapshot.core.panels[panel]?.phase ?? 'scheduled';
      for (const to of PANEL_PHASES.slice(PANEL_PHASES.indexOf(now) + 1)) await hall.give('organizer', 'panel.move-phase', { panelId: panel, to, ...(to === 'closed' ? { reason: 'Панель перенесена' } : {}) });
    }
  });

  let organizer: Organizer;
  it('the organizer closes the dialogue', async () => {
    organizer = await Organizer.enter(await hall.person('organizer', { size: [1440, 900], lang: 'ky', by }), hall.link('organizer'));
    await organizer.closeDialogue();
  });

  it('the organizer writes the frame beside the preview; it survives a reload and is saved section by section', async () => {
    const { page, t, person: { hand } } = organizer;
    await hand.press(organizer.section('resolution'));
    await hand.check(page.getByRole('radio', { name: 'Кыргызча' }));
    const paper = page.getByRole('region', { name: t('frame.preview') });
    await hand.type(organizer.field('frame.findings'), `${FINDING}^[${SOURCE}]`);
    await sees(paper.getByText(FINDING));
    await sees(paper.getByText(SOURCE));
    await page.reload();
    await sees(paper.getByText(FINDING));
    expect(await button(page, t('desk.resolution.publish', { n: 1 })).isDisabled()).toBe(true);
    await organizer.press('frame.save', { section: t('frame.findings') });
    await hand.type(organizer.field('frame.commitments'), PLEDGE);
    await organizer.press('frame.save', { section: t('frame.commitments') });
    await organizer.press('desk.resolution.publish', { n: 1 });
    await organizer.confirm('desk.resolution.publish', { n: 1 });
    await sees(page.getByText(t('desk.resolution.version', { n: 1 }), { exact: true }));
  });

  const readPackage = async (): Promise<void> => {
    const { page, t } = organizer;
    const archive = unzipSync(new Uint8Array(await organizer.download(button(page, t('frame.package')))));
    const json = JSON.parse(Buffer.from(archive['resolution-1.json'] ?? []).toString('utf8')) as { panels: { recommendations: { fields: { title: string; text: string; addressee: string }; grade: string; rank: number }[]; notAdopted: { fields: { title: string } }[] }[]; frame: { commitments: unknown } };
    expect(schemaFaults(json)).toEqual([]);
    const { recommendations = [], notAdopted = [] } = json.panels[0] ?? {};
    expect(recommendations.map(({ fields: { title, text }, rank }) => [rank, title, text])).toEqual(RECOMMENDED.map((title, i) => [i + 1, title, textOf(title)]));
    expect(recommendations.map(({ grade }) => grade)).toEqual(['consensus', 'consensus', 'consensus', 'majority', 'consensus']);
    expect(recommendations[0]?.fields.addressee).toBe(better);
    expect(notAdopted.map((each) => each.fields.title)).toEqual([CLOSED]);
    expect(json.frame.commitments).toEqual({ ky: PLEDGE });
    const said = [...RECOMMENDED.map(textOf), better].map(squeezed);
    for (const lang of LANGS) {
      for (const format of ['docx', 'pdf', 'html', 'md'] as const) {
        const text = squeezed(await plainText(archive[`${lang}/resolution-1.${format}`] ?? new Uint8Array(), format));
        for (const part of [...said, squeezed(dissent)]) expect([lang, format, part, text.includes(part)]).toEqual([lang, format, part, true]);
        if (lang === 'ky') for (const part of [FINDING, SOURCE, PLEDGE].map(squeezed)) expect([format, part, text.includes(part)]).toEqual([format, part, true]);
      }
      for (const [name, format] of [['tables/recommendations.csv', 'csv'], ['tables.xlsx', 'xlsx']] as const) {
        const text = squeezed(await plainText(archive[`${lang}/${name}`] ?? new Uint8Array(), format));
        for (const part of said) expect([lang, format, part, text.includes(part)]).toEqual([lang, format, part, true]);
      }
      for (const name of ['press-release.pdf', 'letters/01.docx', 'tables/votes.csv']) expect(archive[`${lang}/${name}`]?.length).toBeGreaterThan(0);
    }
  };

  /** Each file by itself, in the language chosen there. */
  const readFiles = async (): Promise<void> => {
    const { page, t, person: { hand } } = organizer;
    const files = page.locator('section').filter({ has: page.getByRole('heading', { name: t('frame.downloads', { n: 1 }) }) }).last();
    await hand.check(files.getByRole('radio', { name: 'English' }));
    for (const format of ['pdf', 'docx', 'html', 'md'] as const) {
      const text = squeezed(await plainText(new Uint8Array(await organizer.download(link(files, t('frame.file', { format: format.toUpperCase(), language: 'Eng' })))), format));
      for (const part of RECOMMENDED.map(textOf).map(squeezed)) expect([format, part, text.includes(part)]).toEqual([format, part, true]);
    }
    for (const name of ['XLSX', 'JSON', `CSV · ${t('frame.table.votes')}`]) expect((await organizer.download(link(files, name))).length).toBeGreaterThan(0);
  };

  it('every format in every language, opened and read back, holds the decided texts, the grade, the reservation', () => (by === 'mouse' ? readPackage() : readFiles()));

  it('the bundle is right by the command that anybody runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tegerek-bundle-'));
    writeFileSync(join(folder, 'bundle.zip'), await organizer.download(link(organizer.page, organizer.t('desk.bundle.get'))));
    const report = JSON.parse(execFileSync(process.execPath, [TEGEREK, 'verify', '--json', join(folder, 'bundle.zip')], { encoding: 'utf8' })) as { outcome: string; facts: unknown };
    rmSync(folder, { recursive: true });
    expect(report).toMatchObject({ outcome: 'right', facts: { resolutions: 1, votes: Object.keys(device.state.snapshot.core.votes).length } });
    expect(hall.faults()).toEqual([]);
  });
});
