import type { CommandName, DialoguePhase, EventData, LogEvent, PanelPhase, VotePurpose, VoteState } from '@tegerek/contracts';
import { dialogueStep, panelStep, PERMISSIONS } from '@tegerek/rules';
import type { Findings } from '../report.js';
import type { OpenedEntry } from '../read/log.js';
import { AmendmentOrder } from './amendments.js';
import { Bound } from './bound.js';
import { PollOrder } from './polls.js';

/** The command whose row of the permission table says in which phases an event may happen. */
const COMMAND_OF: Partial<Record<LogEvent['type'], CommandName>> = {
  'dialogue.edited': 'dialogue.edit', 'dialogue.groups-set': 'dialogue.set-groups', 'dialogue.rule-set': 'dialogue.set-rule', 'panel.set': 'panel.set', 'panel.phase-moved': 'panel.move-phase',
  'turn.started': 'turn.start', 'seat.joined': 'seat.join', 'vote.closing': 'vote.close', 'vote.voided': 'vote.void', 'ranking.lot-drawn': 'ranking.draw-lot',
  'paper.marked': 'paper.mark', 'paper.entered': 'paper.enter', 'paper.confirmed': 'paper.confirm', 'paper.withdrawn': 'paper.withdraw',
  'amendment.lined-up': 'amendment.line-up', 'poll.opened': 'poll.open', 'poll.closed': 'poll.close', 'poll.hidden': 'poll.show', 'resolution.published': 'resolution.publish', 'poll.shown': 'poll.show', 'proposal.translated': 'proposal.translate', 'proposal.translation-checked': 'proposal.check-translation',
  'reservation.recorded': 'reservation.record', 'reservation.withdrawn': 'reservation.withdraw', 'dialogue.opened': 'dialogue.open', 'dialogue.closed': 'dialogue.close',
};

interface Vote {
  number: string;
  purpose: VotePurpose;
  /** Where its ballots lie: an agenda or the vote itself. */
  box: string;
  state: VoteState;
  panelId: string | null;
  proposalId: string | null;
  closesAt: number;
}

/** Which command opens a vote. */
const OPENED_BY: Record<VotePurpose, CommandName> = { decision: 'decision.open', ranking: 'ranking.open', amendment: 'amendment.open-vote' };

/** C5: what the log says happened could happen: phases step by the tables, votes open, close and end once and in their phase. */
export class Legality {
  #dialogue: DialoguePhase | null = null;
  #resolutions = 0;
  readonly #panels = new Map<string, { phase: PanelPhase; rev: number }>();
  readonly #votes = new Map<string, Vote>();
  readonly #versions = new Map<string, number>();
  /** The decision that stands, by proposal. */
  readonly #standing = new Map<string, string>();
  readonly #lots = new Set<string>();
  readonly #publishedIds = new Set<string>();
  readonly #amendments: AmendmentOrder;
  readonly #bound: Bound;
  readonly #polls: PollOrder;

  constructor(private readonly findings: Findings) {
    this.#amendments = new AmendmentOrder(findings);
    this.#bound = new Bound(findings);
    this.#polls = new PollOrder(findings);
  }

  entry({ seq, at, opened, erased }: OpenedEntry): void {
    this.#bound.erased += erased;
    for (const { i, event } of opened) if (event.data !== null) this.#event(event, `entry ${seq}, event ${i}`, at);
    this.#amendments.entryEnds(`entry ${seq}`, erased);
    this.#bound.entryEnds();
  }

