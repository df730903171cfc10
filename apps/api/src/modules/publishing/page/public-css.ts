import { createHash } from 'node:crypto';
import { fontFaces } from './fonts.js';

/** The public page's only style: the design's tokens, one column with marginalia, light and dark by the reader's system. */
const CSS = `:root{color-scheme:light dark;--font:Onest,system-ui,sans-serif;--font-doc:"Source Serif 4",Georgia,serif;--paper:#F7F7F4;--surface:#FFF;--ink:#16181D;--ink-2:#474C57;--ink-3:#656B77;--line:#DEDED8;--line-2:#7F848F;--accent:#37329A;--warn:#7A4A00;
--g1:#0072B2;--g1-text:#005C91;--g2:#E69F00;--g2-text:#875900;--g3:#009E73;--g3-text:#006C4F;--g4:#D55E00;--g4-text:#A34700;--g5:#56B4E9;--g5-text:#1D6A96;--g6:#CC79A7;--g6-text:#96406E;--g7:#F0E442;--g7-text:#6B6400}
@media (prefers-color-scheme:dark){:root{--paper:#121319;--surface:#1B1D24;--ink:#ECEDF1;--ink-2:#B9BDC7;--ink-3:#9297A3;--line:#2C2F38;--line-2:#70768A;--accent:#ACA8FF;--warn:#EFB755;--g1-text:#6DB9E8;--g2-text:#F2B842;--g3-text:#4CC9A2;--g4-text:#FF9B5E;--g5-text:#8CCCF3;--g6-text:#E5A9C8;--g7-text:#F0E442}}
*,*::before,*::after{box-sizing:border-box}html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.45 var(--font);overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol{margin:0;padding:0}ul,ol{list-style:none}h1,h2,h3{font-weight:650;line-height:1.2;text-wrap:balance}a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:2.5px solid var(--accent);outline-offset:2px;border-radius:4px}
.site{display:flex;flex-wrap:wrap;align-items:center;gap:0 1rem;min-height:56px;padding:0 clamp(1rem,4vw,3rem);border-bottom:1px solid var(--line);background:var(--surface);font-size:.875rem}
.brand{display:flex;align-items:center;gap:8px;min-height:48px;font-weight:650}.brand::before{content:"";width:16px;height:16px;border-radius:50%;border:3.5px solid var(--accent)}
.site nav{display:flex;gap:1rem;overflow-x:auto}.site nav a{min-height:48px;min-width:24px;display:flex;align-items:center;color:var(--ink-2);text-decoration:none;white-space:nowrap}.site .lang{margin-left:auto}.site [aria-current]{color:var(--ink);font-weight:600;box-shadow:inset 0 -3px 0 var(--accent)}
.wrap{max-width:70rem;margin:0 auto;padding:clamp(1.25rem,3.5vw,3rem) clamp(1rem,4vw,3rem);display:grid;grid-template-columns:minmax(0,44rem) minmax(0,1fr);gap:2rem 4rem;align-items:start}.wrap>.full{grid-column:1/-1;max-width:52rem}
h1{font-size:clamp(1.5rem,3.2vw,2.25rem)}.when{color:var(--ink-2);margin-top:.75rem}.lead{margin-bottom:1.5rem}.part{font-size:1.375rem;margin:1.5rem 0 .75rem}.goals{list-style:decimal;padding-left:1.5rem}.goals li{margin:.5rem 0}
.prog>li{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:1rem;padding:1rem 0;border-top:1px solid var(--line)}.prog .t{font-weight:600;font-size:1.125rem;font-variant-numeric:tabular-nums}.prog h3{font-size:1.125rem;line-height:1.3}.prog p{margin-top:6px;color:var(--ink-2);font-size:.9375rem}
.rehearsal{border:2px solid var(--warn);border-radius:6px;padding:.6rem 1rem;color:var(--warn)}.doc .mark{border:2px solid;padding:.5rem;text-align:center}.margin{font-size:.9375rem;display:grid;gap:1.5rem}.margin h2{font-size:.8125rem;color:var(--ink-3);font-weight:600;margin-bottom:6px}.margin p+p{margin-top:6px}
section>h3,section>h4{margin:1.5rem 0 .75rem}
.recs>li{display:grid;grid-template-columns:2.5rem minmax(0,1fr) 112px;gap:4px 1rem;padding:1.5rem 0;border-top:1px solid var(--line);align-items:start}.recs .n{font-size:1.375rem;font-weight:650;color:var(--accent);line-height:1.15}.recs h4{font-size:1.125rem;line-height:1.35;font-weight:600}
.recs .d{grid-column:2;display:grid;gap:4px;font-size:.9375rem;color:var(--ink-2)}.recs .ring{grid-column:3;grid-row:1/span 2;width:112px}.recs .fail{color:var(--warn)}
.grp{color:var(--ink)}.grp::before{content:"";display:inline-block;width:.8em;height:.8em;margin-right:.4em;border-radius:50%;background:var(--g);box-shadow:inset 0 0 0 1.25px var(--gt)}
.g1{--g:var(--g1);--gt:var(--g1-text)}.g2{--g:var(--g2);--gt:var(--g2-text)}.g3{--g:var(--g3);--gt:var(--g3-text)}.g4{--g:var(--g4);--gt:var(--g4-text)}.g5{--g:var(--g5);--gt:var(--g5-text)}.g6{--g:var(--g6);--gt:var(--g6-text)}.g7{--g:var(--g7);--gt:var(--g7-text)}
.grade{display:inline-flex;align-items:center;gap:.45em;font-weight:600;color:var(--ink)}.grade::before{content:"";width:.85em;height:.85em;border-radius:50%;border:.17em solid var(--accent)}.grade.consensus::before{background:var(--accent)}.grade.majority::before{border-right-color:transparent}.grade.none::before{border-style:dotted;border-color:var(--ink-3)}
.tag{font-size:.8125rem;color:var(--ink-3);border:1px solid var(--line-2);border-radius:4px;padding:0 4px}
.ring .track{fill:none;stroke:var(--line-2)}.ring .yes{fill:var(--g);stroke:var(--gt)}.ring .abstain{fill:var(--g);fill-opacity:.25}.ring .circle{fill:none;stroke:var(--accent);stroke-width:2}
.doc{font:400 1.0625rem/1.6 var(--font-doc);max-width:44rem}.doc h1{font-size:clamp(1.5rem,3vw,2rem);margin:1rem 0 1.5rem}.doc h2{font-size:1.25rem;margin:2rem 0 .75rem}.doc h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}.doc p{margin-top:.75rem;overflow-wrap:anywhere}.doc ol{list-style:decimal;padding-left:1.5rem}.doc ul{list-style:disc;padding-left:1.5rem}
.doc .meta,.doc .notes{font-size:.9375rem;color:var(--ink-2);overflow-wrap:anywhere}.doc .scroll{overflow-x:auto;margin:.75rem 0}.doc table{border-collapse:collapse;font:400 .875rem/1.4 var(--font);font-variant-numeric:tabular-nums}.doc th,.doc td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}.doc .figure{text-align:right}.doc .dateline{display:flex;justify-content:space-between;gap:1rem}.doc .item,.doc .item-meta{margin-inline-start:3rem}.doc .item-meta{font-size:.9375rem;color:var(--ink-2);margin-block:.2rem;overflow-wrap:anywhere}.doc .label{float:left;margin-inline-start:-3rem}
@media (max-width:760px){.wrap{grid-template-columns:minmax(0,1fr)}.prog>li{grid-template-columns:minmax(0,1fr);gap:2px}.recs>li{grid-template-columns:2.5rem minmax(0,1fr)}.recs .ring{grid-column:2;grid-row:auto}}
@media print{.site{display:none}.wrap{display:block;padding:0}}
`;

const text = `${fontFaces('/p/assets/')}\n${CSS}`;
const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
export const PUBLIC_CSS = { text, file: `public.${hash}.css`, path: `/p/assets/public.${hash}.css` };
