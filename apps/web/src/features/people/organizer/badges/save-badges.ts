import { formatCode } from '@tegerek/ballot';
import type { GroupView } from '../../../../ui/group.js';
import { loadPdfFonts } from '../../../../ui/pdf/load-fonts.js';
import { groupOf } from '../../../../ui/staff/group-views.js';
import { saveFile } from '../../../../ui/save-file.js';
import { privateLink } from '../codes.js';
import { writeCsv } from '../import/read-csv.js';
import type { Badge } from '../sheet.js';
import { drawBadges, type BadgeWords } from './draw-badges.js';

export interface BadgeFile { badges: readonly Badge[]; groups: readonly GroupView[]; slug: string; words: BadgeWords }

const nameOf = ({ badges, slug }: BadgeFile, ending: string): string => `${slug}-${badges.length === 1 ? `badge-${badges[0]?.number ?? 0}` : `badges-${badges.length}`}.${ending}`;

/** Badges as a PDF in the browser's downloads. @throws when the font does not come */
export async function saveBadgePdf(file: BadgeFile, onDone: (n: number) => void): Promise<void> {
  const fonts = await loadPdfFonts();
  const drawn = file.badges.map((badge) => ({ ...badge, group: groupOf(file.groups, badge.groupId) ?? null, link: privateLink(file.slug, badge.code) }));
  saveFile(await drawBadges(drawn, file.words, fonts, onDone), nameOf(file, 'pdf'));
}

/** The same as a table, for who prints badges elsewhere. `headings`: number, name, organisation, group, code, link. */
export function saveBadgeCsv(file: BadgeFile, headings: readonly string[]): void {
  const rows = file.badges.map((badge) => [badge.number, badge.name, badge.organisation, groupOf(file.groups, badge.groupId)?.name ?? '', formatCode(badge.code), privateLink(file.slug, badge.code)]);
  saveFile(writeCsv([headings, ...rows]), nameOf(file, 'csv'));
}
