import type { Lang, VoteHead } from '@tegerek/contracts';
import { failedInWords, gradeInWords, pickText, readIn, speaker, type DecidedProposal, type PanelOfResolution, type RankingOfResolution } from '@tegerek/replica';
import { escapeHtml, isolated } from '../../exports/index.js';
import type { PageSay } from './messages.js';
import { renderRanking } from './ranking.js';
import { ring } from './ring.js';
import type { PublicView } from './view.js';

/** What shares are taken of, as far as this version can say it. */
const BASES = ['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled'] as const;

interface Names {
  lang: Lang;
  say: PageSay;
  groupName(id: string): string;
  tone(id: string): number;
  voteOf(id: string): VoteHead | undefined;
  /** A recommendation's title in a checked translation into the page's language. */
  titleOf(proposalId: string): { title: string; language: Lang } | undefined;
  /** Where the lists of ballots are. */
  api: string;
}

/** Results by panel: every decision with its grade and votes by group. */
export function renderResults({ core, resolution }: PublicView, lang: Lang, say: PageSay): string {
  if (!resolution) return '';
  const groups = new Map(core.groups.map((group) => [group.id, group]));
  const translated = resolution.document.panels.flatMap(({ recommendations }) => recommendations).filter((proposal) => proposal.language !== readIn(proposal, lang).language);
  const titles = new Map(translated.map((proposal) => [proposal.proposalId, { title: readIn(proposal, lang).fields.title || readIn(proposal, lang).fields.text, language: lang }]));
  const names: Names = {
    lang, say, api: `/api/dialogues/${core.dialogueId}`,
    groupName: (id) => { const group = groups.get(id); return group ? pickText(group.title, lang) : id; },
    tone: (id) => groups.get(id)?.tone ?? 0, voteOf: (id) => core.votes[id], titleOf: (proposalId) => titles.get(proposalId),
  };
  return `<section id="results" class="full"><h2 class="part">${escapeHtml(say('results'))}</h2>\n${resolution.document.panels.map((panel) => renderPanel(panel, names)).join('\n')}\n${rankingSection(3, 'ranking.overall', resolution.document.ranking, names)}\n</section>`;
}

function rankingSection(level: 3 | 4, title: 'ranking' | 'ranking.overall', ranking: RankingOfResolution | null, { lang, groupName, voteOf, titleOf }: Names): string {
  return ranking === null ? '' : `<section><h${level}>${escapeHtml(speaker(lang)(title))}</h${level}>\n${renderRanking({ ...ranking, options: ranking.options.map((option) => ({ ...option, ...titleOf(option.id) })) }, { lang, groupName, vote: voteOf(ranking.voteId) })}\n</section>`;
}

function renderPanel({ number, title, recommendations, notAdopted, ranking }: PanelOfResolution, names: Names): string {
  const { say, lang } = names;
  const list = (proposals: readonly DecidedProposal[]): string => `<ol class="recs">\n${proposals.map((proposal) => renderDecided(proposal, names)).join('\n')}\n</ol>`;
  return [
    `<section><h3>${number}. ${isolated(pickText(title, lang))}</h3>`,
    recommendations.length > 0 ? list(recommendations) : `<p>${escapeHtml(say('none'))}</p>`,
    ...(notAdopted.length > 0 ? [`<h4>${escapeHtml(say('not-adopted'))}</h4>`, list(notAdopted)] : []), rankingSection(4, 'ranking', ranking, names), '</section>',
  ].join('\n');
}

function renderDecided(proposal: DecidedProposal, { lang, say, groupName, tone, api }: Names): string {
  const { grade, rank, number, groups, overall, voteId, failed, base, agendaId } = proposal;
  const { fields, language } = readIn(proposal, lang);
  const speak = speaker(lang);
  const known = BASES.find((each) => each === base);
  const tally = (one: { yes: number; no: number }): string => say('for', { yes: one.yes, base: one.yes + one.no });
  const failedGroups = new Set(failed.map(({ group }) => group));
  const adopted = grade === 'consensus' || grade === 'broad-agreement' || grade === 'majority';
  const sectors = groups.map((group) => ({ tone: tone(group.groupId), yes: group.yes, abstain: group.abstain, base: group.cast, holds: adopted && !failedGroups.has(group.groupId) }));
  const words = failedInWords(speaker(lang), proposal, groupName);
  return [
    `<li id="d${escapeHtml(number)}"><span class="n">${escapeHtml(rank === null ? number : String(rank))}</span><h4${language === lang ? '' : ` lang="${language}"`}>${isolated(fields.title || fields.text)}${language === lang ? '' : ` <span class="tag">${language}</span>`}</h4>`,
    ring(sectors, escapeHtml(`${gradeInWords(speaker(lang), grade)}: ${tally(overall)}`)),
    `<div class="d"><span class="grade ${adopted ? escapeHtml(grade) : 'none'}">${escapeHtml(gradeInWords(speaker(lang), grade))}</span>`,
    `<span>${escapeHtml(tally(overall))}</span>`,
    `<ul class="by">${groups.map((group) => `<li class="grp g${tone(group.groupId) + 1}">${isolated(groupName(group.groupId))}: ${escapeHtml(tally(group))}</li>`).join('')}</ul>`,
    ...(known === undefined ? [] : [`<span>${escapeHtml(say('base', { base: speak(`base.${known}`) }))}</span>`]),
    ...(overall.scale === null ? [] : [`<span>${escapeHtml(speak('scale', { support: overall.scale.support, live: overall.scale.canLiveWith, reservations: overall.scale.reservations, block: overall.scale.block }))}</span>`]),
    ...(agendaId === null ? [] : [`<span>${escapeHtml(speak('agenda.note'))}</span>`]),
    ...(rank === null ? [] : [`<span>${escapeHtml(`${number} · ${say('rank', { rank })}`)}</span>`]),
    ...(words === '' ? [] : [`<span class="fail">${escapeHtml(words)}</span>`]),
    `<a href="${api}/votes/${voteId}/ballots">${escapeHtml(say('ballots'))}</a></div></li>`,
  ].join('\n');
}
