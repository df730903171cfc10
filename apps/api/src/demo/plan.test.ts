import { describe, expect, it } from '@jest/globals';
import { commandOf, LANGS, type Text } from '@tegerek/contracts';
import { DESCRIPTION, GOALS, GROUPS, PANELS, PLACE, PRIVACY_NOTICE, TITLE } from './dialogue-texts.js';
import { newDemoFile } from './links.js';
import { PANELLISTS, PARTICIPANTS, STAFF } from './people.js';
import { demoPeople, demoSteps } from './plan.js';

const authKeyHashes = Object.fromEntries(demoPeople().map(({ key }, i) => [key, String(i).padStart(64, '0')]));
const steps = demoSteps({ seed: 'seed', authKeyHashes, startedAt: Date.UTC(2026, 10, 24, 20, 0) });

describe('the demo', () => {
  it('consists of commands that the contract takes as they are', () => {
    for (const { name, payload } of steps) expect([name, commandOf(name).payload.parse(payload)]).toEqual([name, payload]);
  });

  it('takes place today, by the clock of its own zone', () => {
    expect(steps[0]).toMatchObject({ name: 'dialogue.create', payload: { demo: true, setup: { date: '2026-11-25' } } });
  });

  it('is written in three languages, none copied from another', () => {
    const texts: Text[] = [TITLE, DESCRIPTION, PRIVACY_NOTICE, PLACE, ...GOALS, ...GROUPS.map((group) => group.title), ...PANELS.flatMap((panel) => [panel.title, panel.outcome])];
    for (const text of texts) expect(new Set(LANGS.map((lang) => text[lang] ?? '')).size).toBe(LANGS.length);
  });

  it('has ten people of each group, and panellists who are not the guests of the printed links', () => {
    expect(GROUPS.map((group) => PARTICIPANTS.filter((person) => person.group === group.key).length)).toEqual([10, 10, 10]);
    expect(PANELLISTS.flat().filter((key) => /-[123]$/u.test(key))).toEqual([]);
    expect(PANELLISTS.flat().every((key) => PARTICIPANTS.some((person) => person.key === key))).toBe(true);
    expect(new Set(demoPeople().map((person) => person.name)).size).toBe(STAFF.length + PARTICIPANTS.length);
  });

  it('gives everybody a code of their own in the fragment of a link', () => {
    const { links } = newDemoFile(0);
    expect(links.length).toBe(demoPeople().length);
    expect(new Set(links.map((link) => link.code)).size).toBe(links.length);
    expect(links.every((link) => /^\/j\/demo#[0-9A-Z]{14}$/u.test(link.path))).toBe(true);
  });
});
