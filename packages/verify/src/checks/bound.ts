import type { EventData, LogEvent, Version } from '@tegerek/contracts';
import type { Findings } from '../report.js';

type Opened = EventData<'vote.opened'>;

interface Standing {
  voteId: string;
  adopted: boolean;
}

/**
 * C17: what is bound to a version belongs to it. Its evidence is frozen with it and never again, translations are of a version that exists,
 * reservations of a decision that stands adopted, and a ranking orders exactly the recommendations that stand, in the words that were voted on.
 */
export class Bound {
  readonly #votes = new Map<string, Opened & { state: 'open' | 'closed' }>();
  /** By version of a proposal: `ID 3`. */
  readonly #versions = new Map<string, Version & { panelId: string | null }>();
  readonly #standing = new Map<string, Standing>();
  readonly #panels = new Map<string, number>();
  readonly #seats = new Map<string, string | null>();
  readonly #reservations = new Map<string, EventData<'reservation.recorded'>>();
  readonly #noted = new Set<string>();
  /** Of this entry: what must belong to a version that opens in it, or that opened before. */
  #frozen: { data: EventData<'evidence.frozen'>; place: string }[] = [];
  #translated: { data: EventData<'proposal.translated'>; place: string }[] = [];
  #opening = new Set<string>();

  /** Bodies erased so far that none of the acts below was explained by. */
  erased = 0;
  readonly unchecked: string[] = [];

  constructor(private readonly findings: Findings) {}

