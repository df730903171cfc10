import type { Translate } from '../../../i18n/translate.js';
import type { GroupView } from '../../../ui/group.js';
import { finishPdf, fitBlock, fitLine, mm, openPdf, type Pdf, type PdfFonts } from '../../../ui/pdf/document.js';
import { drawTone, toneOf } from '../../../ui/pdf/tone.js';

/** What stands on every paper. `t` gives its words; `mark`: «РЕПЕТИЦИЯ», empty for a real dialogue. */
export interface PaperHead { title: string; mark: string; lang: string; fonts: PdfFonts; t: Translate }
export interface SignedPerson { number: number | null; name: string; organisation: string; groupId: string | null }

const INK = '#16181D';
const SOFT = '#474C57';
const LEFT = mm(14);
const WIDTH = mm(182);

function drawHead(pdf: Pdf, head: PaperHead, what: string, group: GroupView | null): number {
  pdf.addPage();
  if (group !== null) drawTone(pdf, group.tone, { x: 0, y: 0, width: mm(8), height: mm(297) });
  pdf.fillColor(SOFT);
  fitLine(pdf, head.mark === '' ? head.title : `${head.mark} · ${head.title}`, { x: LEFT, y: mm(10), width: WIDTH, size: 8, least: 6 });
  pdf.fillColor(INK);
  fitLine(pdf, what, { x: LEFT, y: mm(14.5), width: WIDTH, size: 15, least: 10, font: 'strong' });
  if (group !== null) {
    pdf.fillColor(toneOf(group.tone).text);
    fitLine(pdf, group.name, { x: LEFT, y: mm(22), width: WIDTH, size: 11, least: 8, font: 'strong' });
  }
  return mm(group === null ? 24 : 30);
}

const COLUMNS = [{ x: 0, width: mm(12) }, { x: mm(14), width: mm(62) }, { x: mm(78), width: mm(56) }, { x: mm(136), width: mm(46) }] as const;
const ROW = mm(9.5);
const BOTTOM = mm(285);

function drawRow(pdf: Pdf, cells: readonly string[], y: number, font: 'text' | 'strong'): void {
  pdf.fillColor(font === 'strong' ? SOFT : INK);
  for (const [i, { x, width }] of COLUMNS.entries()) fitLine(pdf, cells[i] ?? '', { x: LEFT + x, y: y + mm(2.4), width, size: 10, least: 6, font });
  pdf.lineWidth(0.5).moveTo(LEFT, y + ROW).lineTo(LEFT + WIDTH, y + ROW).stroke('#7F848F');
}

function drawList(pdf: Pdf, people: readonly SignedPerson[], group: GroupView | null, head: PaperHead): void {
  const { t } = head;
  let y = BOTTOM;
  for (const person of people) {
    if (y + ROW > BOTTOM) {
      y = drawHead(pdf, head, t('ready.papers.sign-in'), group);
      drawRow(pdf, [t('desk.col.number'), t('desk.col.name'), t('desk.col.organisation'), t('ready.paper.signature')], y, 'strong');
      y += ROW;
    }
    drawRow(pdf, [person.number === null ? '' : String(person.number), person.name, person.organisation, ''], y, 'text');
    y += ROW;
  }
}

/** The list to sign at the door: a list per group and one of those without, by name. Ten empty lines follow for whoever is on none. */
export function drawSignIn({ groups, people }: { groups: readonly GroupView[]; people: readonly SignedPerson[] }, head: PaperHead): Promise<Blob> {
  const pdf = openPdf({ title: head.title, lang: head.lang, fonts: head.fonts });
  const byName = (list: readonly SignedPerson[]) => [...list].sort((a, b) => a.name.localeCompare(b.name, head.lang));
  const empty = Array.from({ length: 10 }, (): SignedPerson => ({ number: null, name: '', organisation: '', groupId: null }));
  return finishPdf(pdf, () => {
    for (const group of groups) drawList(pdf, [...byName(people.filter(({ groupId }) => groupId === group.id)), ...empty], group, head);
    const others = byName(people.filter(({ groupId }) => !groups.some(({ id }) => id === groupId)));
    if (others.length > 0) drawList(pdf, others, null, head);
  });
}

const CHOICES = ['yes', 'no', 'abstain'] as const;

/** One slip: whose it is, what is decided, three boxes. */
function drawSlip(pdf: Pdf, group: GroupView, { x, y, width, height }: { x: number; y: number; width: number; height: number }, { t, mark }: PaperHead): void {
  pdf.lineWidth(0.4).dash(2, { space: 2 }).rect(x, y, width, height).stroke('#9A9EA8').undash();
  drawTone(pdf, group.tone, { x, y, width: mm(5), height });
  const left = x + mm(9);
  pdf.fillColor(toneOf(group.tone).text);
  fitLine(pdf, mark === '' ? group.name : `${mark} · ${group.name}`, { x: left, y: y + mm(4), width: width - mm(13), size: 10, least: 7, font: 'strong' });
  pdf.fillColor(INK);
  fitLine(pdf, `${t('ready.paper.decision')} _________________`, { x: left, y: y + mm(11), width: width - mm(13), size: 11, least: 8 });
  for (const [i, choice] of CHOICES.entries()) {
    const top = y + mm(21) + i * mm(10);
    pdf.lineWidth(1).rect(left, top, mm(6), mm(6)).stroke(INK);
    pdf.fillColor(INK);
    fitLine(pdf, t(`choice.${choice}`), { x: left + mm(9), y: top + mm(0.8), width: width - mm(24), size: 13, least: 9, font: 'strong' });
  }
}

function drawRanking(pdf: Pdf, group: GroupView, panel: { number: number; title: string }, head: PaperHead): void {
  const { t } = head;
  let y = drawHead(pdf, head, `${t('ready.paper.ranking')}: ${t('ready.paper.panel', { n: panel.number })}`, group);
  pdf.fillColor(SOFT);
  y += fitBlock(pdf, `${panel.title}\n${t('ready.paper.ranking-how')}`, { x: LEFT, y, width: WIDTH, size: 10, least: 7, lines: 4 }) + mm(4);
  for (let line = 0; line < 15; line += 1, y += mm(14)) {
    pdf.lineWidth(1).rect(LEFT, y, mm(12), mm(10)).stroke(INK);
    pdf.lineWidth(0.5).moveTo(LEFT + mm(16), y + mm(10)).lineTo(LEFT + WIDTH, y + mm(10)).stroke('#7F848F');
  }
}

/** Blank ballots to be copied: per group a page of ten slips «за / против / воздерживаюсь», and per panel a sheet for the ranking. */
export function drawBallots({ groups, panels }: { groups: readonly GroupView[]; panels: readonly { number: number; title: string }[] }, head: PaperHead): Promise<Blob> {
  const pdf = openPdf({ title: head.title, lang: head.lang, fonts: head.fonts });
  return finishPdf(pdf, () => {
    for (const group of groups) {
      pdf.addPage();
      for (let slip = 0; slip < 10; slip += 1) drawSlip(pdf, group, { x: mm(10) + (slip % 2) * mm(95), y: mm(11) + Math.floor(slip / 2) * mm(55), width: mm(95), height: mm(55) }, head);
      for (const panel of panels) drawRanking(pdf, group, panel, head);
    }
  });
}
