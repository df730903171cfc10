import type { CoreSlice, Frame, Lang, PanelSlice } from '@tegerek/contracts/wire';
import { addresseesOf, buildDocument, composeResolution, hasDecisions, type DocumentModel, type RegionOfParticipants } from '@tegerek/replica';

export type { DocumentModel };

export interface PreviewTerms {
  number: number;
  date: string;
  place: string;
  frame: Frame;
  regions: RegionOfParticipants[];
}

/** The document as the server would compose it now, from this replica; Evidence and reservations stand in `panels`. `null`: nothing to compose from yet. Its hash is made at the publication. */
export function previewOf(core: CoreSlice, panels: Readonly<Record<string, PanelSlice>>, terms: PreviewTerms, lang: Lang): DocumentModel | null {
  if (core.setup === null || terms.date === '') return null;
  const snapshot = { core, panels: { ...panels } };
  if (!hasDecisions(snapshot)) return null;
  const document = composeResolution(snapshot, { seq: 0, hash: '…' }, terms);
  return buildDocument(document, '…', lang);
}

/** Addressees of the recommendations, in the order of their letters. */
export function addresseesIn(core: CoreSlice): string[] {
  if (core.setup === null) return [];
  const terms = { number: 1, date: core.setup.date, place: '', frame: { preamble: {}, findings: {}, commitments: {}, mechanism: {} }, regions: [] };
  return addresseesOf(composeResolution({ core, panels: {} }, { seq: 0, hash: '' }, terms));
}