  event({ type, data }: LogEvent, place: string): void {
    const of = data as never;
    switch (type) {
      case 'dialogue.created': for (const { id, number } of (data as EventData<'dialogue.created'>).panels) this.#panels.set(id, number); return;
      case 'panel.set': { const { id, number } = data as EventData<'panel.set'>; this.#panels.set(id, number); return; }
      case 'seat.added': for (const { seatId, groupId } of (data as EventData<'seat.added'>).seats) this.#seats.set(seatId, groupId); return;
      case 'seat.revoked': this.#seats.delete((data as EventData<'seat.revoked'>).seatId); return;
      case 'vote.opened': return this.#opened(of, place);
      case 'vote.closed': return this.#closed(of);
      case 'vote.block-reasoned': return this.#reasoned(of, place);
      case 'evidence.frozen': this.#frozen.push({ data: of, place }); return;
      case 'proposal.translated': this.#translated.push({ data: of, place }); return;
      case 'reservation.recorded': return this.#reserved(of, place);
      case 'reservation.withdrawn': return this.#withdrawn(of, place);
      default:
    }
  }

  entryEnds(): void {
    for (const { data: { proposalId, panelId, versionId }, place } of this.#frozen) {
      const version = [...this.#versions.values()].find((each) => each.versionId === versionId);
      if (!this.#opening.has(versionId) || version?.proposalId !== proposalId || version.panelId !== panelId || this.#noted.has(versionId)) this.findings.add('evidence.frozen', place, `${nameOf(version)}: its evidence is not frozen once, in the entry that opens its vote`);
      this.#noted.add(versionId);
    }
    for (const { data: { proposalId, panelId, version: number, language }, place } of this.#translated) {
      const version = this.#versions.get(`${proposalId} ${number}`);
      if (version?.panelId !== panelId || version.language === language) this.findings.add('translation.version', place, `a translation into ${language} is of a version ${number} that was not voted on, or is in that language`);
    }
    [this.#frozen, this.#translated, this.#opening] = [[], [], new Set()];
  }

  #opened(vote: Opened, place: string): void {
    const { voteId, version, panelId, purpose, number, returnsTo } = vote;
    this.#votes.set(voteId, { ...vote, state: 'open' });
    if (!version) return this.#ranked(vote, place);
    this.#versions.set(`${version.proposalId} ${version.number}`, { ...version, panelId });
    if (purpose === 'decision') this.#opening.add(version.versionId);
    const standing = this.#standing.get(version.proposalId);
    if (purpose === 'amendment' && standing) this.findings.add('amendment.state', place, `amendment ${number} was voted on after the text was decided`);
    const before = standing === undefined ? 'in-formulation' : standing.adopted ? 'adopted' : 'not-adopted';
    if (returnsTo !== before) this.findings.add('vote.returns-to', place, `${purpose} ${number}: the proposal was ${before}, and would be ${returnsTo ?? 'nothing'} again if the vote were void`);
  }

  /** The options of a ranking are the recommendations that stand adopted, by panel and number. */
  #ranked({ panelId, number, options, returnsTo }: Opened, place: string): void {
    if (returnsTo !== null) this.findings.add('vote.returns-to', place, `ranking ${number} is of no proposal`);
    const adopted = [...this.#standing].flatMap(([proposalId, { voteId, adopted: isAdopted }]) => {
      const vote = this.#votes.get(voteId);
      return isAdopted && vote?.version && (panelId === null || vote.panelId === panelId) ? [{ proposalId, number: vote.number, version: vote.version, panel: this.#panels.get(vote.panelId ?? '') ?? 0 }] : [];
    }).sort((a, b) => a.panel - b.panel || Number(a.number.split('.')[1]) - Number(b.number.split('.')[1]));
    const other = Array.from({ length: Math.max(adopted.length, options.length) }, (_, i) => i).find((i) => {
      const [wanted, option] = [adopted[i], options[i]];
      if (!wanted || option?.id !== wanted.proposalId) return true;
      const { fields, language } = wanted.version;
      return option.number !== wanted.number || option.text !== fields.text || option.language !== language || !fits(option.title, fields);
    });
    if (other !== undefined) this.findings.add('ranking.options', place, `ranking ${number}: option ${options[other]?.number ?? 'after the last'} is not the recommendation ${adopted[other]?.number ?? 'that nobody adopted'} as it was adopted`);
  }

  #closed({ voteId, result }: EventData<'vote.closed'>): void {
    const vote = this.#votes.get(voteId);
    if (!vote) return;
    vote.state = 'closed';
    if (vote.purpose === 'decision' && vote.version) this.#standing.set(vote.version.proposalId, { voteId, adopted: result['adopted'] === true });
  }

  #reasoned({ voteId, panelId }: EventData<'vote.block-reasoned'>, place: string): void {
    const vote = this.#votes.get(voteId);
    if (vote?.state !== 'closed' || vote.panelId !== panelId) this.findings.add('ballot.reason', place, `the reason of a block is stated for a vote that was not closed: ${vote?.number ?? voteId}`);
  }

  #reserved(data: EventData<'reservation.recorded'>, place: string): void {
    const { reservationId, proposalId, panelId, voteId, version, seatId, groupId, capacity, organisation } = data;
    const [vote, standing] = [this.#votes.get(voteId), this.#standing.get(proposalId)];
    const what = `a reservation about decision ${vote?.number ?? voteId}`;
    if (standing?.voteId !== voteId || !standing.adopted || vote?.panelId !== panelId || vote.version?.number !== version) this.findings.add('reservation.version', place, `${what}, version ${version}: no such version stands adopted`);
    if (this.#seats.get(seatId) !== groupId) this.findings.add('reservation.seat', place, `${what}: its seat is not there, or of another group`);
    if (this.#reservations.has(reservationId) || [...this.#reservations.values()].some((each) => each.seatId === seatId && each.voteId === voteId)) this.findings.add('reservation.twice', place, `${what}: the same seat stated one before`);
    if (capacity !== 'organisation' && organisation !== '') this.findings.add('reservation.seat', place, `${what}: it names an organisation and is not of one`);
    this.#reservations.set(reservationId, data);
  }

  #withdrawn({ reservationId, proposalId }: EventData<'reservation.withdrawn'>, place: string): void {
    const recorded = this.#reservations.get(reservationId);
    // its words may have been erased with their author: each erased body explains one
    if (!recorded && this.erased > 0) {
      this.erased--;
      this.unchecked.push('a reservation that was withdrawn: its words were erased');
    } else if (recorded?.proposalId !== proposalId) this.findings.add('reservation.unknown', place, 'a reservation is withdrawn that nobody recorded');
    this.#reservations.delete(reservationId);
  }
}

/** A title is the proposal's, or the start of its text. */
const fits = (title: string, fields: Pick<Version['fields'], 'title' | 'text'>): boolean =>
  fields.title === '' ? title === fields.text || (title.endsWith('…') && fields.text.startsWith(title.slice(0, -1))) : title === fields.title;

const nameOf = (version: Version | undefined): string => (version ? `version ${version.number} of «${version.fields.title || version.fields.text.slice(0, 60)}»` : 'a version that never was');
