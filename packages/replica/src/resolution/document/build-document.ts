import type { Lang } from '@tegerek/contracts/wire';
import type { DecidedProposal, PanelOfResolution, ResolutionDocument } from '../resolution-document.js';
import { dayInWords, speaker, type Say } from '../messages/say.js';
import { failedInWords, gradeInWords } from './decision-words.js';
import { DocumentBuilder, type DocumentModel } from './model.js';
import { pickText, tagged } from './pick.js';
import { addRanking } from './ranking-blocks.js';

/** What the parts of one document share. */
export interface Writing {
  lang: Lang;
  say: Say;
  to: DocumentBuilder;
  groupName(id: string): string;
}

/** The one document model of all formats, in one language. `sha256`: of the resolution's canonical data. */
export function buildDocument(resolution: ResolutionDocument, sha256: string, lang: Lang): DocumentModel {
  const names = new Map(resolution.participants.map(({ groupId, title }) => [groupId, pickText(title, lang)]));
  const writing: Writing = { lang, say: speaker(lang), to: new DocumentBuilder(), groupName: (id) => names.get(id) ?? id };
  addHeading(writing, resolution);
  for (const panel of resolution.panels) addPanel(writing, panel);
  if (resolution.ranking) {
    writing.to.heading(2, writing.say('ranking.overall'));
    addRanking(writing, resolution.ranking);
  }
  addClosing(writing, resolution, sha256);
  return writing.to.build(lang, writing.say('resolution.of', { title: pickText(resolution.title, lang) }), resolution.date);
}

function addHeading({ lang, say, to, groupName }: Writing, resolution: ResolutionDocument): void {
  const title = pickText(resolution.title, lang);
  const heldAt = pickText(resolution.heldAt, lang);
  to.heading(1, say('resolution.numbered', { number: resolution.number }));
  to.paragraph(title, 'subtitle');
  to.paragraph([resolution.place === '' ? heldAt : resolution.place, dayInWords(lang, resolution.date)].filter((part) => part !== '').join(', '), 'subtitle');
  const held = { title, date: dayInWords(lang, resolution.heldOn) };
  to.paragraph(heldAt === '' ? say('preamble.nowhere', held) : say('preamble', { ...held, place: heldAt }));
  const description = pickText(resolution.description, lang);
  for (const part of lines(description)) to.paragraph(part);
  to.heading(2, say('participants'));
  const { participants } = resolution;
  const total = (of: 'seats' | 'present'): number => participants.reduce((sum, group) => sum + group[of], 0);
  to.table([say('group'), say('seats'), say('present')], [
    ...participants.map(({ groupId, seats, present }) => [groupName(groupId), seats, present]), [say('all'), total('seats'), total('present')],
  ]);
  if (resolution.goals.length > 0) {
    to.heading(2, say('goals'));
    to.list('numbered', resolution.goals.map((goal) => pickText(goal, lang)).filter((goal) => goal !== ''));
  }
}

function addPanel(writing: Writing, panel: PanelOfResolution): void {
  const { lang, say, to } = writing;
  to.heading(2, say('panel', { number: panel.number, title: pickText(panel.title, lang) }));
  to.field(say('outcome'), pickText(panel.outcome, lang));
  to.heading(3, say('recommendations'));
  if (panel.recommendations.length === 0) to.paragraph(say('recommendations.none'));
  for (const recommendation of panel.recommendations) addDecided(writing, recommendation);
  if (panel.notAdopted.length > 0) {
    to.heading(3, say('not-adopted'));
    for (const proposal of panel.notAdopted) addDecided(writing, proposal);
  }
  if (panel.ranking) {
    to.heading(3, say('ranking'));
    addRanking(writing, panel.ranking);
  }
  if (panel.voided.length > 0) {
    to.heading(3, say('voided'));
    to.list('bullets', panel.voided.map(({ number, title, language, reason }) => say('voided.line', { number, title: tagged(title, language ?? lang, lang), reason })));
  }
}

function addDecided(writing: Writing, proposal: DecidedProposal): void {
  const { lang, say, to, groupName } = writing;
  const { fields, language } = proposal;
  const note = to.note(say('hashes', { version: proposal.version, 'version-hash': proposal.versionHash, 'ballots-hash': proposal.ballotsHash }));
  const [first = '', ...others] = lines(fields.text);
  // the voted text stands exactly as it was frozen; a title of its own goes before it
  if (fields.title !== '' && fields.title !== fields.text) {
    to.runs([{ text: `${proposal.number}. `, bold: true }, { text: fields.title, bold: true, note }]);
    to.paragraph(first);
  } else to.runs([{ text: `${proposal.number}. `, bold: true }, { text: first, note }]);
  for (const line of others) to.paragraph(line);
  if (language !== lang) to.paragraph(say('text-language', { language: say(`language.${language}`) }), 'meta');
  for (const name of ['addressee', 'responsible', 'deadline', 'indicator', 'region'] as const) to.field(say(name), fields[name]);
  const ranks = [proposal.rank === null ? '' : say('rank.panel', { rank: proposal.rank }), proposal.overallRank === null ? '' : say('rank.overall', { rank: proposal.overallRank })];
  to.field(say('outcome.decision'), [gradeInWords(say, proposal.grade), ...ranks].filter((part) => part !== '').join(', '));
  const failed = failedInWords(say, proposal, groupName);
  if (failed !== '') to.paragraph(failed, 'meta');
  if (proposal.grade === 'majority') for (const group of new Set(proposal.failed.flatMap((clause) => clause.group ?? []))) to.paragraph(say('invited', { group: groupName(group) }), 'meta');
  for (const { version, grade } of proposal.earlier) to.paragraph(say('earlier', { version, grade: gradeInWords(say, grade) }), 'meta');
  const row = (name: string, { electorate, cast, yes, no, abstain }: DecidedProposal['overall']): (string | number)[] => [name, electorate, cast, yes, no, abstain];
  to.table([say('group'), say('electorate'), say('cast'), say('yes'), say('no'), say('abstain')], [
    ...proposal.groups.map((group) => row(groupName(group.groupId), group)), row(say('all'), proposal.overall),
  ]);
}

function addClosing({ say, to }: Writing, resolution: ResolutionDocument, sha256: string): void {
  to.heading(2, say('how-adopted'));
  const bases = new Set(resolution.panels.flatMap(({ recommendations, notAdopted }) => [...recommendations, ...notAdopted].map(({ base }) => base)));
  const known = ['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled'] as const;
  const words = [...bases].map((base) => { const found = known.find((one) => one === base); return found ? say(`base.${found}`) : base; });
  to.paragraph(say('how-adopted.text', { base: words.join('; ') }));
  to.heading(2, say('verify'));
  to.paragraph(say('verify.text'));
  to.paragraph(say('verify.log', { seq: resolution.basedOn.seq, hash: resolution.basedOn.hash }), 'meta');
  to.paragraph(say('verify.hash', { sha256 }), 'meta');
}

/** Paragraphs of a text, without empty ones. */
export const lines = (text: string): string[] => text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '');