  /** Votes that are neither closed nor void at the end of the log. */
  get unfinished(): string[] {
    return [...this.#votes.values()].filter(({ state }) => state === 'open' || state === 'closing').map(({ number }) => number);
  }

  /** What erased bodies leave unchecked, in words. */
  get unchecked(): string[] {
    return [...this.#amendments.unchecked, ...this.#bound.unchecked];
  }

  #event(event: LogEvent, place: string, at: number): void {
    const data = event.data as never;
    if (!this.#isOfErasure(event)) this.#phase(COMMAND_OF[event.type], panelOf(event), place, event.type);
    this.#amendments.event(event, place);
    this.#bound.event(event, place);
    this.#polls.event(event, place);
    switch (event.type) {
      case 'dialogue.created': return this.#created(data, place);
      case 'dialogue.opened': return this.#step('open', place);
      case 'dialogue.closed': return this.#step('closed', place);
      case 'panel.set': return this.#panelSet(data);
      case 'panel.phase-moved': return this.#moved(data, place);
      case 'vote.opened': return this.#opened(data, place);
      case 'vote.closing': return this.#closing(data, place);
      case 'vote.closed': return this.#closed(data, place, at);
      case 'vote.voided': return this.#voided(data, place);
      case 'ranking.lot-drawn': return this.#drawn(data, place);
      case 'resolution.published': return this.#published(data, place);
      default:
    }
  }

  /** A person may be erased in any phase: their reservation is withdrawn, a cloud that had their words is told anew. */
  #isOfErasure({ type, data }: LogEvent): boolean {
    return type === 'reservation.withdrawn' || (type === 'poll.shown' && this.#polls.isText((data as EventData<'poll.shown'>).pollId));
  }

  #created({ panels }: EventData<'dialogue.created'>, place: string): void {
    if (this.#dialogue !== null) this.findings.add('dialogue.twice', place, 'the dialogue is created a second time');
    this.#dialogue = 'draft';
    for (const { id } of panels) this.#panels.set(id, { phase: 'scheduled', rev: 0 });
  }

  #panelSet({ id }: EventData<'panel.set'>): void {
    if (!this.#panels.has(id)) this.#panels.set(id, { phase: 'scheduled', rev: 0 });
  }

  #step(to: DialoguePhase, place: string): void {
    const from = this.#dialogue;
    if (from === null || !dialogueStep(from, to)) this.findings.add('dialogue.step', place, `the dialogue went from ${from ?? 'nothing'} to ${to}`);
    if (to === 'closed' && this.unfinished.length > 0) this.findings.add('vote.unfinished', place, `the dialogue closed while these votes were open: ${this.unfinished.join(', ')}`);
    this.#dialogue = to;
  }

  #moved({ panelId, from, to, rev }: EventData<'panel.phase-moved'>, place: string): void {
    const panel = this.#panels.get(panelId);
    if (!panel || panel.phase !== from || panelStep(from, to) === null) this.findings.add('panel.step', place, `the panel went from ${panel?.phase ?? 'nothing'} (the entry says ${from}) to ${to}`);
    if (rev !== (panel?.rev ?? 0) + 1) this.findings.add('panel.rev', place, `step ${rev} of the panel follows step ${panel?.rev ?? 0}`);
    const open = [...this.#votes.values()].find((vote) => vote.panelId === panelId && (vote.state === 'open' || vote.state === 'closing'));
    if (open) this.findings.add('panel.busy', place, `the panel moved while vote ${open.number} was open`);
    this.#panels.set(panelId, { phase: to, rev });
  }

  /** The phase in which the permission table allows the command behind an event. */
  #phase(command: CommandName | undefined, panelId: string | null, place: string, what: string): void {
    if (!command) return;
    const { dialogue, panel } = PERMISSIONS[command];
    if (dialogue && (this.#dialogue === null || !dialogue.includes(this.#dialogue))) this.findings.add('phase.dialogue', place, `${what} while the dialogue was ${this.#dialogue ?? 'not there'}`);
    const held = panelId === null ? undefined : this.#panels.get(panelId);
    if (panel && panelId !== null && (!held || !panel.includes(held.phase))) this.findings.add('phase.panel', place, `${what} while the panel was ${held?.phase ?? 'not there'}`);
  }

  #opened({ voteId, panelId, purpose, number, version, agendaId, supersedes }: EventData<'vote.opened'>, place: string): void {
    const box = agendaId ?? voteId;
    const what = `${purpose} ${number} opened`;
    this.#phase(OPENED_BY[purpose], panelId, place, what);
    if (this.#votes.has(voteId)) this.findings.add('vote.reopened', place, `${what} a second time`);
    const other = [...this.#votes.values()].find((vote) => vote.panelId === panelId && vote.box !== box && (vote.state === 'open' || vote.state === 'closing'));
    if (other) this.findings.add('vote.two', place, `${what} while ${other.number} was open`);
    if ((version === null) !== (purpose === 'ranking')) this.findings.add('vote.subject', place, `${what} on ${version === null ? 'no text' : 'a text'}`);
    if (version) this.#version(version, place);
    const standing = version ? this.#standing.get(version.proposalId) ?? null : null;
    if (purpose === 'decision' && (supersedes?.voteId ?? null) !== standing) this.findings.add('vote.supersedes', place, `${what}, but the decision that it should supersede is ${standing ?? 'none'}`);
    if (supersedes !== null && purpose !== 'decision') this.findings.add('vote.supersedes', place, `${what} in place of a decision`);
    this.#votes.set(voteId, { number, purpose, box, state: 'open', panelId, proposalId: version?.proposalId ?? null, closesAt: 0 });
  }

  #version({ proposalId, number }: { proposalId: string; number: number }, place: string): void {
    const last = this.#versions.get(proposalId) ?? 0;
    if (number !== last + 1) this.findings.add('version.number', place, `version ${number} of a proposal follows version ${last}`);
    this.#versions.set(proposalId, number);
  }

  #closing({ voteId, closesAt }: EventData<'vote.closing'>, place: string): void {
    const vote = this.#expect(voteId, ['open'], 'closing', place);
    if (vote) vote.closesAt = closesAt;
  }

  #closed({ voteId }: EventData<'vote.closed'>, place: string, at: number): void {
    const vote = this.#expect(voteId, ['closing'], 'closed', place);
    if (vote && at < vote.closesAt) this.findings.add('vote.early', place, `vote ${vote.number} was counted before the end of its grace time`);
    if (vote?.purpose === 'decision' && vote.proposalId !== null) this.#standing.set(vote.proposalId, voteId);
  }

