import { formatCode } from '@tegerek/ballot';
import { doorMark } from '../../../../ui/pdf/door-mark.js';
import { drawBarcode, drawQr } from '../../../../ui/pdf/marks.js';
import { finishPdf, fitBlock, fitLine, mm, openPdf, type Pdf, type PdfFonts } from '../../../../ui/pdf/document.js';
import { drawTone, toneOf } from '../../../../ui/pdf/tone.js';
import type { GroupView } from '../../../../ui/group.js';

/** What stands on one badge. `link` holds the secret in its fragment. */
export interface DrawnBadge { number: number; name: string; organisation: string; group: GroupView | null; code: string; link: string }

export interface BadgeWords {
  title: string;
  /** «Репетиция», over the title; absent: a real dialogue. */
  mark?: string | undefined;
  lang: string;
  /** «Личный код», over the code. */
  code: string;
  /** «Место», over the number. */
  seat: string;
  /** Where a code is typed: the host and path without a scheme. */
  address: string;
}

const WIDTH = mm(95);
const HEIGHT = mm(55);
const COLUMNS = 2;
const PER_PAGE = 10;
const STRIP = mm(7);
const INK = '#16181D';
const SOFT = '#474C57';

function drawStrip(pdf: Pdf, { group }: DrawnBadge, x: number, y: number): void {
  if (group === null) return;
  drawTone(pdf, group.tone, { x, y, width: STRIP, height: HEIGHT });
  pdf.roundedRect(x + mm(0.8), y + mm(2), STRIP - mm(1.6), mm(6), mm(1)).fill('#FFFFFF');
  pdf.fillColor(toneOf(group.tone).text).font('strong').fontSize(9).text(group.sign, x, y + mm(3.3), { width: STRIP, align: 'center', lineBreak: false });
}

function drawWho(pdf: Pdf, badge: DrawnBadge, words: BadgeWords, x: number, y: number): void {
  const width = mm(47);
  if (words.mark !== undefined) {
    pdf.rect(x, y - mm(2.2), width, mm(4)).fill(INK);
    pdf.fillColor('#FFFFFF');
    fitLine(pdf, words.mark, { x: x + mm(1), y: y - mm(1.5), width: width - mm(2), size: 8, least: 6, font: 'strong' });
  }
  pdf.fillColor(SOFT);
  fitBlock(pdf, words.title, { x, y: words.mark === undefined ? y : y + mm(2.4), width, size: 6.5, least: 5.5, lines: words.mark === undefined ? 2 : 1 });
  pdf.fillColor(INK);
  const name = fitBlock(pdf, badge.name, { x, y: y + mm(7), width, size: 15, least: 9, lines: 2, font: 'strong' });
  pdf.fillColor(SOFT);
  const organisation = badge.organisation === '' ? 0 : fitBlock(pdf, badge.organisation, { x, y: y + mm(7) + name + mm(0.8), width, size: 8.5, least: 6.5, lines: 2 });
  if (badge.group === null) return;
  pdf.fillColor(toneOf(badge.group.tone).text);
  fitLine(pdf, badge.group.name, { x, y: y + mm(7) + name + organisation + mm(1.8), width, size: 9, least: 6.5, font: 'strong' });
}

/** Cut lines around, the group's strip at the left, the private QR and its code, who it is, and the door's number and barcode. */
function drawBadge(pdf: Pdf, badge: DrawnBadge, words: BadgeWords, x: number, y: number): void {
  pdf.lineWidth(0.4).dash(2, { space: 2 }).rect(x, y, WIDTH, HEIGHT).stroke('#9A9EA8').undash();
  drawStrip(pdf, badge, x, y);
  const left = x + STRIP + mm(1.5);
  drawQr(pdf, badge.link, { x: left, y: y + mm(1.5), size: mm(34) });
  pdf.fillColor(SOFT);
  fitLine(pdf, words.code, { x: left + mm(2), y: y + mm(36.5), width: mm(32), size: 6, least: 5 });
  pdf.fillColor(INK);
  fitLine(pdf, formatCode(badge.code), { x: left + mm(2), y: y + mm(39.4), width: mm(33), size: 10, least: 8, font: 'strong' });
  pdf.fillColor(SOFT);
  fitLine(pdf, words.address, { x: left + mm(2), y: y + mm(45), width: mm(32), size: 6.5, least: 4.5 });
  const right = left + mm(37);
  drawWho(pdf, badge, words, right, y + mm(3));
  pdf.fillColor(SOFT);
  fitLine(pdf, words.seat, { x: right, y: y + mm(41.2), width: mm(14), size: 6, least: 5 });
  pdf.fillColor(INK);
  fitLine(pdf, String(badge.number), { x: right, y: y + mm(43.8), width: mm(15), size: 19, least: 10, font: 'strong' });
  drawBarcode(pdf, doorMark(badge.number), { x: right + mm(13), y: y + mm(42), width: mm(36), height: mm(10.5) });
}

/**
 * Badges on A4, ten a page. Between pages the browser gets to breathe, and `onPage` hears how many badges stand.
 * The secrets go into the file and nowhere else.
 */
export async function drawBadges(badges: readonly DrawnBadge[], words: BadgeWords, fonts: PdfFonts, onPage: (done: number) => void = () => undefined): Promise<Blob> {
  const pdf = openPdf({ title: words.title, lang: words.lang, fonts });
  return finishPdf(pdf, async () => {
    for (const [index, badge] of badges.entries()) {
      const place = index % PER_PAGE;
      if (place === 0) {
        onPage(index);
        await new Promise((resolve) => { setTimeout(resolve); });
        pdf.addPage();
      }
      drawBadge(pdf, badge, words, mm(10) + (place % COLUMNS) * WIDTH, mm(11) + Math.floor(place / COLUMNS) * HEIGHT);
    }
    onPage(badges.length);
  });
}
