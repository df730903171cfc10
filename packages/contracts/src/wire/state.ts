import type { AgendaItem, PaperPile } from '../schema/collective.js';
import type { DecisionRule, DialogueSetup, Group, OpenCode, PanelSetup, RankingRule, ScreenView, Version, VotedAmendment, VoteOption, VotePurpose } from '../schema/types.js';
import type { PollResult, PollSetup } from '../schema/polls.js';
import type { EvidenceNote } from '../schema/evidence.js';
import type { AmendmentView, EvidenceView, LineUpView, ProposalView, ReservationView, TranslationView } from './proposal-state.js';
import type { DialoguePhase, Lang, PanelPhase, Role } from './values.js';

/** The fold of a dialogue's log, cut into slices. `null` bodies (erased) leave gaps, never faults. */
export interface Snapshot {
  core: CoreSlice;
  panels: Record<string, PanelSlice>;
}

/** Programme, phases and the live object of each panel; small enough for every phone. */
export interface CoreSlice {
  dialogueId: string;
  setup: DialogueSetup | null;
  phase: DialoguePhase;
  demo: boolean;
  rehearsal: boolean;
  groups: Group[];
  rule: DecisionRule | null;
  panels: Record<string, PanelHead>;
  /** Seats with a group, by group; and of these the present ones. */
  seatsByGroup: Record<string, number>;
  presentByGroup: Record<string, number>;
  /** Seats that hold a role. */
  staff: Record<string, Role[]>;
  votes: Record<string, VoteHead>;
  agendas: Record<string, AgendaHead>;
  screens: Record<string, ScreenHead>;
  /** What is shown, by panel id; `''`: screens without a panel. */
  shown: Record<string, ScreenView>;
  /** What was shown before it, for the way back. */
  shownBefore: Record<string, ScreenView>;
  resolutions: ResolutionHead[];
  /** Drafts of the resolution's frame by `section.language`; facilitators only. */
  frame: Record<string, FrameDraft>;
  /** How people may register themselves; `null` for everybody but who runs the dialogue, and until it was set. */
  registration: RegistrationView | null;
}

export interface RegistrationView {
  /** Groups that may be asked for with approval. */
  approval: string[];
  /** Open codes with the seats that each has made. */
  codes: (OpenCode & { used: number })[];
  waiting: number;
}

export interface PanelHead extends PanelSetup {
  phase: PanelPhase;
  rev: number;
  /** Instants at which phases were entered, ms. */
  entered: Partial<Record<PanelPhase, number>>;
  /** The speaker who has the floor. */
  turn: TurnView | null;
  /** The poll that is open. */
  poll: string | null;
  /** Milliseconds spoken, by group (`''`: seats without a group), ended turns only. */
  spokenMs: Record<string, number>;
}

export interface TurnView {
  turnId: string;
  seatId: string;
  groupId: string | null;
  startedAt: number;
  limitMs: number;
  /** Server instant since which the clock stands; `null`: it runs. */
  pausedAt: number | null;
  /** Earlier pauses of this turn together, ms. */
  pausedMs: number;
}

export type VoteState = 'open' | 'closing' | 'closed' | 'void';

/** Everything of a vote but its long text (in `version.fields` of decisions only the title and text). */
export interface VoteHead {
  voteId: string;
  panelId: string | null;
  purpose: VotePurpose;
  number: string;
  state: VoteState;
  version: Version | null;
  options: VoteOption[];
  rule: DecisionRule | RankingRule;
  electorate: 'present' | 'entitled';
  electorateByGroup: Record<string, number>;
  openedAt: number;
  openedSeq: number;
  closesAt: number | null;
  closedAt: number | null;
  /** The tally's result, after the close. */
  result: Record<string, unknown> | null;
  castByGroup: Record<string, number> | null;
  ballotsHash: string | null;
  voidReason: string | null;
  /** The consent agenda whose ballots count for this item; `null`: a vote of its own. */
  agendaId: string | null;
  /** Void because somebody wanted it decided singly. */
  pulledOut: boolean;
  supersedes: { voteId: string; reason: string } | null;
  /** The later closed decision that stands instead of this one. */
  supersededBy: string | null;
  returnsTo: 'in-formulation' | 'adopted' | 'not-adopted' | null;
  /** Of a vote on an amendment: what it changes. */
  amendment: VotedAmendment | null;
  /** Seats by group that vote on paper or by hand, and so not by phone. */
  onPaper: Record<string, number>;
  /** Piles that were entered, without their figures; withdrawn ones are left out. */
  piles: PileHead[];
  /** The confirmed piles with their figures, after the close. */
  paper: PaperPile[];
  /** The public lot of a ranking's shortlist, where it needed one. */
  lot: LotDrawn | null;
}

