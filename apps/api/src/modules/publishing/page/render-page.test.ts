import { describe, expect, it } from '@jest/globals';
import { LANGS, type PanelHead, type VoteHead } from '@tegerek/contracts';
import { emptySnapshot } from '@tegerek/replica';
import { HOSTILE_WORDS, sampleResolution } from '@tegerek/replica/testing';
import { rankingReport } from '@tegerek/tally';
import { PAGE_MESSAGES, type PageKey } from './messages.js';
import { PUBLIC_CSS } from './public-css.js';
import { renderPage } from './render-page.js';
import { ring } from './ring.js';
import { publicData, type PublicView } from './view.js';

const HOSTILE = '"><script>alert(1)</script>&\'';

function view(phase: PublicView['phase'] = 'published', words = HOSTILE): PublicView {
  const panel: PanelHead = {
    id: 'pa', number: 1, title: { ru: `Панель ${words}` }, outcome: { ru: words }, startsAt: '09:30', endsAt: '11:00', hall: { ru: words }, moderators: ['m'], rapporteurs: [], panellists: ['s1', 's2'], premoderation: false,
    phase: 'closed', rev: 1, entered: {}, turn: null, poll: null, spokenMs: {},
  };
  const setup = {
    slug: 'day', title: { ru: `День ${words}`, ky: 'Күн' }, goals: [{ ru: words }], description: { ru: words }, place: { ru: words }, date: '2026-11-24', timeZone: 'Asia/Bishkek', languages: ['ru' as const],
    contacts: [{ name: words, role: { ru: words }, phone: words, email: `press@example.org${words}` }], privacyNotice: { ru: 'Внутреннее' },
  };
  const groups = [{ id: 'g1', title: { ru: `Власть ${words}` }, sign: {}, tone: 0 }, { id: 'g2', title: { ru: 'Бизнес' }, sign: {}, tone: 2 }];
  const document = sampleResolution();
  const [first] = document.panels[0]?.recommendations ?? [];
  if (first) first.fields = { ...first.fields, title: words };
  return {
    slug: 'day', phase, style: PUBLIC_CSS.path, names: new Map([['s1', { name: `Имя ${words}`, organisation: words }]]),
    core: { ...emptySnapshot('d').core, setup, groups, panels: { pa: panel }, phase }, resolution: phase === 'published' ? { document, sha256: 'e'.repeat(64) } : null,
  };
}

