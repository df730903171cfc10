import type { RankingOfResolution } from '../resolution-document.js';
import type { Writing } from './build-document.js';
import { tagged } from './pick.js';

/** The order, the pairwise table, and each group's own order. */
export function addRanking({ lang, say, to, groupName }: Writing, ranking: RankingOfResolution): void {
  const { options, pairwise, groups } = ranking;
  to.paragraph(`${say('ranking.method', { ballots: ranking.ballots, blank: ranking.blank })} ${say('ranking.tied')}`);
  to.table([say('rank'), say('number'), say('recommendation')], options.map(({ rank, number, title, language }) => [rank, number, tagged(title, language, lang)]), false);
  to.paragraph(say('pairwise'), 'meta');
  to.table([say('number'), ...options.map(({ number }) => number)], options.map(({ number }, i) => [number, ...(pairwise[i] ?? []).map((votes, j) => (i === j ? '–' : votes))]));
  const numbers = new Map(options.map(({ id, number }) => [id, number]));
  to.list('bullets', groups.map((group) => say('ranking.group', {
    group: groupName(group.groupId), ballots: group.ballots,
    order: group.ballots === 0 ? '–' : group.ranking.map((place) => place.map((id) => numbers.get(id) ?? id).join(' = ')).join(' > '),
  })));
}
