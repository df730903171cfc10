import type { AmendmentOfDecision, DecidedProposal } from '../resolution-document.js';
import { failedInWords, gradeInWords } from './decision-words.js';
import { lines, tagged } from './pick.js';
import { capital, type Writing } from './writing.js';

/** What the room decided about changes to the texts, by proposal and in the stated order: figures by group, and both wordings. */
export function addAmendments(writing: Writing, decided: readonly DecidedProposal[]): void {
  for (const { amendments, language } of decided) for (const amendment of amendments) addAmendment(writing, amendment, language);
}

function addAmendment({ lang, say, to, groupName }: Writing, { number, field, before, text, outcome, fellTo, vote }: AmendmentOfDecision, language: DecidedProposal['language']): void {
  const words = outcome === 'fell' ? say('amendment.fell', { number: fellTo ?? '' }) : say(`amendment.${outcome}`);
  to.runs([{ text: capital(say('amendment.to', { field: say(`field.${field}`) })), bold: true }, { text: `: ${words}` }], 'item', number);
  if (vote) {
    const groups = vote.groups.map((group) => `${groupName(group.groupId)} ${group.yes}/${group.cast}`).join(' · ');
    to.paragraph(`${capital(gradeInWords(say, vote.grade))}: ${say('votes.line', { yes: vote.overall.yes, cast: vote.overall.cast, groups })}.`, 'item-meta');
    to.paragraph(failedInWords(say, vote, groupName), 'item-meta');
    addWording(say('amendment.before'), before);
  }
  if (text !== null) addWording(say('amendment.text'), text);

  function addWording(label: string, wording: string): void {
    lines(wording === '' ? '–' : wording).forEach((line, i) => { to.runs([{ text: `${i === 0 ? `${label}: ` : ''}${wording === '' ? line : tagged(line, language, lang)}` }], 'item', ''); });
  }
}
