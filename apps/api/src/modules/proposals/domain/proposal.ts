import type { Formulation, Lang, ProposalStatus, SponsorCapacity, SponsorView } from '@tegerek/contracts';

export interface StandingDecision {
  voteId: string;
  version: number;
}

/** A proposal as its decisions see it. */
export interface Proposal {
  id: string;
  space: string;
  panelId: string;
  number: number;
  language: Lang;
  fields: Formulation;
  rev: number;
  status: ProposalStatus;
  ready: boolean;
  seatId: string;
  groupId: string | null;
  fromQuestion: string | null;
  capacity: SponsorCapacity;
  sponsors: readonly SponsorView[];
  mergedInto: string | null;
  splitFrom: string | null;
  versions: number;
  voteId: string | null;
  /** The closed decision that stands, and the version it was on; a void one leaves it. */
  decision: StandingDecision | null;
  reason: string;
}

/** In what capacity somebody acts on a proposal: staff of its panel, or only its author. */
export interface Acting {
  isStaff: boolean;
  isAuthor: boolean;
}

/** What a decision cannot do without (product.md §5: a checkable recommendation), in the order of the form. */
export const REQUIRED_FIELDS = ['text', 'addressee', 'responsible', 'deadline'] as const satisfies readonly (keyof Formulation)[];

export const missingFields = (fields: Formulation): (typeof REQUIRED_FIELDS)[number][] => REQUIRED_FIELDS.filter((name) => fields[name] === '');

/** May its text still change, the state of a vote apart? */
export const isOpenText = (status: ProposalStatus): boolean => status === 'submitted' || status === 'in-formulation';
