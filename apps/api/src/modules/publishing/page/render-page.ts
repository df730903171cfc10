import { LANGS, type Lang, type PanelHead } from '@tegerek/contracts';
import { buildDocument, dayInWords, pickText, printable } from '@tegerek/replica';
import { escapeHtml, isolated, renderBody } from '../../exports/index.js';
import { pageSpeaker, type PageSay } from './messages.js';
import { renderResults } from './results.js';
import { inOrder, type PublicView } from './view.js';

const OWN_NAME: Record<Lang, string> = { ru: 'Русский', ky: 'Кыргызча', en: 'English' };

/** The public page in one language: complete without script, cookie or socket. Every text is escaped here. */
export function renderPage(view: PublicView, lang: Lang): string {
  const say = pageSpeaker(lang);
  const { setup } = view.core;
  const title = setup ? pickText(setup.title, lang) : '';
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${view.core.rehearsal ? `${escapeHtml(say('rehearsal.short'))}: ` : ''}${escapeHtml(title)} · ${escapeHtml(say('brand'))}</title>
<link rel="stylesheet" href="${view.style}">${LANGS.map((each) => `<link rel="alternate" hreflang="${each}" href="?lang=${each}">`).join('')}</head>
<body>
${siteHeader(view, lang, say)}
<main class="wrap">
${view.core.rehearsal ? `<p class="full rehearsal"><strong>${escapeHtml(say('rehearsal'))}</strong></p>` : ''}<header class="full"><h1>${isolated(title)}</h1><p class="when">${escapeHtml(when(view, lang))}</p><p class="when"><strong>${escapeHtml(phaseWords(view, say))}</strong></p></header>
${programme(view, lang, say)}
${margin(view, lang, say)}
${renderResults(view, lang, say)}
${resolution(view, lang, say)}
</main>
</body></html>
`;
}

const phaseWords = ({ phase }: PublicView, say: PageSay): string => (phase === 'published' || phase === 'closed' ? say(`phase.${phase}`) : say('phase.open'));

function siteHeader({ phase }: PublicView, lang: Lang, say: PageSay): string {
  const parts: ['programme' | 'results' | 'resolution', boolean][] = [['programme', true], ['results', phase === 'published'], ['resolution', phase === 'published']];
  const links = parts.filter(([, isThere]) => isThere).map(([part]) => `<a href="#${part}">${escapeHtml(say(part))}</a>`).join('');
  const languages = LANGS.map((each) => `<a href="?lang=${each}" lang="${each}" hreflang="${each}"${each === lang ? ' aria-current="true"' : ''}>${OWN_NAME[each]}</a>`).join('');
  return `<header class="site"><span class="brand">${escapeHtml(say('brand'))}</span><nav aria-label="${escapeHtml(say('sections'))}">${links}</nav><nav class="lang" aria-label="${escapeHtml(say('languages'))}">${languages}</nav></header>`;
}

function when({ core: { setup } }: PublicView, lang: Lang): string {
  if (!setup) return '';
  return [pickText(setup.place, lang), dayInWords(lang, setup.date)].filter((part) => part !== '').join(', ');
}

function programme(view: PublicView, lang: Lang, say: PageSay): string {
  const { setup, panels } = view.core;
  const description = setup ? pickText(setup.description, lang) : '';
  const goals = (setup?.goals ?? []).map((goal) => pickText(goal, lang)).filter((goal) => goal !== '');
  return [
    '<section id="programme">',
    ...(description === '' ? [] : [`<p class="lead">${isolated(description)}</p>`]),
    ...(goals.length === 0 ? [] : [`<h2 class="part">${escapeHtml(say('goals'))}</h2><ol class="goals">${goals.map((goal) => `<li>${isolated(goal)}</li>`).join('')}</ol>`]),
    `<h2 class="part">${escapeHtml(say('programme'))}</h2>`, '<ol class="prog">', ...inOrder(Object.values(panels)).map((panel) => panelItem(panel, view, lang, say)), '</ol></section>',
  ].join('\n');
}

function panelItem({ number, title, outcome, startsAt, endsAt, hall, panellists }: PanelHead, { names }: PublicView, lang: Lang, say: PageSay): string {
  const time = [startsAt, endsAt].filter((each) => each !== null).join('–');
  const people = panellists.flatMap((seat) => { const named = names.get(seat); return named ? [named.organisation === '' ? isolated(named.name) : `${isolated(named.name)} (${isolated(named.organisation)})`] : []; });
  const line = (name: string, html: string): string => (html === '' ? '' : `<p>${escapeHtml(name)}: ${html}</p>`);
  const words = (text: string): string => (text === '' ? '' : isolated(text));
  return `<li><span class="t">${escapeHtml(time)}</span><div><h3>${number}. ${isolated(pickText(title, lang))}</h3>${line(say('outcome'), words(pickText(outcome, lang)))}${line(say('hall'), words(pickText(hall, lang)))}${line(say('panellists'), people.join(', '))}</div></li>`;
}

function margin({ core, slug, phase }: PublicView, lang: Lang, say: PageSay): string {
  const groups = core.groups.map(({ title, tone }) => `<li class="grp g${tone + 1}">${isolated(pickText(title, lang))}</li>`).join('');
  const contacts = (core.setup?.contacts ?? []).map(({ name, role, phone, email }) =>
    `<p>${isolated(name)}${[pickText(role, lang), phone].filter((part) => part !== '').map((part) => `<br>${isolated(part)}`).join('')}${email === '' ? '' : `<br><a href="mailto:${escapeHtml(encodeURI(printable(email)))}">${escapeHtml(email)}</a>`}</p>`).join('');
  return [
    '<aside class="margin">', `<div><h2>${escapeHtml(say('groups'))}</h2><ul>${groups}</ul></div>`,
    ...(contacts === '' ? [] : [`<div><h2>${escapeHtml(say('press'))}</h2>${contacts}</div>`]),
    ...(phase === 'published' ? [`<div><h2>${escapeHtml(say('check'))}</h2><p>${escapeHtml(say('check.text'))}</p><p><a href="/api/dialogues/${core.dialogueId}/bundle.zip">${escapeHtml(say('bundle'))}</a></p><p><a href="/verify">${escapeHtml(say('verify'))}</a></p></div>`] : []),
    `<div><h2>${escapeHtml(say('data'))}</h2><p><a href="/p/${escapeHtml(slug)}/data.json">JSON</a></p></div>`, '</aside>',
  ].join('\n');
}

function resolution(view: PublicView, lang: Lang, say: PageSay): string {
  if (!view.resolution) return '';
  const { document, sha256 } = view.resolution;
  const base = `/api/dialogues/${view.core.dialogueId}/resolutions/${document.number}`;
  const links = ([['docx', 'document'], ['html', 'page'], ['md', 'markdown'], ['json', 'json']] as const).map(([format, key]) => `<a href="${base}.${format}?lang=${lang}">${escapeHtml(say(key))}</a>`).join(' · ');
  return `<section id="resolution" class="full"><h2 class="part">${escapeHtml(say('resolution'))}</h2><p>${escapeHtml(say('download'))}: ${links}</p>\n<article class="doc">\n${renderBody(buildDocument(document, sha256, lang))}\n</article></section>`;
}
