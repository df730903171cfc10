import type { Contact, Lang } from '@tegerek/contracts/wire';
import { dayInWords } from '../messages/say.js';
import type { ResolutionDocument } from '../resolution-document.js';
import { gradeInWords } from './decision-words.js';
import type { DocumentModel } from './model.js';
import { pickText } from './pick.js';
import { addRecommendation, byAddressee, dativeOf, placedIn, type Placed } from './recommendation-blocks.js';
import { writingOf, type Writing } from './writing.js';

/** Who the recommendations are for, in the order of the document; each gets one letter. */
export const addresseesOf = (resolution: Pick<ResolutionDocument, 'panels'>): string[] => [...byAddressee(resolution).keys()].filter((addressee) => addressee !== '');

/**
 * The letter that goes with the resolution to one addressee: all recommendations to them, word by word. `addressee`: as in `addresseesOf`.
 * `undefined`: nothing is for them.
 */
export function buildLetter(resolution: ResolutionDocument, sha256: string, lang: Lang, addressee: string): DocumentModel | undefined {
  const placed = byAddressee(resolution).get(addressee);
  if (!placed || addressee === '') return undefined;
  const writing = writingOf(resolution, lang);
  const { say, to } = writing;
  const title = pickText(resolution.title, lang);
  addDateline(writing, resolution);
  to.runs([{ text: dativeOf(placed) || addressee, bold: true }]);
  to.heading(1, say('letter.title', { title }));
  to.paragraph(say('letter.intro', { title, held: heldOf(writing, resolution), number: resolution.number }));
  for (const { panel, proposal } of placed) addRecommendation(writing, proposal, panel.number);
  to.paragraph(say('letter.ask'));
  to.paragraph(say('letter.attached', { number: resolution.number }));
  to.table([say('letter.outgoing'), say('letter.reply-by'), say('letter.signature')], [['', '', '']], 3);
  to.paragraph(say('verify.hash', { sha256 }), 'meta');
  return to.build(lang, say('letter.title', { title }), resolution.date);
}

const HEADLINES = 3;

/** Who, what, when, where and why, with figures by group and region, three recommendations and whom to ask. */
export function buildPressRelease(resolution: ResolutionDocument, sha256: string, lang: Lang, contacts: readonly Contact[]): DocumentModel {
  const writing = writingOf(resolution, lang);
  const { say, to, groupName } = writing;
  const title = pickText(resolution.title, lang);
  const adopted = placedIn(resolution);
  const refused = resolution.panels.reduce((sum, panel) => sum + panel.notAdopted.length, 0);
  addDateline(writing, resolution);
  to.heading(1, say('press.title'));
  to.paragraph(title, 'subtitle');
  const groups = resolution.participants.map(({ groupId, present }) => say('preamble.group', { group: groupName(groupId), n: present })).join(', ');
  to.paragraph(say('press.lead', { title, held: heldOf(writing, resolution), n: resolution.participants.reduce((sum, { present }) => sum + present, 0), groups }));
  if (resolution.regions.length > 0) to.paragraph(say('press.regions', { regions: resolution.regions.map(({ name }) => name).join(', ') }));
  const grades = [...new Set(adopted.map(({ proposal }) => proposal.grade))].map((grade) => `${gradeInWords(say, grade)} – ${adopted.filter(({ proposal }) => proposal.grade === grade).length}`).join(', ');
  to.paragraph(say('press.adopted', { adopted: adopted.length, refused, grades: grades === '' ? '–' : grades }));
  const first = [...adopted].sort(byRank).slice(0, HEADLINES);
  if (first.length > 0) to.heading(2, say('press.headlines'));
  for (const { panel, proposal } of first) addRecommendation(writing, proposal, panel.number);
  const goals = resolution.goals.map((goal) => pickText(goal, lang)).filter((goal) => goal !== '');
  if (goals.length > 0) {
    to.heading(2, say('goals'));
    to.list('numbered', goals);
  }
  to.heading(2, say('press.more'));
  to.paragraph(say('letter.attached', { number: resolution.number }));
  for (const { name, role, phone, email } of contacts) to.runs([{ text: name, bold: true }, { text: [pickText(role, lang), phone, email].filter((part) => part !== '').map((part) => `, ${part}`).join('') }]);
  to.paragraph(say('verify.hash', { sha256 }), 'meta');
  return to.build(lang, `${say('press.title')}: ${title}`, resolution.date);
}

/** By the ranking over the whole dialogue where there is one, else by the panels'. */
const byRank = (a: Placed, b: Placed): number =>
  (a.proposal.overallRank ?? Infinity) - (b.proposal.overallRank ?? Infinity) || (a.proposal.rank ?? Infinity) - (b.proposal.rank ?? Infinity) || 0;

const heldOf = ({ lang }: Writing, { heldAt, heldOn }: ResolutionDocument): string => [pickText(heldAt, lang), dayInWords(lang, heldOn)].filter((part) => part !== '').join(', ');

function addDateline({ lang, to }: Writing, { place, heldAt, date }: ResolutionDocument): void {
  to.runs([{ text: place === '' ? pickText(heldAt, lang) : place }, { text: dayInWords(lang, date) }], 'dateline');
}
