import { pileHash } from '@tegerek/ballot';
import type { EventData, LogEvent, PaperCounts, VoteHead } from '@tegerek/contracts';
import type { OpenedEntry } from '../read/log.js';
import type { Findings } from '../report.js';

export const sizeOf = (counts: PaperCounts): number => Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);

/** Ballots of a group on paper or by hand. */
export const paperOf = (vote: Pick<VoteHead, 'paper'>, group: string): number => vote.paper.filter(({ groupId }) => groupId === group).reduce((sum, { counts }) => sum + sizeOf(counts), 0);

type Entered = EventData<'paper.entered'> & { confirmedBy: number | null };

interface Box {
  electorateByGroup: Record<string, number>;
  onPaper: Record<string, number>;
  piles: Map<string, Entered>;
  open: Set<string>;
}

/**
 * C14: piles of paper are entered while their vote is open, for no more seats than were marked, confirmed by a second seat, and stated at the
 * close exactly as they were committed to when they were entered.
 */
export class Papers {
  readonly #boxes = new Map<string, Box>();
  readonly #boxOf = new Map<string, string>();
  readonly #seats = new Set<number>();

  constructor(private readonly findings: Findings) {}

  entry({ seq, opened }: OpenedEntry): void {
    for (const { i, event } of opened) if (event.data !== null) this.#event(event, `entry ${seq}, event ${i}`);
  }

  #event(event: LogEvent, place: string): void {
    const data = event.data as never;
    switch (event.type) {
      case 'seat.added': return this.#added(data);
      case 'vote.opened': return this.#opened(data);
      case 'vote.closing': case 'vote.voided': return this.#ended(data);
      case 'paper.marked': return this.#marked(data, place);
      case 'paper.entered': return this.#entered(data, place);
      case 'paper.confirmed': return this.#confirmed(data, place);
      case 'paper.withdrawn': return this.#withdrawn(data, place);
      case 'vote.closed': return this.#closed(data, place);
      default:
    }
  }

  #added({ seats }: EventData<'seat.added'>): void {
    for (const { number } of seats) this.#seats.add(number);
  }

  #opened({ voteId, agendaId, electorateByGroup }: EventData<'vote.opened'>): void {
    const object = agendaId ?? voteId;
    this.#boxOf.set(voteId, object);
    const box = this.#boxes.get(object) ?? { electorateByGroup, onPaper: {}, piles: new Map<string, Entered>(), open: new Set<string>() };
    box.open.add(voteId);
    this.#boxes.set(object, box);
  }

  #ended({ voteId }: EventData<'vote.closing'> | EventData<'vote.voided'>): void {
    this.#boxes.get(this.#boxOf.get(voteId) ?? '')?.open.delete(voteId);
  }

  /** The box, if it is one and a vote of it is open. */
  #running(object: string, what: string, place: string): Box | undefined {
    const box = this.#boxes.get(object);
    if (!box || box.open.size === 0) this.findings.add('paper.state', place, `paper was ${what} in a vote that was not open`);
    return box;
  }

  #marked({ object, onPaper }: EventData<'paper.marked'>, place: string): void {
    const box = this.#running(object, 'marked', place);
    if (!box) return;
    for (const [group, n] of Object.entries(onPaper)) if (n > (box.electorateByGroup[group] ?? 0)) this.findings.add('paper.marked', place, `${n} seats of group ${group} vote on paper, but it has ${box.electorateByGroup[group] ?? 0} electors`);
    box.onPaper = onPaper;
    this.#fits(box, place);
  }

  #entered(data: EventData<'paper.entered'>, place: string): void {
    const box = this.#running(data.object, 'entered', place);
    if (!box) return;
    if (box.piles.has(data.entryId)) this.findings.add('paper.twice', place, 'a pile is entered a second time');
    this.#seat(data.by, place);
    box.piles.set(data.entryId, { ...data, confirmedBy: null });
    this.#fits(box, place);
  }

  #confirmed({ object, entryId, by }: EventData<'paper.confirmed'>, place: string): void {
    const pile = this.#running(object, 'confirmed', place)?.piles.get(entryId);
    if (!pile) return this.findings.add('paper.unknown', place, 'a pile is confirmed that was not entered');
    if (pile.confirmedBy !== null) this.findings.add('paper.twice', place, 'a pile is confirmed a second time');
    if (pile.by === by) this.findings.add('paper.same-person', place, `seat ${by} confirms the pile that it entered itself`);
    this.#seat(by, place);
    pile.confirmedBy = by;
  }

  #withdrawn({ object, entryId }: EventData<'paper.withdrawn'>, place: string): void {
    if (this.#running(object, 'withdrawn', place)?.piles.delete(entryId) !== true) this.findings.add('paper.unknown', place, 'a pile is withdrawn that was not entered');
  }

  #seat(number: number, place: string): void {
    if (!this.#seats.has(number)) this.findings.add('paper.seat', place, `no seat has the number ${number}`);
  }

  /** Not more papers of a group than seats of it that take one. */
  #fits(box: Box, place: string): void {
    for (const group of new Set([...box.piles.values()].map(({ groupId }) => groupId))) {
      const ballots = [...box.piles.values()].filter(({ groupId }) => groupId === group).reduce((sum, pile) => sum + pile.ballots, 0);
      if (ballots > (box.onPaper[group] ?? 0)) this.findings.add('paper.too-many', place, `${ballots} papers of group ${group}, but ${box.onPaper[group] ?? 0} of its seats vote on paper`);
    }
  }

  #closed({ voteId, paper }: EventData<'vote.closed'>, place: string): void {
    const box = this.#boxes.get(this.#boxOf.get(voteId) ?? '');
    if (!box) return;
    const waiting = [...box.piles.values()].filter(({ confirmedBy }) => confirmedBy === null).length;
    if (waiting > 0) this.findings.add('paper.unconfirmed', place, `the vote was counted while ${waiting} piles waited for a second person`);
    for (const stated of paper) {
      const pile = box.piles.get(stated.entryId);
      const isSame = pile && pile.groupId === stated.groupId && pile.how === stated.how && pile.by === stated.enteredBy && pile.confirmedBy === stated.confirmedBy;
      if (!isSame || pile.ballots !== sizeOf(stated.counts) || pile.countsHash !== pileHash(stated)) this.findings.add('paper.counts', place, `vote ${voteId} states a pile of ${sizeOf(stated.counts)} papers that is not the one that was entered and confirmed`);
    }
    const stated = new Set(paper.map(({ entryId }) => entryId));
    if (stated.size !== paper.length || [...box.piles.keys()].some((entryId) => !stated.has(entryId))) this.findings.add('paper.missing', place, `vote ${voteId} leaves out a confirmed pile, or states one twice`);
  }
}
