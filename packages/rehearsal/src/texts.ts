import { PANELS } from '@tegerek/api/demo/dialogue-texts';
import { PROPOSALS } from '@tegerek/api/demo/proposals';
import type { Formulation, Lang, PanelSetup, RehearsedProgramme, Text } from '@tegerek/contracts';
import { choice, pick } from './choice.js';
import { PHRASES, type Subject } from './phrases.js';

/** What people write in a rehearsal. Invented, recognisable as such, and about what the rehearsed dialogue is about. */
export interface Written {
  key: string;
  language: Lang;
  fields: Formulation;
}

/** What is written about: a panel among the groups and languages of its dialogue. */
export interface Theme {
  panel: Pick<PanelSetup, 'number' | 'title' | 'outcome'>;
  groups: readonly Text[];
  languages: readonly Lang[];
  /** The dialogue's day, `2026-11-24`. */
  date: string;
}

/** The themes of a programme, in the order of its panels. */
export const themesOf = ({ setup, groups, panels }: RehearsedProgramme): Theme[] =>
  panels.map((panel) => ({ panel, groups: groups.map(({ title }) => title), languages: setup.languages, date: setup.date }));

/** A text in a language, else in the first in which it stands. */
export const textIn = (text: Text, language: Lang, languages: readonly Lang[]): string => [language, ...languages].map((each) => text[each]?.trim() ?? '').find((words) => words !== '') ?? Object.values(text)[0] ?? '';

/** At most `most` letters, cut between words. */
export function shortened(text: string, most: number): string {
  const letters = [...text.replace(/[.\s]+$/u, '')];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('').replace(/[\s,;:–—-]+\S*$/u, '')}…`;
}

/** A theme in quotation marks and as the head of a title: both leave room for the words around them (200 letters of a title). */
const QUOTED = 140;
const LAST_YEARS = 3;

function subjectOf({ panel, groups, languages }: Theme, language: Lang): Subject {
  const theme = shortened(textIn(panel.title, language, languages), QUOTED);
  const outcome = shortened(textIn(panel.outcome, language, languages), QUOTED);
  return { theme, outcome: outcome === '' ? theme : outcome, groups: groups.map((title) => shortened(textIn(title, language, languages), QUOTED)) };
}

/** A question from the floor. `who`: the same in every run. */
export function questionOf(theme: Theme, language: Lang, seed: number, who: string): string {
  const object = `question-${theme.panel.number}`;
  const subject = subjectOf(theme, language);
  return pick(PHRASES[language].questions, seed, who, object)(subject, pick(subject.groups, seed, who, `${object}-to`));
}

/** `count` proposals of a panel, each by its key: the demo's own where the panel is the demo's, then others about its theme. */
export function proposalsOf(theme: Theme, count: number, seed: number): Written[] {
  const { number } = theme.panel;
  const known = demoProposalsOf(theme).slice(0, count);
  return [...known, ...Array.from({ length: count - known.length }, (_, i) => proposalOf(theme, i, `${number}-${known.length + i + 1}`, seed))];
}

function proposalOf(theme: Theme, i: number, key: string, seed: number): Written {
  const language = pick(theme.languages, seed, key, 'language');
  const { acts, addressee, responsible } = PHRASES[language];
  const subject = subjectOf(theme, language);
  const act = acts[(i + Math.floor(acts.length * choice(seed, 'theme', `${theme.panel.number}`))) % acts.length];
  if (!act) throw new Error('a language has no proposals');
  const { title, text, indicator } = act(subject);
  const year = Number(theme.date.slice(0, 4)) + 1 + (i % LAST_YEARS);
  // more than there are acts: the same for a later year, and its title says so
  const round = i < acts.length ? '' : ` (${year})`;
  return {
    key, language,
    fields: { title: `${title}${round}`, text, addressee: addressee(pick(subject.groups, seed, key, 'addressee')), responsible, deadline: `${year}-${pick(['03', '06', '09', '12'], seed, key, 'month')}-01`, indicator, region: '' },
  };
}

/** The demo's proposals of a panel, if this is that panel. */
function demoProposalsOf({ panel, languages }: Theme): Written[] {
  const place = PANELS.findIndex(({ title }) => languages.some((lang) => title[lang] !== undefined && title[lang] === panel.title[lang])) + 1;
  return PROPOSALS.filter((proposal) => proposal.panel === place && languages.includes(proposal.language)).map(({ language, fields }, i) => ({ key: `${panel.number}-${i + 1}`, language, fields }));
}
