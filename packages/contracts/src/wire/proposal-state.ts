import type { LineUpItem } from '../schema/amendments.js';
import type { Confidence, FileQuote } from '../schema/evidence.js';
import type { SponsorCapacity } from '../schema/proposals.js';
import type { Formulation, FormulationField } from '../schema/types.js';
import type { Lang } from './values.js';

export type ProposalStatus = 'submitted' | 'in-formulation' | 'frozen' | 'adopted' | 'not-adopted' | 'withdrawn' | 'merged';

/** Who stands behind a proposal beside its author, and for whom. */
export interface SponsorView {
  seatId: string;
  groupId: string | null;
  capacity: SponsorCapacity;
  /** The merged proposal that they came with; `null`: they joined this one. */
  from: string | null;
}

export interface ProposalView {
  proposalId: string;
  panelId: string;
  number: number;
  language: Lang;
  fields: Formulation;
  rev: number;
  status: ProposalStatus;
  ready: boolean;
  seatId: string;
  groupId: string | null;
  /** For whom the author speaks. */
  capacity: SponsorCapacity;
  sponsors: SponsorView[];
  fromQuestion: string | null;
  /** Lineage; the other way is `lineageOf` of the slice. */
  mergedInto: string | null;
  splitFrom: string | null;
  /** Latest vote on it. */
  voteId: string | null;
  versions: number;
  submittedAt: number;
  editedBy: string | null;
}

/** A proposal's text in another language than its authoritative one. Never voted on. */
export interface TranslationView {
  language: Lang;
  /** The revision that it renders; of an older one it is out of date. */
  rev: number;
  /** The frozen version with that text, once there is one. */
  version: number | null;
  fields: Formulation;
  bySeat: string;
  at: number;
  /** Who compared it with the authoritative text; `null`: a draft. */
  checkedBy: string | null;
}

/** A fact with its source. */
export interface EvidenceView {
  evidenceId: string;
  proposalId: string;
  panelId: string;
  claim: string;
  source: string;
  date: string;
  region: string;
  link: string;
  file: FileQuote | null;
  confidence: Confidence;
  language: Lang;
  seatId: string;
  groupId: string | null;
  /** Who doubts it, and why. */
  contests: { seatId: string; groupId: string | null; reason: string }[];
  at: number;
}

/** A dissenting statement about an adopted version. */
export interface ReservationView {
  reservationId: string;
  proposalId: string;
  voteId: string;
  version: number;
  seatId: string;
  groupId: string | null;
  capacity: SponsorCapacity;
  organisation: string;
  text: string;
  language: Lang;
  at: number;
}

/** The last four: the room decides, adopted it, refused it; another one took its place. */
export type AmendmentStatus = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'voting' | 'adopted' | 'rejected' | 'fell';

/** Amendments to one proposal that the room decides, in this order. */
export interface LineUpView {
  items: (LineUpItem & { /** `null`: its author's words were erased. */ text: string | null; outcome: LineUpOutcome; voteId: string | null; /** Where it fell: the adopted or accepted one. */ to: string | null })[];
  order: 'departure' | 'set';
  reason: string;
}
/** `out`: settled without a vote of the room. */
export type LineUpOutcome = 'waiting' | 'out' | 'voting' | 'adopted' | 'rejected' | 'fell';

/** A change suggested to one field, as the text that should stand there. */
export interface AmendmentView {
  amendmentId: string;
  proposalId: string;
  field: FormulationField;
  text: string;
  reason: string;
  /** The revision that its author read. */
  rev: number;
  seatId: string;
  groupId: string | null;
  status: AmendmentStatus;
  /** Why it was declined. */
  answer: string;
  /** Who accepted or declined it. */
  bySeat: string | null;
  at: number;
}
