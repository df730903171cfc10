import type { DecidedProposal, PanelOfResolution, ResolutionDocument } from '../resolution-document.js';
import { gradeInWords } from './decision-words.js';
import { addAmendments } from './amendment-blocks.js';
import { lines, pickText, tagged } from './pick.js';
import { addRanking } from './ranking-blocks.js';
import { addRecommendation, placedIn } from './recommendation-blocks.js';
import { capital, type Writing } from './writing.js';

type Annex = [title: string, isThere: boolean, add: () => void];

/** Annexes that anybody can recompute, numbered as they are there. Returns the number of the last. */
export function addAnnexes(writing: Writing, resolution: ResolutionDocument, sha256: string): number {
  const { say, to } = writing;
  const decided = resolution.panels.flatMap(({ recommendations, notAdopted }) => [...recommendations, ...notAdopted]);
  const annexes: Annex[] = [
    [say('reservations'), decided.some(({ reservations }) => reservations.length > 0), () => addReservations(writing, decided)],
    [say('amendments'), decided.some(({ amendments }) => amendments.length > 0), () => addAmendments(writing, decided)],
    [say('vote-table'), decided.length > 0, () => addVoteTable(writing, decided)],
    [say('ranking'), resolution.ranking !== null || resolution.panels.some(({ ranking }) => ranking !== null), () => addRankings(writing, resolution)],
    [say('not-adopted'), resolution.panels.some(({ notAdopted, voided }) => notAdopted.length + voided.length > 0), () => addRest(writing, resolution.panels)],
    [say('participants'), true, () => addParticipants(writing, resolution)],
    [say('verify'), true, () => addVerify(writing, resolution, decided, sha256)],
  ];
  const there = annexes.filter(([, isThere]) => isThere);
  there.forEach(([title, , add], i) => {
    to.heading(2, say('annex', { number: i + 1, title }));
    add();
  });
  return there.length;
}

export function addHowAdopted({ say, to }: Writing, resolution: ResolutionDocument): void {
  const decided = resolution.panels.flatMap(({ recommendations, notAdopted }) => [...recommendations, ...notAdopted]);
  const known = ['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled'] as const;
  const bases = [...new Set(decided.map(({ base }) => base))].map((base) => { const found = known.find((one) => one === base); return found ? say(`base.${found}`) : base; });
  to.heading(2, say('how-adopted'));
  to.paragraph(say('how-adopted.text', { base: bases.join('; ') }));
  const grades = [...new Set(decided.map(({ grade }) => grade))].map((grade) => `${gradeInWords(say, grade)} – ${decided.filter((one) => one.grade === grade).length}`);
  if (grades.length > 0) to.paragraph(say('how-adopted.grades', { grades: grades.join(', ') }));
}

function addReservations({ lang, say, to }: Writing, decided: readonly DecidedProposal[]): void {
  for (const { number, version, reservations } of decided) {
    for (const { by, text, language, version: reserved, isTextChanged } of reservations) {
      to.runs([{ text: by, bold: true }, { text: ` (${say('version', { version: reserved })})` }], 'item', number);
      if (isTextChanged) to.paragraph(say('reservation.changed', { version }), 'item-meta');
      for (const line of lines(text)) to.runs([{ text: tagged(line, language, lang) }], 'item', '');
    }
  }
}

function addVoteTable({ say, to, groupName }: Writing, decided: readonly DecidedProposal[]): void {
  const row = (number: string, name: string, { electorate, cast, yes, no, abstain }: DecidedProposal['overall']): (string | number)[] => [number, name, electorate, cast, yes, no, abstain];
  to.table([say('number'), say('group'), say('electorate'), say('cast'), say('yes'), say('no'), say('abstain')], decided.flatMap(({ number, grade, groups, overall }) => [
    ...groups.map((group) => row(number, groupName(group.groupId), group)), row(number, `${say('all')}: ${gradeInWords(say, grade)}`, overall),
  ]), 2);
}

