import type { DecidedProposal, RankingOfResolution } from '../resolution-document.js';
import { tagged } from './pick.js';
import { readIn } from './recommendation-blocks.js';
import { addShortlist } from './vote-notes.js';
import type { Writing } from './writing.js';

/** Columns of a pairwise table that fit a page. */
const WIDEST = 12;

/** As the options of a ranking are frozen: the title, without one the text, shortened. */
const LONGEST = 200;
const headline = ({ title, text }: DecidedProposal['fields']): string => {
  const points = [...text];
  return title !== '' ? title : points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join('')}…`;
};

/** What an option is called in a table: by a translation where the recommendation reads by one and is still called as it was when it was ranked. */
function nameIn(lang: Writing['lang'], { id, title, language }: RankingOfResolution['options'][number], decided: readonly DecidedProposal[]): string {
  const proposal = decided.find(({ proposalId }) => proposalId === id);
  if (proposal?.language !== language || headline(proposal.fields) !== title) return tagged(title, language, lang);
  const read = readIn(proposal, lang);
  return tagged(headline(read.fields), read.language, lang);
}

/** The order, the pairwise table (in parts where it is wider than a page), and each group's own order. */
export function addRanking(writing: Writing, ranking: RankingOfResolution, decided: readonly DecidedProposal[]): void {
  const { lang, say, to, groupName } = writing;
  const { options, pairwise, groups } = ranking;
  to.paragraph(`${say('ranking.method', { ballots: ranking.ballots, blank: ranking.blank })} ${say('ranking.tied')}`);
  to.table([say('rank'), say('number'), say('recommendation'), say('bridge')], options.map((option) => [option.rank, option.number, nameIn(lang, option, decided), (option.bridge / 100).toFixed(0)]), 3);
  addShortlist(writing, ranking);
  to.paragraph(say('pairwise'), 'meta');
  for (let from = 0; from < options.length; from += WIDEST) {
    const columns = options.slice(from, from + WIDEST);
    to.table([say('number'), ...columns.map(({ number }) => number)], options.map(({ number }, i) => [number, ...columns.map((_, j) => (i === from + j ? '–' : (pairwise[i]?.[from + j] ?? 0)))]));
  }
  const numbers = new Map(options.map(({ id, number }) => [id, number]));
  to.list('bullets', groups.map((group) => say('ranking.group', {
    group: groupName(group.groupId), ballots: group.ballots,
    order: group.ballots === 0 ? '–' : group.ranking.map((place) => place.map((id) => numbers.get(id) ?? id).join(' = ')).join(' > '),
  })));
}
