import type { Audience, Lang, Role } from './values.js';
import type { CommandName, EventType, Payload } from '../schema/registry.js';
import type { Refusal } from './refusals.js';

/** One request; the id is made once by the client and reused on every retry, over either transport. */
export interface Envelope<N extends CommandName = CommandName> {
  id: string;
  name: N;
  space: string;
  payload: Payload<N>;
  /** Optimistic guard: the revision of the object that the person saw. */
  expect?: { rev: number };
}

export interface Accepted {
  ok: true;
  id: string;
  seq: number;
  hash: string;
  /** Server instant, ms since 1970, of the answer. */
  now: number;
  result?: unknown;
  /** This answer was stored earlier: the command had been done already. */
  dup?: true;
}

/** Receipt of the count lane: proves what is stored for (object, seat). */
export interface PressAccepted {
  ok: true;
  id: string;
  receipt: PressReceipt;
  now: number;
}

export interface PressReceipt {
  object: string;
  rev: number;
  /** SHA-256 of the canonical press, hex. */
  hash: string;
  /** The row's number in the published list (votes only). */
  number?: number;
}

export interface Refused extends Refusal {
  ok: false;
  id: string;
  now: number;
  dup?: true;
  /** Retry the same id after so many ms (transient refusals only). */
  retryAfterMs?: number;
}

export type Reply = Accepted | PressAccepted | Refused;

export interface LogEvent<T extends EventType = EventType> {
  type: T;
  v: number;
  audience: Audience;
  /** Facilitators of this panel only (and the organizer). */
  panelId?: string;
  /** Seat or account id, only where this audience may know it. */
  actor?: string;
  /** `null`: erased. */
  data: unknown;
}

/** What one committed command did, as one audience sees it. */
export interface Entry {
  seq: number;
  /** Hash of the entry's header, hex. */
  hash: string;
  /** Server instant, ms since 1970. */
  at: number;
  events: LogEvent[];
}

/** A stretch in which an audience sees nothing. */
export interface SilentRange {
  from: number;
  to: number;
  hash: string;
}

export type Run = Entry | SilentRange;

export const isSilent = (run: Run): run is SilentRange => 'from' in run;

export type JoinAs = 'seat' | 'facilitator' | 'observer' | 'screen' | 'public';

export interface JoinRequest {
  space: string;
  as: JoinAs;
  /** Opaque hash of the rights the last snapshot was made for. */
  rights?: string;
  epoch?: number;
  lastSeq?: number;
  lastHash?: string;
  protocol: number;
  /** Panel slices that the client holds. */
  panels?: string[];
}

export interface SliceRef {
  slice: string;
  at: number;
  url: string;
}

export interface JoinReply {
  ok: true;
  epoch: number;
  rights: string;
  audience: Audience;
  head: { seq: number; hash: string };
  now: number;
  /** Entries since `lastSeq` when they suffice. */
  runs?: readonly Run[];
  /** Otherwise the slices to fetch, then the entries after them. */
  slices?: SliceRef[];
  counters: Counters;
  me?: Me;
}

export interface JoinRefused extends Refusal {
  ok: false;
  /** Another hash stands at the client's lastSeq: said in red, never repaired silently. */
  diverged?: { epoch: number; seq: number; hash: string };
}

/** Figures per object of the count lane that the rule lets be seen; absolute, never deltas. */
export type Counters = Record<string, Counter>;
export interface Counter {
  version: number;
  byGroup: Record<string, number>;
}

/** Somebody has the cursor in a field of a proposal. Nothing durable: said by sockets, forgotten when they fall silent (docs/protocol.md LIVE-12). */
export interface Editing {
  seatId: string;
  proposalId: string;
  /** A field of the formulation. */
  field: string;
}

/** Said again at least so often while the cursor stays, ms; twice unsaid is over. */
export const EDITING_AGAIN_MS = 8_000;

/** What only I may know. Sent whole after an entry that names me. */
export interface Me {
  seq: number;
  seatId: string;
  number: number;
  name: string;
  organisation: string;
  groupId: string | null;
  roles: Role[];
  panels: string[];
  language: Lang;
  region: string;
  /** `seq` of the entry that added my seat. */
  addedAt: number;
  /** `seq` of the entry that made me present; absent: not present. */
  presentSince?: number;
  consents: Record<string, boolean>;
  /** Browsers in which my seat is open by its present code; absent from an older server. */
  devices?: number;
  questions: { id: string; panelId: string; text: string; status: string; anonymous: boolean; reason?: string; mergedInto?: string }[];
  /** My rows of the count lane by object id: votes with my choice, questions that I support. */
  presses: Record<string, PressReceipt & { choice: unknown }>;
  /** Votes (and agendas) in which my seat votes on paper or by hand, and so not by phone. */
  onPaper: string[];
}

/** Socket event names, client → server then server → client. */
export const SOCKET = { command: 'command', press: 'press', join: 'join', leave: 'leave', joined: 'joined', runs: 'runs', counters: 'counters', me: 'me', head: 'head', editing: 'editing', protocol: 'protocol.changed', kicked: 'kicked' } as const;
