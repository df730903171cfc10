import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chapters } from '../browser/chapters.js';
import { Console } from '../browser/console.js';
import { DESK, PHONE, startDemoHall, type DemoHall } from '../browser/hall.js';
import { button, dialog, link, sees } from '../browser/person.js';
import { Phone } from '../browser/phone.js';

const LIKE = 'Райондук пландардын долбоорлорун бекитилгенге чейин элге жарыялоо';
const TEXT = 'Райондук пландардын долбоорлорун бекитилгенге чейин жарыялоону күчөтүү';
const FIELDS = { title: 'Пландарды ачуу', text: LIKE, addressee: 'Министрлик', responsible: 'Бөлүм', deadline: '2027-жылдын 1-июлу', indicator: '', region: '' };
const GROUPS = ['government', 'cso', 'business'];

describe('a proposal from its draft to a reservation, on phones in Kyrgyz', () => {
  const it = chapters();
  let hall: DemoHall;
  let author: Phone;
  let other: Phone;
  let rapporteur: Console;
  let proposalId = '';
  const like = randomUUID();

  const phone = async (key: string): Promise<Phone> => {
    const entered = await Phone.of(await hall.person(key, { size: PHONE, lang: 'ky', by: 'keyboard' }), 'demo');
    await entered.open(hall.link(key));
    await entered.enter();
    return entered;
  };
  const at = async (who: Phone, screen: string) => who.goTo(`${screen}/${proposalId}`);
  const panelId = () => hall.id('panel-1');

  beforeAll(async () => {
    hall = await startDemoHall();
    for (const to of ['open', 'discussion'] as const) await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to });
    await hall.give('government-3', 'proposal.submit', { proposalId: like, panelId: panelId(), language: 'ky', fields: FIELDS, fromQuestion: null });
    [author, other] = [await phone('cso-1'), await phone('business-1')];
    rapporteur = await Console.enter(await hall.person('rapporteur', { size: DESK }), 'demo', hall.link('rapporteur'), panelId());
  }, 120_000);
  afterAll(() => hall.close());

  it('is warned about and compared while it is written, and submitted all the same', async () => {
    await author.goTo('propose');
    await author.proposalField('text').fill(TEXT);
    await sees(author.page.getByText('«күчөтүү»', { exact: false }));
    await sees(author.page.getByText(author.t('draft.similar', { n: 1 })));
    await author.proposalField('deadline').fill(FIELDS.deadline);
    await button(author.page, author.t('p.propose.send')).click();
    await author.proposal(TEXT.slice(0, 40)).first().click();
    await sees(link(author.page, author.t('p.proposal.edit')));
    proposalId = new URL(author.page.url()).pathname.split('/').at(-1) ?? '';
  });

  it('is joined by another group, for an organisation', async () => {
    await at(other, 'proposal');
    await button(other.page, other.t('draft.join')).click();
    await dialog(other.page).getByRole('radio', { name: other.t('draft.capacity.organisation') }).check({ force: true });
    await button(dialog(other.page), other.t('draft.join')).click();
    await sees(other.page.getByText(other.t('draft.join.done', { capacity: other.t('draft.capacity.organisation') })));
    await sees(author.page.getByText(author.t('draft.sponsors', { n: 1 })));
  });

  it('is amended by others, and its author accepts', async () => {
    await link(other.page, other.t('draft.amend')).click();
    await other.page.getByRole('combobox', { name: other.t('draft.amend.field') }).selectOption('addressee');
    await other.page.getByRole('textbox', { name: other.t('draft.amend.text') }).fill('Экономика министрлиги');
    await button(other.page, other.t('draft.amend.send')).click();
    await sees(other.page.getByText(other.t('draft.amendment.open')));
    await button(author.page, author.t('draft.amendment.accept')).click();
    await sees(other.page.getByText(other.t('draft.amendment.accepted')));
    await sees(author.page.getByRole('definition').filter({ hasText: 'Экономика министрлиги' }));
  });

  it('is edited on two devices at once: nothing typed is lost, and both changes are merged', async () => {
    await at(author, 'propose');
    await author.proposalField('text').fill(`Быйыл ${TEXT}`);
    await hall.give('cso-1', 'proposal.edit', { proposalId, fields: { text: `${TEXT} керек` } }, { rev: 2 });
    await sees(author.page.getByText(author.t('draft.conflict')));
    await button(author.page, author.t('draft.conflict.merge')).click();
    expect(await author.proposalField('text').inputValue()).toBe(`Быйыл ${TEXT} керек`);
    await button(author.page, author.t('p.propose.save')).click();
    await link(author.page, author.t('p.proposal.edits', { n: 3 })).click();
    await sees(author.page.getByRole('combobox', { name: author.t('draft.history.from') }));
    await sees(author.page.locator('ins').filter({ hasText: 'Быйыл' }));
  });

  it('rests on evidence with a file, which the other group contests: both by keyboard alone', async () => {
    const { hand } = author.person;
    await at(author, 'evidence');
    const field = (name: string) => author.page.getByRole('textbox', { name: new RegExp(`^${author.t(`draft.evidence.${name}`)}`, 'u') });
    await hand.type(field('claim'), '40 райондун 13ү гана планын жарыялаган');
    await hand.type(field('source'), 'Улуттук статистика комитети');
    const [chooser] = await Promise.all([author.page.waitForEvent('filechooser'), hand.press(button(author.page, author.t('draft.evidence.file.choose')))]);
    await chooser.setFiles({ name: 'План.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') });
    await sees(author.page.getByText('План.pdf'));
    await hand.check(author.page.getByRole('radio', { name: author.t('draft.confidence.high') }));
    await hand.press(button(author.page, author.t('draft.evidence.attach')));
    await at(other, 'proposal');
    await sees(link(other.page, 'План.pdf'));
    await other.person.hand.press(button(other.page, other.t('draft.evidence.contest')));
    await other.person.hand.type(dialog(other.page).getByRole('textbox'), 'Кыштактардын сайттары эсептелген эмес');
    await other.confirm(other.t('draft.evidence.contest'));
    await sees(author.page.getByText(author.t('draft.evidence.count', { n: 1, contested: 1 })));
  });

  it('takes a like one in, whose author stays behind it', async () => {
    await hall.give('rapporteur', 'proposal.take-up', { proposalId });
    await rapporteur.openProposal(TEXT.slice(0, 40));
    await rapporteur.press('draft.merge');
    await rapporteur.dialog.getByRole('checkbox', { name: new RegExp(FIELDS.title, 'u') }).check({ force: true });
    await rapporteur.confirm('draft.merge.confirm', { n: 1 });
    await sees(author.page.getByText(author.t('draft.lineage.merged-from')));
    await sees(author.page.getByText(author.t('draft.sponsors', { n: 2 })));
  });

  it('is adopted by a majority, and the group whose clause was missed records its reservation', async () => {
    await hall.give('rapporteur', 'proposal.edit', { proposalId, fields: { responsible: 'Бөлүм' } }, { rev: 4 });
    await hall.give('rapporteur', 'proposal.mark-ready', { proposalId, ready: true });
    for (const to of ['formulation', 'decision'] as const) await hall.give('moderator', 'panel.move-phase', { panelId: panelId(), to });
    const voteId = randomUUID();
    await hall.give('moderator', 'decision.open', { voteId, proposalId, electorate: 'entitled', rule: null, secret: false });
    for (const group of GROUPS) for (let i = 1; i <= 8; i++) await hall.give(`${group}-${i}`, 'ballot.cast', { object: voteId, rev: 1, choice: group === 'business' && i > 2 ? 'no' : 'yes' });
    await hall.give('moderator', 'vote.close', { voteId });
    await at(other, 'proposal');
    await button(other.page, other.t('draft.reservation')).click();
    await dialog(other.page).getByRole('textbox').fill('Мөөнөт өтө кыска.');
    await button(dialog(other.page), other.t('draft.reservation.record')).click();
    await sees(author.page.getByText('Мөөнөт өтө кыска.'));
    expect(hall.faults()).toEqual([]);
  });
});
