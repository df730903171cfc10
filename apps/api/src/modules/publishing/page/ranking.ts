import type { Lang, VoteHead } from '@tegerek/contracts';
import { speaker, type RankingOfResolution } from '@tegerek/replica';
import { explainReport, type RankingReport, type ShortlistResult } from '@tegerek/tally';
import { escapeHtml, isolated } from '../../exports/index.js';
import { pageSpeaker } from './messages.js';

/** Steps of heat that the style knows: 0 (never above) to 9 (always). */
const HOTTEST = 9;

export interface RankingNames {
  lang: Lang;
  groupName(id: string): string;
  /** The vote itself, whose result tells why; absent where only the document is known. */
  vote: VoteHead | undefined;
}

/** A ranking as its readers need it: the order, why it is so in words, each group's own order, and who was put above whom as a table that is a heat map too. */
export function renderRanking(ranking: RankingOfResolution, names: RankingNames): string {
  const { lang, groupName } = names;
  const say = speaker(lang);
  const { options } = ranking;
  const number = (id: string): string => options.find((option) => option.id === id)?.number ?? id;
  const groups = ranking.groups.filter(({ ballots }) => ballots > 0).map(({ groupId, ballots, ranking: order }) => say('ranking.group', { group: groupName(groupId), ballots, order: order.map((place) => place.map(number).join(' = ')).join(' > ') }));
  return [
    `<p>${escapeHtml(`${say('ranking.method', { ballots: ranking.ballots, blank: ranking.blank })} ${say('ranking.tied')}`)}</p>`,
    `<ol class="ranks">${options.map(({ rank, number: no, title, language, bridge }) => `<li><span class="n">${rank}</span><span><span${language === lang ? '' : ` lang="${language}"`}>${escapeHtml(no)} ${isolated(title)}</span><span class="sub">${escapeHtml(`${say('bridge')}: ${(bridge / 100).toFixed(0)}`)}</span></span></li>`).join('')}</ol>`,
    ...explained(ranking, names),
    `<ul class="by">${groups.map((words) => `<li>${escapeHtml(words)}</li>`).join('')}</ul>`,
    heatMap(ranking, say('pairwise')),
  ].join('\n');
}

/** What the tally says about its result, folded: the order in one paragraph, the shortlist in another. */
function explained({ options }: RankingOfResolution, { lang, vote, groupName }: RankingNames): string[] {
  if (!vote?.result) return [];
  const titles = Object.fromEntries(options.map(({ id, number, title }) => [id, `${number} ${title}`]));
  const groups = Object.fromEntries(Object.keys(vote.electorateByGroup).map((id) => [id, groupName(id)]));
  const { ranking, shortlist } = explainReport(vote.result as unknown as RankingReport, (vote.lot?.shortlist as ShortlistResult | undefined) ?? null, lang, titles, groups);
  const paragraphs = [ranking, shortlist].filter((words) => words.length > 0).map((words) => `<p>${escapeHtml(words.join(' '))}</p>`);
  return [`<details class="why"><summary>${escapeHtml(pageSpeaker(lang)('why'))}</summary>${paragraphs.join('')}</details>`];
}

function heatMap({ options, pairwise }: RankingOfResolution, caption: string): string {
  const cell = (i: number, j: number): string => {
    const [wins, losses] = [pairwise[i]?.[j] ?? 0, pairwise[j]?.[i] ?? 0];
    const heat = wins + losses === 0 ? 0 : Math.round((HOTTEST * wins) / (wins + losses));
    return i === j ? '<td>·</td>' : `<td class="h${heat}">${wins > losses ? `<b>${wins}</b>` : wins}</td>`;
  };
  const rows = options.map(({ number, title }, i) => `<tr><th scope="row" title="${escapeHtml(title)}">${escapeHtml(number)}</th>${options.map((_, j) => cell(i, j)).join('')}</tr>`);
  return `<div class="scroll"><table class="pairs"><caption>${escapeHtml(caption)}</caption><thead><tr><td></td>${options.map(({ number, title }) => `<th scope="col" title="${escapeHtml(title)}">${escapeHtml(number)}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}
