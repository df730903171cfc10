import { FRAME_SECTIONS, LANGS, type Frame, type FrameSection, type LogEvent, type PanelHead, type Snapshot, type VoteHead } from '@tegerek/contracts/wire';
import { compareNumbers, decidedIn, type Decided } from './decided.js';
import type { DecidedProposal, MultilingualText, PanelOfResolution, ParticipantsOfGroup, RegionOfParticipants, ResolutionDocument } from './resolution-document.js';
import { composeRanking, lastRanking, placesIn } from './ranking.js';

const SEAT_EVENTS: readonly string[] = ['seat.added', 'seat.joined', 'seat.left', 'seat.revoked'];
/** What a screen in the hall shows may name a speaker or an author: said in the hall, not published. */
const SCREEN_EVENTS: readonly string[] = ['screen.shown', 'screen.paired', 'screen.released'];

/** What a resolution states beside the votes: opened with it, though phones never receive it. */
const FRAMED = 'resolution.framed';

/** Events that a bundle opens to everybody: the public ones but for screens, who held a seat and was present (ids and groups, no names), and the frame of each published resolution. */
export const isDisclosed = ({ type, audience }: Pick<LogEvent, 'type' | 'audience'>): boolean =>
  (audience === 'public' && !SCREEN_EVENTS.includes(type)) || SEAT_EVENTS.includes(type) || type === FRAMED;

/** What the organizer states; all else follows from the log. */
export interface ResolutionTerms {
  number: number;
  /** `YYYY-MM-DD`. */
  date: string;
  place: string;
  frame: Frame;
  regions: RegionOfParticipants[];
}

/**
 * The resolution of a dialogue from the fold of its disclosed events (`isDisclosed`) up to `head`. Pure: the server publishes it, the
 * verifier recomposes it and compares. Fields of other audiences (questions, proposals, roles) play no part.
 * @throws when the dialogue was not yet set up
 */
export function composeResolution(snapshot: Snapshot, head: { seq: number; hash: string }, terms: ResolutionTerms): ResolutionDocument {
  const { setup, dialogueId, rehearsal } = snapshot.core;
  if (!setup) throw new Error('the dialogue has no set-up');
  const votes = Object.values(snapshot.core.votes);
  const overall = lastRanking(votes, null);
  const panels = Object.values(snapshot.core.panels).sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  return {
    format: 'tegerek-resolution', v: 1, dialogueId, rehearsal, number: terms.number, date: terms.date, place: terms.place,
    heldAt: setup.place, heldOn: setup.date, languages: setup.languages, title: setup.title, description: setup.description, goals: setup.goals,
    participants: participants(snapshot, votes), regions: terms.regions, frame: terms.frame,
    panels: panels.map((panel) => composePanel(snapshot, panel, votes, placesIn(overall))),
    ranking: composeRanking(overall),
    basedOn: { seq: head.seq, hash: head.hash },
  };
}

function participants(snapshot: Snapshot, votes: readonly VoteHead[]): ParticipantsOfGroup[] {
  const counted = votes.filter((vote) => vote.electorate === 'present' && vote.state === 'closed');
  return snapshot.core.groups.map(({ id: groupId, title }) => ({
    groupId, title, seats: snapshot.core.seatsByGroup[groupId] ?? 0, present: Math.max(0, ...counted.map((vote) => vote.electorateByGroup[groupId] ?? 0)),
  }));
}

function composePanel(snapshot: Snapshot, panel: PanelHead, votes: readonly VoteHead[], overallPlaces: ReadonlyMap<string, number>): PanelOfResolution {
  const ranking = lastRanking(votes, panel.id);
  const decided = decidedIn(snapshot, panel.id, placesIn(ranking), overallPlaces);
  return {
    panelId: panel.id, number: panel.number, title: panel.title, outcome: panel.outcome,
    recommendations: proposalsOf(decided, true), notAdopted: proposalsOf(decided, false), voided: voidedIn(votes, panel.id), ranking: composeRanking(ranking),
  };
}

const proposalsOf = (decided: readonly Decided[], adopted: boolean): DecidedProposal[] =>
  decided.filter((one) => one.adopted === adopted).map(({ proposal }) => proposal)
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || compareNumbers(a.number, b.number));

const voidedIn = (votes: readonly VoteHead[], panelId: string): PanelOfResolution['voided'] =>
  votes.filter((vote) => vote.panelId === panelId && vote.state === 'void' && !vote.pulledOut).sort((a, b) => a.openedSeq - b.openedSeq)
    .map(({ voteId, number, version, voidReason }) => ({ voteId, number, title: version?.fields.title ?? '', language: version?.language ?? null, reason: voidReason ?? '' }));

/** The frame that drafts add up to, without empty texts. */
export function frameOf(drafts: Readonly<Record<string, { text: string }>>): Frame {
  const texts = (section: FrameSection): MultilingualText => Object.fromEntries(LANGS.flatMap((lang) => { const text = drafts[`${section}.${lang}`]?.text ?? ''; return text === '' ? [] : [[lang, text]]; }));
  return Object.fromEntries(FRAME_SECTIONS.map((section) => [section, texts(section)])) as unknown as Frame;
}

/** Whether anything was decided that a resolution could state. */
export const hasDecisions = (snapshot: Snapshot): boolean => Object.values(snapshot.core.votes).some((vote) => vote.purpose === 'decision' && vote.state === 'closed');