export interface PileHead {
  entryId: string;
  groupId: string;
  how: 'paper' | 'hands';
  ballots: number;
  /** Seat numbers of two different persons. */
  enteredBy: number;
  confirmedBy: number | null;
}

export interface LotDrawn {
  /** Called out by each group. */
  numbers: Record<string, number>;
  seed: string;
  /** All options, the luckiest first. */
  lots: string[];
  shortlist: Record<string, unknown>;
}

/** Uncontested proposals that are taken together. What was pulled out is decided singly. */
export interface AgendaHead {
  agendaId: string;
  panelId: string;
  state: 'listed' | 'opened' | 'dropped';
  items: (AgendaItem & { pulledOut: boolean })[];
}

export interface ScreenHead {
  screenId: string;
  name: string;
  language: Lang;
  panelId: string | null;
}

export interface ResolutionHead {
  resolutionId: string;
  number: number;
  date: string;
  place: string;
  basedOnSeq: number;
  sha256: string;
  publishedAt: number;
  /** `seq` of the entry. */
  seq: number;
}

export interface FrameDraft {
  text: string;
  rev: number;
  bySeat: string;
  /** ms. */
  at: number;
}

/** What a panel holds beside its head; loaded when the panel is opened. */
export interface PanelSlice {
  panelId: string;
  questions: Record<string, QuestionView>;
  /** Hands in the order in which they were raised. */
  hands: HandView[];
  turns: EndedTurn[];
  proposals: Record<string, ProposalView>;
  /** By proposal, the latest in each language. */
  translations: Record<string, Partial<Record<Lang, TranslationView>>>;
  amendments: Record<string, AmendmentView>;
  /** By proposal, what the room decides about its amendments and in what order. */
  lineUps: Record<string, LineUpView>;
  evidence: Record<string, EvidenceView>;
  /** Evidence as it was frozen, by version. */
  notes: Record<string, EvidenceNote[]>;
  reservations: Record<string, ReservationView>;
  minutes: MinutesEntry[];
  /** Steps of the phase, in order. */
  moves: PhaseMove[];
  polls: Record<string, PollView>;
  /** The seat that leads from the console; for the panel's staff. */
  holder: string | null;
  /** Why ballots on the consent scale blocked, by vote. */
  blockReasons: Record<string, BlockReason[]>;
  /** Who asked to pull an item out (facilitators only). */
  pullAsked: PullAsked[];
  /** Numbers of the seats marked as voting on paper, by vote or agenda (facilitators only). */
  paperSeats: Record<string, number[]>;
}

export interface BlockReason {
  number: number;
  groupId: string;
  reason: string;
}

export interface PullAsked {
  agendaId: string;
  proposalId: string;
  seatId: string;
  groupId: string | null;
}

export interface PhaseMove {
  at: number;
  from: PanelPhase;
  to: PanelPhase;
  reason: string | null;
}

export type QuestionStatus = 'waiting' | 'public' | 'declined' | 'answered' | 'withdrawn' | 'merged';
export interface QuestionView {
  questionId: string;
  text: string;
  language: Lang;
  status: QuestionStatus;
  /** `null`: anonymous to this audience. */
  seatId: string | null;
  groupId: string | null;
  /** To a panellist or moderator, or to a group; both `null`: to the panel. */
  toSeat: string | null;
  toGroup: string | null;
  anonymous: boolean;
  askedAt: number;
  reason: string | null;
  answer: string | null;
  answeredAt: number | null;
  pinnedAt: number | null;
  /** The question that this one goes on in. */
  mergedInto: string | null;
  /** Whose questions go on in this one, as far as this audience may know. */
  alsoBy: AlsoBy[];
}

export interface AlsoBy {
  questionId: string;
  seatId: string | null;
  groupId: string | null;
}

export interface HandView {
  handId: string;
  seatId: string;
  groupId: string | null;
  kind: 'contribution' | 'reply' | 'order';
  raisedAt: number;
}

export interface EndedTurn {
  turnId: string;
  seatId: string;
  groupId: string | null;
  startedAt: number;
  spentMs: number;
}

export interface MinutesEntry {
  entryId: string;
  at: number;
  text: string;
  rev: number;
}

export type PollState = 'draft' | 'open' | 'closed';
export interface PollView {
  pollId: string;
  panelId: string;
  setup: PollSetup;
  state: PollState;
  rev: number;
  /** The poll of the first round; the same in all rounds. */
  series: string;
  round: number;
  /** `seq` of the entry that made it known to this audience. */
  seq: number;
  openedAt: number | null;
  /** Closes by itself then, ms. */
  closesAt: number | null;
  closedAt: number | null;
  /** How many answered, after the close. */
  answeredByGroup: Record<string, number> | null;
  /** While it is shown. */
  result: PollResult | null;
  /** Keys of the cloud that were taken out; for the panel's staff. */
  hiddenTexts: string[];
}
