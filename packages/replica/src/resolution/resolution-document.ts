import type { Formulation, FormulationField, Frame, Lang } from '@tegerek/contracts/wire';

/** A text in the languages in which it was given. */
export type MultilingualText = { [L in Lang]?: string | undefined };

/**
 * The resolution as data: what was decided, in every language that was given. Written canonically (JCS) its SHA-256 stands in
 * `resolution.published`; every document is a rendering of it (`buildDocument`). Integers only; nothing here names a person.
 */
export interface ResolutionDocument {
  format: 'tegerek-resolution';
  v: 1;
  dialogueId: string;
  /** Of a rehearsal: every document says so on each page. */
  rehearsal: boolean;
  number: number;
  /** `YYYY-MM-DD` on the document. */
  date: string;
  /** As the organizer wrote it; empty: `heldAt` in the reader's language. */
  place: string;
  heldAt: MultilingualText;
  heldOn: string;
  languages: Lang[];
  title: MultilingualText;
  description: MultilingualText;
  goals: MultilingualText[];
  participants: ParticipantsOfGroup[];
  /** Seats by region, as the organizer's list of people had them at the publication; most first. */
  regions: RegionOfParticipants[];
  /** What the organizer wrote around the decided texts. */
  frame: Frame;
  panels: PanelOfResolution[];
  /** Over the whole dialogue. */
  ranking: RankingOfResolution | null;
  /** The log up to this entry is what the document was made from. */
  basedOn: { seq: number; hash: string };
}

export interface ParticipantsOfGroup {
  groupId: string;
  title: MultilingualText;
  /** Seats of the group when the document was made. */
  seats: number;
  /** The largest number of its seats present at the opening of a vote. */
  present: number;
}

export interface RegionOfParticipants {
  name: string;
  /** `null`: fewer than five, not said. */
  seats: number | null;
}

/** Evidence for a recommendation, printed as a footnote. Empty strings are missing parts. */
export interface Footnote {
  claim: string;
  source: string;
  date: string;
  region: string;
  link: string;
  /** Groups or organisations that contest it. */
  contestedBy: string[];
}

/** A dissenting statement bound to the voted version. */
export interface Reservation {
  /** The group, organisation or (by consent) person that stated it. */
  by: string;
  text: string;
  language: Lang;
  /** The version that it is about; an earlier one where the decision was corrected since. */
  version: number;
  /** That version reads otherwise than the decided one. */
  isTextChanged: boolean;
}

/** What became of an amendment that the room was to decide. */
export interface AmendmentOfDecision {
  /** `2.3/1`. */
  number: string;
  field: FormulationField;
  /** What stood in the field when it was voted on, and what would stand there; of one that fell `before` is empty. */
  before: string;
  /** `null`: it fell, and its author's words were erased since. */
  text: string | null;
  outcome: 'adopted' | 'rejected' | 'fell';
  /** Where it fell: the number of the adopted or accepted one. */
  fellTo: string | null;
  /** The vote; `null`: it fell without one. */
  vote: { voteId: string; version: number; versionHash: string; grade: string; failed: { id: string; group?: string }[]; overall: VoteFigures; groups: (VoteFigures & { groupId: string })[]; ballotsHash: string } | null;
}

export interface PanelOfResolution {
  panelId: string;
  number: number;
  title: MultilingualText;
  outcome: MultilingualText;
  /** By rank, then by number. */
  recommendations: DecidedProposal[];
  notAdopted: DecidedProposal[];
  voided: { voteId: string; number: string; title: string; language: Lang | null; reason: string }[];
  ranking: RankingOfResolution | null;
}

export interface DecidedProposal {
  /** `2.3`. */
  number: string;
  proposalId: string;
  voteId: string;
  version: number;
  versionHash: string;
  language: Lang;
  fields: Formulation;
  grade: string;
  /** Clauses that kept it from the next better grade. */
  failed: { id: string; group?: string }[];
  isTied: boolean;
  /** What the shares are taken of. */
  base: string;
  electorate: 'present' | 'entitled';
  overall: VoteFigures;
  groups: (VoteFigures & { groupId: string })[];
  ballotsHash: string;
  /** Place in the panel's ranking; equal places are ties. */
  rank: number | null;
  /** Place in the ranking over the whole dialogue. */
  overallRank: number | null;
  /** Earlier decisions on the same proposal that this one supersedes, with what was said when the next one opened. */
  earlier: { voteId: string; version: number; grade: string; reason: string }[];
  ballot: 'yes-no-abstain' | 'consent-scale';
  /** Taken together with others in a consent agenda. */
  agendaId: string | null;
  /** Piles of paper and hands among the figures: who entered and who confirmed them, by seat number. */
  paper: PaperOfDecision[];
  /** Evidence as it was frozen with the version. */
  footnotes: Footnote[];
  /** What renders the decided version in other languages, by language; the authoritative text is `fields`. */
  translations: { language: Lang; fields: Formulation; isChecked: boolean }[];
  /** Amendments that the room decided, in the stated order. */
  amendments: AmendmentOfDecision[];
  /** Dissenting statements about the version, or about an earlier one by who said nothing since. */
  reservations: Reservation[];
}

export interface PaperOfDecision {
  groupId: string;
  how: 'paper' | 'hands';
  ballots: number;
  enteredBy: number;
  confirmedBy: number;
}

export interface VoteFigures {
  electorate: number;
  cast: number;
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
  /** Of `cast`: on paper or by hand. */
  onPaper: number;
  /** On the consent scale: what the yes and the no were. */
  scale: { support: number; canLiveWith: number; reservations: number; block: number } | null;
}

export interface RankingOfResolution {
  voteId: string;
  electorate: 'present' | 'entitled';
  ballots: number;
  blank: number;
  isTied: boolean;
  ballotsHash: string;
  /** In the order of the result. `bridge`: the bridge score in ten-thousandths. */
  options: { id: string; number: string; title: string; language: Lang; rank: number; bridge: number }[];
  /** `pairwise[i][j]`: ballots that put option i above option j, in the order of `options`; 0 on the diagonal. */
  pairwise: number[][];
  /** Each group's own order, as places of option ids. */
  groups: { groupId: string; ballots: number; ranking: string[][] }[];
  shortlist: ShortlistOfRanking | null;
}

export interface ShortlistOfRanking {
  seats: number;
  /** Option ids in the order in which they were chosen. */
  selected: string[];
  /** Options among which only a lot could decide, where none was drawn. */
  waiting: string[];
  /** The numbers called out, by group, where a lot was drawn. */
  lot: { groupId: string; number: number }[] | null;
}
