import type { Lang } from '@tegerek/contracts/wire';
import type { ResolutionDocument } from '../resolution-document.js';
import { addAnnexes, addExtras, addHowAdopted, type Extras } from './annex-blocks.js';
import { addFrame } from './frame-blocks.js';
import { addOpening } from './opening-blocks.js';
import { pickText } from './pick.js';
import { addRecommendations, type Order } from './recommendation-blocks.js';
import type { DocumentModel } from './model.js';
import { writingOf } from './writing.js';

export interface DocumentOptions {
  /** `panel` without it: the document that the bundle holds and the verifier recomputes. */
  by?: Order;
  /** Annexes of a copy that nobody can recompute from the bundle. */
  extras?: Extras;
}

/**
 * The one document model of all formats, in one language: heading, preamble, findings, recommendations, the participants' own commitments,
 * follow-up, how it was adopted, annexes. `sha256`: of the resolution's canonical data. The wording of each recommendation is the decided one.
 */
export function buildDocument(resolution: ResolutionDocument, sha256: string, lang: Lang, { by = 'panel', extras = {} }: DocumentOptions = {}): DocumentModel {
  const writing = writingOf(resolution, lang);
  const { say, to } = writing;
  addOpening(writing, resolution);
  addRecommendations(writing, resolution, by);
  addFrame(writing, resolution, 'commitments', 'numbers', say('commitments'));
  addFrame(writing, resolution, 'mechanism', 'none', say('mechanism'));
  addHowAdopted(writing, resolution);
  addExtras(writing, extras, addAnnexes(writing, resolution, sha256));
  return to.build(lang, say('resolution.of', { title: pickText(resolution.title, lang) }), resolution.date);
}
