import { sha256Hex } from '@tegerek/ballot';
import { canonicalize, type Frame } from '@tegerek/contracts';
import { composeResolution, frameOf, hasDecisions, type ResolutionDocument, type ResolutionTerms } from '@tegerek/replica';
import type { DisclosedFold } from './disclosed-folds.js';
import type { DraftRow } from './store/draft.row.js';

export interface Composed {
  hasDecisions: boolean;
  /** JCS of the document. */
  canon: string;
  sha256: string;
  basedOnSeq: number;
}

/** The document in its canonical form, with its hash. */
export function compose({ snapshot, head }: DisclosedFold, terms: ResolutionTerms): Composed {
  const canon = canonicalize(composeResolution(snapshot, head, terms));
  return { hasDecisions: hasDecisions(snapshot), canon, sha256: sha256Hex(canon), basedOnSeq: head.seq };
}

/** The frame that the drafts make. */
export const frameOfDrafts = (drafts: readonly DraftRow[]): Frame => frameOf(Object.fromEntries(drafts.map((draft) => [`${draft.section}.${draft.language}`, draft])));

/** What two versions are compared by: all but their number and where in the log they were made. */
export function contentOf(canon: string): string {
  const { number: _, basedOn: __, ...content } = JSON.parse(canon) as ResolutionDocument;
  return canonicalize(content);
}
