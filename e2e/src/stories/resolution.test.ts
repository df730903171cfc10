import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PANEL_PHASES } from '@tegerek/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { chapters } from '../browser/chapters.js';
import { startDemoHall, type DemoHall } from '../browser/hall.js';
import { Organizer } from '../browser/organizer.js';
import { button, link, sees } from '../browser/person.js';
import { midday } from '../browser/tour.js';

const DESK = [1440, 900] as const;
const FINDING = 'жооп берүү мөөнөтүн текшерүүгө болбойт';
const SOURCE = 'Айыл китепканаларынын сурамжылоосу, 2026';
const PLEDGE = 'Бизнес жыл сайын отчётун жарыялайт';

describe('the organizer writes the frame in Kyrgyz beside the preview, publishes and takes every format', () => {
  const it = chapters();
  let hall: DemoHall;
  let organizer: Organizer;

  afterAll(() => hall.close());
  beforeAll(async () => {
    hall = await startDemoHall();
    await midday(hall);
    const moderator = await hall.device('moderator', 'facilitator');
    await hall.give('moderator', 'vote.void', { voteId: hall.id('open-vote'), reason: 'Открыто по ошибке' });
    for (const { poll: pollId } of Object.values(moderator.state.snapshot.core.panels)) if (pollId !== null) await hall.give('moderator', 'poll.close', { pollId });
    for (const panelId of ['panel-1', 'panel-2', 'panel-3', 'panel-4'].map(hall.id)) {
      const now = moderator.state.snapshot.core.panels[panelId]?.phase ?? 'scheduled';
      for (const to of PANEL_PHASES.slice(PANEL_PHASES.indexOf(now) + 1)) await hall.give('organizer', 'panel.move-phase', { panelId, to, ...(to === 'closed' ? { reason: 'Панель перенесена' } : {}) });
    }
    await hall.give('organizer', 'dialogue.close', {});
  }, 120_000);

  it('what is typed stands in the preview at once, survives a reload and is saved section by section', async () => {
    organizer = await Organizer.enter(await hall.person('organizer', { size: DESK, lang: 'ky' }), hall.link('organizer'));
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
    await sees(button(page, t('desk.resolution.publish', { n: 1 })).and(page.locator(':enabled')));
  });

  it('the published version has the frame in every format, and the archive holds all of them', async () => {
    const { page, t } = organizer;
    await organizer.press('desk.resolution.publish', { n: 1 });
    await sees(page.getByText(t('desk.resolution.version', { n: 1 }), { exact: true }));
    const data = JSON.parse((await organizer.download(link(page, 'JSON'))).toString('utf8')) as { frame: { commitments: Record<string, string> } };
    expect(data.frame.commitments).toEqual({ ky: PLEDGE });
    for (const format of ['HTML', 'MD']) expect((await organizer.download(link(page, t('frame.file', { format, language: 'Кыр' })))).toString('utf8')).toContain(PLEDGE);
    expect((await organizer.download(link(page, t('frame.file', { format: 'PDF', language: 'Кыр' })))).subarray(0, 8).toString()).toBe('%PDF-1.7');
    const archive = unzipSync(new Uint8Array(await organizer.download(button(page, t('frame.package')))));
    const names = Object.keys(archive);
    for (const name of ['resolution-1.json', 'ky/resolution-1.pdf', 'ru/resolution-1.docx', 'en/resolution-1.html', 'ky/press-release.pdf', 'ky/letters/01.docx', 'ky/tables.xlsx', 'ky/tables/votes.csv']) expect(names).toContain(name);
    expect(strFromU8(archive['ky/resolution-1.md'] ?? new Uint8Array())).toContain(SOURCE);
  });
});