function addRankings(writing: Writing, { panels, ranking }: ResolutionDocument): void {
  const { lang, say, to } = writing;
  const decided = panels.flatMap(({ recommendations }) => recommendations);
  for (const panel of panels) {
    if (!panel.ranking) continue;
    to.heading(3, say('panel', { number: panel.number, title: pickText(panel.title, lang) }));
    addRanking(writing, panel.ranking, decided);
  }
  if (!ranking) return;
  to.heading(3, say('ranking.overall'));
  addRanking(writing, ranking, decided);
}

function addRest(writing: Writing, panels: readonly PanelOfResolution[]): void {
  const { lang, say, to } = writing;
  for (const panel of panels) for (const proposal of panel.notAdopted) addRecommendation(writing, proposal, panel.number);
  const voided = panels.flatMap((panel) => panel.voided);
  if (voided.length === 0) return;
  to.heading(3, say('voided'));
  to.list('bullets', voided.map(({ number, title, language, reason }) => say('voided.line', { number, title: tagged(title, language ?? lang, lang), reason })));
}

function addParticipants({ say, to, groupName }: Writing, { participants, regions }: ResolutionDocument): void {
  const total = (of: 'seats' | 'present'): number => participants.reduce((sum, group) => sum + group[of], 0);
  to.table([say('group'), say('seats'), say('present')], [...participants.map(({ groupId, seats, present }) => [groupName(groupId), seats, present]), [say('all'), total('seats'), total('present')]]);
  if (regions.length > 0) to.table([say('region'), say('seats')], regions.map(({ name, seats }) => [name, seats ?? say('few')]));
}

function addVerify({ say, to }: Writing, resolution: ResolutionDocument, decided: readonly DecidedProposal[], sha256: string): void {
  to.paragraph(say('verify.text'));
  to.paragraph(say('verify.log', { seq: resolution.basedOn.seq, hash: resolution.basedOn.hash }), 'meta');
  to.paragraph(say('verify.hash', { sha256 }), 'meta');
  if (decided.length > 0) to.paragraph(say('verify.texts'));
  for (const { number, version, versionHash, ballotsHash } of decided) to.runs([{ text: say('hashes', { version, 'version-hash': versionHash, 'ballots-hash': ballotsHash }) }], 'item', number);
}

/** What is not part of the verified text: added to a copy for those who may have it. */
export interface Extras {
  /** Only who agreed to it, in the order of the list. */
  participants?: { name: string; organisation: string; position: string; groupId: string | null }[];
  /** The minutes of each panel. */
  minutes?: { panel: number; title: string; entries: { time: string; text: string }[] }[];
}

/** Annexes of a copy, after the last one of the resolution itself. */
export function addExtras({ say, to, groupName }: Writing, { participants = [], minutes = [] }: Extras, after: number): void {
  let number = after;
  if (minutes.length > 0) {
    to.heading(2, say('annex', { number: ++number, title: say('minutes') }));
    to.paragraph(say('extra.minutes'), 'meta');
    for (const { panel, title, entries } of minutes) {
      to.heading(3, say('panel', { number: panel, title }));
      for (const { time, text } of entries) lines(text).forEach((line, i) => { to.runs([{ text: line }], 'item', i === 0 ? time : ''); });
    }
  }
  if (participants.length > 0) {
    to.heading(2, say('annex', { number: ++number, title: say('participants.named') }));
    to.paragraph(say('extra.participants'), 'meta');
    to.table([say('person'), say('organisation'), say('group')], participants.map(({ name, organisation, position, groupId }) => [name, [organisation, position].filter((part) => part !== '').join(', '), groupId === null ? '' : groupName(groupId)]), 3);
  }
}

/** Adopted recommendations by grade, for summaries. */
export const gradesOf = (writing: Writing, resolution: ResolutionDocument): string =>
  [...new Set(placedIn(resolution).map(({ proposal }) => proposal.grade))].map((grade) => `${capital(gradeInWords(writing.say, grade))}: ${placedIn(resolution).filter(({ proposal }) => proposal.grade === grade).length}`).join('; ');
