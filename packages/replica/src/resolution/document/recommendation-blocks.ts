import type { DecidedProposal, Footnote, PanelOfResolution, ResolutionDocument } from '../resolution-document.js';
import { addDecisionNotes } from './vote-notes.js';
import { failedInWords, gradeInWords } from './decision-words.js';
import type { Run } from './model.js';
import { lines, pickText } from './pick.js';
import { capital, type Writing } from './writing.js';

/** How recommendations are ordered in a document. */
export type Order = 'panel' | 'addressee';

export interface Placed {
  panel: PanelOfResolution;
  proposal: DecidedProposal;
}

/** Recommendations with their panels, panel by panel. */
export const placedIn = ({ panels }: Pick<ResolutionDocument, 'panels'>): Placed[] => panels.flatMap((panel) => panel.recommendations.map((proposal) => ({ panel, proposal })));

/** By addressee, in the order in which they first stand in the document; `''`: those without one, last. */
export function byAddressee(resolution: Pick<ResolutionDocument, 'panels'>): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const placed of placedIn(resolution)) {
    const name = placed.proposal.fields.addressee.trim();
    found.set(name, [...(found.get(name) ?? []), placed]);
  }
  const without = found.get('');
  if (without) { found.delete(''); found.set('', without); }
  return found;
}

/** How the addressee is written to, as the text itself states it; `''`: nowhere stated. */
export const dativeOf = (placed: readonly Placed[]): string => placed.map(({ proposal }) => proposal.fields.addresseeDative ?? '').find((form) => form !== '') ?? '';

export function addRecommendations(writing: Writing, resolution: ResolutionDocument, order: Order): void {
  const { lang, say, to } = writing;
  to.heading(2, say('recommendations'));
  if (order === 'addressee') {
    for (const [addressee, placed] of byAddressee(resolution)) {
      to.heading(3, addressee === '' ? say('addressee.none') : dativeOf(placed) || addressee);
      for (const { panel, proposal } of placed) addRecommendation(writing, proposal, panel.number);
    }
    return;
  }
  for (const panel of resolution.panels) {
    to.heading(3, say('panel', { number: panel.number, title: pickText(panel.title, lang) }));
    if (panel.recommendations.length === 0) to.paragraph(say('recommendations.none'));
    for (const recommendation of panel.recommendations) addRecommendation(writing, recommendation);
  }
}

/** The decided text exactly as it was frozen, and what was decided about it. `panel`: said where the heading does not. */
export function addRecommendation(writing: Writing, proposal: DecidedProposal, panel?: number): void {
  const { say, to, groupName } = writing;
  const { fields } = readIn(proposal, writing.lang);
  addText(writing, proposal);
  to.fields([
    [say('panel.short'), panel === undefined ? '' : String(panel)], [say('addressee'), panel === undefined ? fields.addressee : ''], [say('responsible'), fields.responsible],
    [say('deadline'), fields.deadline], [say('indicator'), fields.indicator], [say('region'), fields.region],
  ], 'item-meta');
  to.runs(votesInWords(writing, proposal), 'item-meta');
  const failed = failedInWords(say, proposal, groupName);
  to.paragraph(failed, 'item-meta');
  if (proposal.grade === 'majority') for (const group of new Set(proposal.failed.flatMap((clause) => clause.group ?? []))) to.paragraph(say('invited', { group: groupName(group) }), 'item-meta');
  if (proposal.reservations.length > 0) to.paragraph(say('reservations.see'), 'item-meta');
  addDecisionNotes(writing, proposal);
  for (const { version, grade, reason } of proposal.earlier) to.paragraph(reason === '' ? say('earlier', { version, grade: gradeInWords(say, grade) }) : say('earlier.reason', { version, grade: gradeInWords(say, grade), reason }), 'item-meta');
}

const translationOf = ({ translations }: DecidedProposal, lang: Writing['lang']): DecidedProposal['translations'][number] | undefined => translations.find(({ language }) => language === lang);

/** What stands where the recommendation stands: a translation only where somebody has compared it, else the text that was voted on. */
export function readIn(proposal: DecidedProposal, lang: Writing['lang']): { fields: DecidedProposal['fields']; language: DecidedProposal['language'] } {
  const translation = translationOf(proposal, lang);
  return translation?.isChecked === true ? { fields: translation.fields, language: lang } : { fields: proposal.fields, language: proposal.language };
}

/**
 * The voted text stands exactly as it was frozen; a title of its own goes before it, its evidence into footnotes. In a language in which it
 * was rendered and compared the translation stands first, said to be one, and the authoritative text below it; one that nobody compared stands below.
 */
function addText(writing: Writing, proposal: DecidedProposal): void {
  const { lang, say, to } = writing;
  const { number, fields, language, footnotes } = proposal;
  const translation = translationOf(proposal, lang);
  if (!translation) {
    addWording(writing, number, fields, footnotes);
    if (language !== lang) to.paragraph(say('text-language', { language: say(`language.${language}`) }), 'item-meta');
    return;
  }
  const [first, second] = translation.isChecked ? [translation.fields, fields] : [fields, translation.fields];
  addWording(writing, number, first, footnotes);
  to.paragraph(say(translation.isChecked ? 'translation' : 'translation.draft', { language: say(`language.${language}`) }), 'item-meta');
  for (const line of [second.title === second.text ? '' : second.title, ...lines(second.text)]) if (line !== '') to.paragraph(line, 'item-meta');
}

function addWording({ say, to }: Writing, number: string, fields: DecidedProposal['fields'], footnotes: readonly Footnote[]): void {
  const notes = footnotes.map((footnote) => to.note(footnoteInWords(say, footnote)));
  const parts = lines(fields.text);
  const last = parts.length - 1;
  // several notes of one place follow each other as runs without text
  const noted = (text: string): Run[] => notes.length === 0 ? [{ text }] : notes.map((note, i) => ({ text: i === 0 ? text : ' ', note }));
  if (fields.title !== '' && fields.title !== fields.text) {
    to.runs([{ text: fields.title, bold: true }], 'item', number);
    parts.forEach((line, i) => { to.runs(i === last ? noted(line) : [{ text: line }], 'item', ''); });
  } else parts.forEach((line, i) => { to.runs(i === last ? noted(line) : [{ text: line }], 'item', i === 0 ? number : ''); });
}

/** «Consensus: 51 of 51 for (government 17/17 · …). Rank 1 in the panel.» */
function votesInWords({ say, groupName }: Writing, { grade, overall, groups, rank, overallRank }: DecidedProposal): Run[] {
  const ranks = [rank === null ? '' : say('rank.panel', { rank }), overallRank === null ? '' : say('rank.overall', { rank: overallRank })].filter((part) => part !== '');
  const each = groups.map((group) => `${groupName(group.groupId)} ${group.yes}/${group.cast}`).join(' · ');
  const votes = say('votes.line', { yes: overall.yes, cast: overall.cast, groups: each });
  return [{ text: capital(gradeInWords(say, grade)), bold: true }, { text: `: ${votes}.${ranks.length === 0 ? '' : ` ${capital(ranks.join(', '))}.`}` }];
}

/** «claim. Source, date, region, link. Contested by …» */
export function footnoteInWords(say: Writing['say'], { claim, source, date, region, link, contestedBy }: Footnote): string {
  const origin = [source, date, region, link].filter((part) => part !== '').join(', ');
  const said = [claim, origin].filter((part) => part !== '').map((part) => part.replace(/\.?$/u, '.'));
  return [...said, ...(contestedBy.length === 0 ? [] : [say('contested', { by: contestedBy.join(', ') })])].join(' ');
}
