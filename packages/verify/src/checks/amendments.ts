import { canonicalize, type EventData, type LogEvent } from '@tegerek/contracts';
import type { Findings } from '../report.js';
import { AmendedTexts } from './amended-texts.js';

interface Item { amendmentId: string; state: 'waiting' | 'voting' | 'settled' }
interface Voted { amendmentId: string; proposalId: string }

/**
 * C16: amendments that the room decides are lined up before, are voted on in that order, and what the vote says happens in the entry that
 * closes it; nothing falls but to an amendment adopted there, or accepted without a vote in that entry.
 */
export class AmendmentOrder {
  /** By proposal. */
  readonly #lines = new Map<string, Item[]>();
  readonly #votes = new Map<string, Voted>();
  /** Closed in this entry and not yet said what became of it: by vote, whether it was adopted. */
  readonly #owed = new Map<string, boolean>();
  /** Adopted by the room, or accepted without it, in this entry. */
  readonly #adopted = new Set<string>();

  readonly #texts: AmendedTexts;

  constructor(private readonly findings: Findings) {
    this.#texts = new AmendedTexts(findings);
  }

  event(event: LogEvent, place: string): void {
    const data = event.data as never;
    this.#texts.event(event, place);
    switch (event.type) {
      case 'amendment.lined-up': return this.#linedUp(data, place);
      case 'vote.opened': return this.#opened(data, place);
      case 'vote.voided': return this.#voided(data);
      case 'vote.closed': return this.#closed(data);
      case 'amendment.decided': return this.#decided(data, place);
      case 'amendment.left': return this.#left(data, place);
      case 'amendment.fell': return this.#fell(data, place);
      default:
    }
  }

  get unchecked(): readonly string[] {
    return this.#texts.unchecked;
  }

  /** `erased`: so many events of the entry have no body any more. */
  entryEnds(place: string, erased: number): void {
    for (const voteId of this.#owed.keys()) this.findings.add('amendment.undecided', place, `vote ${voteId} on an amendment closed, and the log does not say what became of it`);
    this.#owed.clear();
    this.#texts.entryEnds(erased);
    this.#adopted.clear();
  }

  #linedUp({ proposalId, items, order, reason }: EventData<'amendment.lined-up'>, place: string): void {
    const before = this.#lines.get(proposalId) ?? [];
    if (before.some(({ state }) => state === 'voting')) this.findings.add('amendment.order', place, 'amendments were lined up anew while one was voted on');
    if (items.some(({ amendmentId }) => before.some((item) => item.amendmentId === amendmentId && item.state === 'settled'))) this.findings.add('amendment.state', place, 'an amendment that was settled is lined up again');
    if (order === 'set' && reason === '') this.findings.add('amendment.order', place, 'an order was set without its reason');
    this.#lines.set(proposalId, [...before.filter(({ state }) => state === 'settled'), ...items.map(({ amendmentId }): Item => ({ amendmentId, state: 'waiting' }))]);
  }

  #opened({ voteId, purpose, number, version, amendment }: EventData<'vote.opened'>, place: string): void {
    if ((purpose === 'amendment') !== (amendment !== null)) this.findings.add('vote.subject', place, `${purpose} ${number} opened ${amendment === null ? 'on no amendment' : 'on an amendment'}`);
    if (amendment === null || version === null) return;
    const { amendmentId, field, before } = amendment;
    if ((version.fields[field] ?? '') === before) this.findings.add('amendment.same', place, `amendment ${number} changes nothing`);
    const line = this.#lines.get(version.proposalId) ?? [];
    const at = line.findIndex((item) => item.amendmentId === amendmentId);
    const item = line[at];
    if (item?.state !== 'waiting') this.findings.add('amendment.state', place, `amendment ${number} was voted on, but it was ${item ? item.state : 'not lined up'}`);
    // what its author withdrew or somebody accepted without a vote is passed over, so only the order of votes is known
    if (line.slice(at + 1).some(({ amendmentId: other, state }) => state === 'settled' && [...this.#votes.values()].some((voted) => voted.amendmentId === other))) this.findings.add('amendment.order', place, `amendment ${number} was voted on after one that stands behind it in the stated order`);
    if (item) item.state = 'voting';
    this.#votes.set(voteId, { amendmentId, proposalId: version.proposalId });
  }

  #voided({ voteId }: EventData<'vote.voided'>): void {
    const voted = this.#votes.get(voteId);
    if (!voted) return;
    this.#votes.delete(voteId);
    this.#mark(voted.proposalId, voted.amendmentId, 'waiting');
  }

  #closed({ voteId, result }: EventData<'vote.closed'>): void {
    if (this.#votes.has(voteId)) this.#owed.set(voteId, result['adopted'] === true);
  }

  #decided({ voteId, amendmentId, proposalId, adopted, rev }: EventData<'amendment.decided'>, place: string): void {
    const voted = this.#votes.get(voteId);
    const isOwed = this.#owed.get(voteId);
    if (!voted || isOwed === undefined || canonicalize(voted) !== canonicalize({ amendmentId, proposalId })) this.findings.add('amendment.state', place, 'an amendment is decided that no vote of this entry was about');
    else if (isOwed !== adopted || adopted !== (rev !== null)) this.findings.add('amendment.result', place, `the vote ${isOwed ? 'adopted' : 'refused'} the amendment, the log says otherwise`);
    this.#owed.delete(voteId);
    if (adopted) this.#adopted.add(amendmentId);
    this.#mark(proposalId, amendmentId, 'settled');
  }

  #left({ proposalId, amendmentId, how }: EventData<'amendment.left'>, place: string): void {
    const item = this.#lines.get(proposalId)?.find((each) => each.amendmentId === amendmentId);
    if (item?.state !== 'waiting') this.findings.add('amendment.state', place, `an amendment was ${how} without a vote, but it was ${item ? item.state : 'not lined up'}`);
    if (how === 'accepted') this.#adopted.add(amendmentId);
    this.#mark(proposalId, amendmentId, 'settled');
  }

  #fell({ proposalId, amendmentId, to }: EventData<'amendment.fell'>, place: string): void {
    if (!this.#adopted.has(to) || to === amendmentId) this.findings.add('amendment.fell', place, 'an amendment fell to one that was not adopted in this entry');
    if (this.#lines.get(proposalId)?.some((item) => item.amendmentId === amendmentId && item.state !== 'waiting') === true) this.findings.add('amendment.state', place, 'an amendment fell that was settled before');
    this.#mark(proposalId, amendmentId, 'settled');
  }

  #mark(proposalId: string, amendmentId: string, state: Item['state']): void {
    for (const item of this.#lines.get(proposalId) ?? []) if (item.amendmentId === amendmentId) item.state = state;
  }
}
