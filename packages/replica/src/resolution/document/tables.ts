import type { Lang } from '@tegerek/contracts/wire';
import type { DecidedProposal, RankingOfResolution, ResolutionDocument } from '../resolution-document.js';
import { gradeInWords } from './decision-words.js';
import { pickText } from './pick.js';
import { printable } from './printable.js';
import { writingOf } from './writing.js';

export const TABLES = ['recommendations', 'votes', 'ranking'] as const;
export type TableName = (typeof TABLES)[number];

/** Figures of a resolution for a spreadsheet; texts pass `printable`, formulas are the writer's to disarm. */
export interface DataTable {
  name: TableName;
  title: string;
  head: string[];
  rows: (string | number)[][];
}

/** What was decided, each vote by group, and the rankings: the same figures as the document's. */
export function tablesOf(resolution: ResolutionDocument, lang: Lang): DataTable[] {
  const { say, groupName } = writingOf(resolution, lang);
  const decided = resolution.panels.flatMap((panel) => [...panel.recommendations, ...panel.notAdopted].map((proposal) => ({ panel, proposal })));
  const figures = ({ electorate, cast, yes, no, abstain }: DecidedProposal['overall']): number[] => [electorate, cast, yes, no, abstain];
  const head = [say('electorate'), say('cast'), say('yes'), say('no'), say('abstain')];
  // a row that is copied out of a rehearsal's table takes its mark along
  const marked = resolution.rehearsal ? [say('rehearsal')] : [];
  const table = (name: TableName, title: string, columns: string[], rows: (string | number)[][]): DataTable =>
    ({ name, title, head: [...marked, ...columns], rows: rows.map((row) => [...marked, ...row].map((cell) => (typeof cell === 'string' ? printable(cell) : cell))) });
  const ranked = (place: string, ranking: RankingOfResolution | null): (string | number)[][] => ranking?.options.map(({ rank, number, title }) => [place, rank, number, title]) ?? [];
  return [
    table('recommendations', say('recommendation'), [
      say('number'), say('panel.short'), say('table.title'), say('table.text'), say('addressee'), say('responsible'), say('deadline'), say('indicator'), say('region'), say('table.grade'), say('rank'), say('table.overall-rank'), ...head,
      say('table.language'), say('table.hash'),
    ], decided.map(({ panel, proposal: { number, fields, grade, rank, overallRank, overall, language, versionHash } }) => [
      number, panel.number, fields.title, fields.text, fields.addressee, fields.responsible, fields.deadline, fields.indicator, fields.region, gradeInWords(say, grade), rank ?? '', overallRank ?? '', ...figures(overall), say(`language.${language}`), versionHash,
    ])),
    table('votes', say('vote-table'), [say('number'), say('group'), ...head], decided.flatMap(({ proposal: { number, groups, overall } }) => [
      ...groups.map((group) => [number, groupName(group.groupId), ...figures(group)]), [number, say('all'), ...figures(overall)],
    ])),
    table('ranking', say('ranking'), [say('panel.short'), say('rank'), say('number'), say('recommendation')], [
      ...resolution.panels.flatMap((panel) => ranked(`${panel.number}. ${pickText(panel.title, lang)}`, panel.ranking)), ...ranked(say('ranking.overall'), resolution.ranking),
    ]),
  ];
}
