import type { ParagraphStyle } from '@tegerek/replica';

/** A4 in points; the left margin is wider, for binding. */
export const PAGE = { width: 595.28, height: 841.89, left: 79, right: 51, top: 57, bottom: 68 };
export const COLUMN = PAGE.width - PAGE.left - PAGE.right;
export const BOTTOM = PAGE.height - PAGE.bottom;
export const INK = '#000000';
export const SOFT = '#444444';
export const RULE = '#999999';

/** How a paragraph stands; lengths in points. */
export interface Look {
  size: number;
  leading: number;
  before: number;
  after: number;
  indent: number;
  align: 'left' | 'centre';
  color: string;
  bold: boolean;
}

const plain: Look = { size: 11, leading: 15, before: 0, after: 5, indent: 0, align: 'left', color: INK, bold: false };
const small: Look = { ...plain, size: 9, leading: 12, after: 2.5, color: SOFT };
export const HANG = 36;

export const LOOKS: Record<ParagraphStyle, Look> = {
  body: plain, mark: { ...plain, size: 12, leading: 16, after: 14, align: 'centre', bold: true }, dateline: { ...plain, size: 10.5, after: 16 }, subtitle: { ...plain, size: 13, leading: 17.5, after: 16, align: 'centre', bold: true }, meta: small,
  item: { ...plain, indent: HANG, before: 3, after: 3 }, 'item-meta': { ...small, indent: HANG },
};

export const HEADS: Record<1 | 2 | 3, Look> = {
  1: { ...plain, size: 17, leading: 22, before: 4, after: 5, align: 'centre', bold: true },
  2: { ...plain, size: 13, leading: 17, before: 16, after: 6, bold: true },
  3: { ...plain, size: 11.5, leading: 15.5, before: 10, after: 4, bold: true },
};

export const NOTE: Look = { ...small, size: 8.5, leading: 11, indent: 12, color: INK };
export const CELL: Look = { ...small, size: 9, leading: 11.5, color: INK };