describe('the public page', () => {
  it.each(LANGS)('in %s escapes everything that people wrote, and needs no script, style or image of its own', (lang) => {
    const page = renderPage(view(), lang);
    expect(page).not.toContain('<script');
    expect(page.match(/&#34;&#62;&#60;script&#62;/gu)?.length).toBeGreaterThan(8);
    expect(page.replace(/<[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
    expect(page).not.toMatch(/\sstyle=|\son\w+=|javascript:/u);
    expect(page).toContain(`<html lang="${lang}">`);
    for (const each of LANGS) expect(page).toContain(`href="?lang=${each}"`);
  });

  it.each(HOSTILE_WORDS)('%s: nothing runs, nothing turns a line round, every text of a person stands apart from what is around it', (_, words) => {
    const page = renderPage(view('published', words), 'ru');
    expect(page).not.toMatch(/<script|[\u0000\u202A-\u202E\u2066-\u2069\uFFFE\uFEFF]|\p{Surrogate}/u);
    expect(page.replace(/<[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
    expect(page.match(/<bdi>/gu)?.length).toBeGreaterThan(12);
    for (const [, name] of page.matchAll(/<bdi>(.*?)<\/bdi>/gsu)) expect(name).not.toContain('<bdi');
    expect(JSON.parse(JSON.stringify(publicData(view('published', words))))).toMatchObject({ phase: 'published' });
  });

  it.each(LANGS)('of a rehearsal says so in %s, in its title and in its data', (lang) => {
    const real = view();
    const rehearsed = { ...real, core: { ...real.core, rehearsal: true } };
    expect(renderPage(rehearsed, lang)).toContain(`<strong>${PAGE_MESSAGES[lang].rehearsal}</strong>`);
    expect(renderPage(rehearsed, lang)).toContain(`<title>${PAGE_MESSAGES[lang]['rehearsal.short']}: `);
    expect(renderPage(real, lang)).not.toContain(PAGE_MESSAGES[lang].rehearsal);
    expect([publicData(rehearsed), publicData(real)]).toMatchObject([{ rehearsal: true }, { rehearsal: false }]);
  });

  it('shows results, resolution and bundle only once published', () => {
    const before = renderPage(view('closed'), 'ru');
    for (const part of ['id="results"', 'id="resolution"', 'bundle.zip', '#results']) {
      expect(before).not.toContain(part);
      expect(renderPage(view(), 'ru')).toContain(part);
    }
    expect(publicData(view('closed'))).toMatchObject({ votes: [], resolution: null });
  });

  it('names only who agreed, and neither seats nor the privacy notice are data', () => {
    const page = renderPage(view(), 'ru');
    expect(page).toContain('Имя ');
    const data = JSON.stringify(publicData(view()));
    for (const secret of ['"s1"', '"s2"', '"m"', 'Внутреннее']) expect(data).not.toContain(secret);
  });

  it('shows grade, votes by group and the clause that was missed, in words', () => {
    const page = renderPage(view(), 'en');
    expect(page).toContain('<span class="grade majority">majority</span>');
    expect(page).toContain('<bdi>Бизнес [ru]</bdi>: yes 2 of 3');
    expect(page).toContain('Not met: threshold of the share of yes in the group');
    expect(page).toMatch(/aria-label="majority: yes 4 of 6"/u);
  });
});

describe('a ranking on the public page', () => {
  it('is told in words, by group, and as a heat map with a figure in each cell', () => {
    const result = rankingReport({ options: ['p1', 'p2'], groups: ['g1', 'g2'], unranked: 'last', strength: 'winning', ballots: [{ group: 'g1', ranking: [['p1'], ['p2']] }, { group: 'g1', ranking: [['p1'], ['p2']] }, { group: 'g2', ranking: [['p2'], ['p1']] }] }, 1);
    const base = view();
    const shown = renderPage({ ...base, core: { ...base.core, votes: { r: { voteId: 'r', purpose: 'ranking', result: result as unknown as Record<string, unknown>, electorateByGroup: { g1: 2, g2: 1 }, lot: null } as unknown as VoteHead } } }, 'ru');
    expect(shown).toContain('<table class="pairs">');
    expect(shown).toMatch(/<td class="h6"><b>2<\/b><\/td>/u);
    expect(shown).toContain('1.1 Өнүктүрүү пландары');
    expect(shown.replace(/<[^<>]*>/gu, ' ')).toMatch(/Шульце[^]*1\.1 Өнүктүрүү пландары/u);
    expect(shown.match(/<section><h4>Ранжирование<\/h4>/gu)).toHaveLength(1);
    expect(renderPage(base, 'ru').length).toBeLessThan(shown.length);
  });
});

describe('its parts', () => {
  it('the ring is open where a clause failed and whole for a single group', () => {
    const sector = { tone: 0, yes: 1, abstain: 1, base: 3, holds: true };
    expect(ring([sector, { ...sector, holds: false }], 'x').match(/class="circle"/gu)).toHaveLength(1);
    expect(ring([sector], 'x')).not.toContain('NaN');
    expect(ring([{ ...sector, yes: 0, abstain: 0, base: 0 }], 'x')).not.toContain('NaN');
  });

  it('every text stands in three languages', () => {
    for (const key of Object.keys(PAGE_MESSAGES.ru) as PageKey[]) {
      expect(PAGE_MESSAGES.en[key]).not.toBe(PAGE_MESSAGES.ru[key]);
      if (key !== 'brand') expect(PAGE_MESSAGES.ky[key]).not.toBe(PAGE_MESSAGES.ru[key]);
      expect(PAGE_MESSAGES.ky[key].length).toBeGreaterThan(0);
    }
  });
});