  #voided({ voteId, pulledOut }: EventData<'vote.voided'>, place: string): void {
    const vote = this.#expect(voteId, pulledOut ? ['open'] : ['open', 'closing'], 'void', place);
    if (vote && pulledOut && vote.box === voteId) this.findings.add('agenda.pulled-out', place, `vote ${vote.number} was pulled out of no agenda`);
  }

  #drawn({ voteId }: EventData<'ranking.lot-drawn'>, place: string): void {
    const vote = this.#votes.get(voteId);
    if (vote?.purpose !== 'ranking' || vote.state !== 'closed') this.findings.add('lot.state', place, 'a lot was drawn for a vote that is no closed ranking');
    if (this.#lots.has(voteId)) this.findings.add('lot.twice', place, `the lot of ${vote?.number ?? voteId} was drawn a second time`);
    this.#lots.add(voteId);
  }

  #expect(voteId: string, states: readonly VoteState[], next: VoteState, place: string): Vote | undefined {
    const vote = this.#votes.get(voteId);
    if (!vote) {
      this.findings.add('vote.unknown', place, `a vote became ${next} that never opened`);
      return undefined;
    }
    if (!states.includes(vote.state)) this.findings.add('vote.state', place, `vote ${vote.number} became ${next}, but it was ${vote.state}`);
    vote.state = next;
    return vote;
  }

  #published({ number, resolutionId }: EventData<'resolution.published'>, place: string): void {
    if (this.#publishedIds.has(resolutionId)) this.findings.add('resolution.twice', place, `resolution ${number} is one that was published before`);
    this.#publishedIds.add(resolutionId);
    if (number !== this.#resolutions + 1) this.findings.add('resolution.number', place, `resolution ${number} follows resolution ${this.#resolutions}`);
    this.#resolutions = number;
    this.#dialogue = 'published';
  }
}

function panelOf(event: LogEvent): string | null {
  const { panelId } = (event.data ?? {}) as { panelId?: unknown };
  return typeof panelId === 'string' ? panelId : null;
}
