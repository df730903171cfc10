import type { EventData, LogEvent } from '@tegerek/contracts';
import type { Findings } from '../report.js';

interface Poll {
  panelId: string;
  state: 'open' | 'closed';
  kind: EventData<'poll.opened'>['setup']['body']['kind'];
  answeredByGroup: Record<string, number>;
}

/** Kinds in which each answer is one figure. */
const ONE_EACH: readonly string[] = ['single', 'scale', 'temperature'];

/** C5: polls bind nobody. Their order is checked, and that what is shown agrees with how many answered; the answers are not published. */
export class PollOrder {
  readonly #polls = new Map<string, Poll>();

  constructor(private readonly findings: Findings) {}

  isText(pollId: string): boolean {
    return this.#polls.get(pollId)?.kind === 'text';
  }

  event({ type, data }: LogEvent, place: string): void {
    if (type === 'poll.opened') this.#opened(data as never, place);
    else if (type === 'poll.closed') this.#closed(data as never, place);
    else if (type === 'poll.shown') this.#shown(data as never, place);
    else if (type === 'poll.hidden') this.#next(data as never, 'closed', place);
  }

  #opened({ pollId, panelId, setup }: EventData<'poll.opened'>, place: string): void {
    if (this.#polls.has(pollId)) this.findings.add('poll.reopened', place, 'a poll opened a second time');
    if ([...this.#polls.values()].some((poll) => poll.panelId === panelId && poll.state === 'open')) this.findings.add('poll.two', place, 'a poll opened while another was open in the panel');
    this.#polls.set(pollId, { panelId, state: 'open', kind: setup.body.kind, answeredByGroup: {} });
  }

  #closed({ answeredByGroup, ...about }: EventData<'poll.closed'>, place: string): void {
    const poll = this.#next(about, 'open', place);
    if (poll) Object.assign(poll, { state: 'closed', answeredByGroup });
  }

  #shown({ result, ...about }: EventData<'poll.shown'>, place: string): void {
    const poll = this.#next(about, 'closed', place);
    if (!poll) return;
    const sum = (figures: Readonly<Record<string, number>>): number => Object.values(figures).reduce((total, n) => total + n, 0);
    // a seat without a group answers too
    // texts leave with the people who wrote them
    const isRight = poll.kind === 'text' ? result.byGroup.every(({ groupId, answers }) => answers <= (poll.answeredByGroup[groupId] ?? 0)) : result.answers >= sum(poll.answeredByGroup)
      && result.byGroup.every(({ groupId, answers, figures }) => answers === (poll.answeredByGroup[groupId] ?? 0) && (!ONE_EACH.includes(poll.kind) || sum(figures) === answers))
      && (result.total === null || !ONE_EACH.includes(poll.kind) || sum(result.total) <= result.answers);
    if (!isRight) this.findings.add('poll.figures', place, `the poll shows other figures than ${sum(poll.answeredByGroup)} answers give`);
  }

  #next({ pollId, panelId }: { pollId: string; panelId: string }, state: Poll['state'], place: string): Poll | undefined {
    const poll = this.#polls.get(pollId);
    if (poll?.state === state && poll.panelId === panelId) return poll;
    this.findings.add('poll.state', place, `a poll went on that was ${poll?.state ?? 'not there'}`);
    return undefined;
  }
}
