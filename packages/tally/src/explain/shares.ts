import type { BudgetResult, BudgetStep } from '../proportional/budgeting.js';
import type { CommitteeResult, CommitteeStep } from '../proportional/committees.js';
import { isLong, isShort, parsed, readable, type Voice } from './voice.js';

/** Options that we have names of and that were not chosen. */
export function sayNotChosen(voice: Voice, chosen: readonly string[]): void {
  const rest = Object.keys(voice.names).filter((id) => !chosen.includes(id));
  if (rest.length > 0 && !isLong(rest)) voice.say('chosen.notBought', { options: voice.options(rest) });
}

type Priced = 'shares.first' | 'shares.last' | 'phragmen.first' | 'phragmen.last';

/** With the price or load where it is short enough to be read. */
function sayPriced(voice: Voice, key: Priced, id: string, price: string): void {
  const x = parsed(price);
  if (isShort(x)) voice.say(key, { a: voice.option(id), x });
  else voice.say(`${key}Plain`, { a: voice.option(id) });
}

type TieKey = 'chosen.tiedStep' | 'budget.tiedStep';

function sayLots(voice: Voice, key: TieKey, steps: readonly { readonly add?: string; readonly tiedWith?: readonly string[] }[]): void {
  const tied = steps.find((s) => s.tiedWith !== undefined);
  if (tied?.add !== undefined) voice.mention(key, { a: voice.option(tied.add), options: voice.options(tied.tiedWith!) });
}

/** What everybody starts with, the first and the last purchase, and the completion. */
export function sayShares(voice: Voice, r: Pick<CommitteeResult, 'steps' | 'startBudget' | 'seats' | 'conventions'>): void {
  const bought = r.steps.filter((s) => s.phase === 1);
  const completed = r.steps.filter((s) => s.phase === 2).map((s) => s.add);
  const start = parsed(r.startBudget!);
  if (isShort(start)) voice.say('shares.start', { x: start });
  if (bought.length > 0) sayPriced(voice, 'shares.first', bought[0]!.add, bought[0]!.perVoter!);
  if (bought.length > 1) sayPriced(voice, 'shares.last', bought.at(-1)!.add, bought.at(-1)!.perVoter!);
  if (completed.length === 0 && bought.length === r.seats) return;
  voice.say('shares.exhausted');
  const completion = r.conventions['completion'];
  if (completed.length > 0) voice.say(completion === 'approval-count' ? 'shares.completion-approval-count' : 'shares.completion-seq-phragmen', { options: voice.options(completed) });
}

function sayLoads(voice: Voice, steps: readonly CommitteeStep[]): void {
  const loaded = steps.filter((s) => s.maxLoad !== undefined);
  if (loaded.length > 0) sayPriced(voice, 'phragmen.first', loaded[0]!.add, loaded[0]!.maxLoad!);
  if (loaded.length > 1) sayPriced(voice, 'phragmen.last', loaded.at(-1)!.add, loaded.at(-1)!.maxLoad!);
  const unsupported = steps.filter((s) => s.maxLoad === undefined).map((s) => s.add);
  if (unsupported.length > 0 && !isLong(unsupported)) voice.say('phragmen.unsupported', { options: voice.options(unsupported) });
}

function sayApprovals(voice: Voice, steps: readonly CommitteeStep[]): void {
  voice.say('topk.first', { a: voice.option(steps[0]!.add), n: steps[0]!.approvals! });
  if (steps.length > 1) voice.say('topk.last', { a: voice.option(steps.at(-1)!.add), n: steps.at(-1)!.approvals! });
}

/** Equal shares, Phragmén and most approvals, for a given number of places. */
export function explainCommittee(voice: Voice, r: CommitteeResult): void {
  if (r.committee.length === 0) voice.say('chosen.none');
  else voice.say('chosen.wins', { options: voice.options(r.committee) });
  if (r.method === 'mes') sayShares(voice, r);
  else if (r.method === 'seq-phragmen') sayLoads(voice, r.steps);
  else sayApprovals(voice, r.steps);
  sayNotChosen(voice, r.committee);
  if (r.count > 1) {
    voice.say('chosen.several', { n: r.count });
    sayLots(voice, 'chosen.tiedStep', r.steps);
  }
  voice.mention(r.method === 'mes' ? 'shares.method' : r.method === 'seq-phragmen' ? 'phragmen.method' : 'topk.method');
}

function sayPurchase(voice: Voice, key: 'budget.first' | 'budget.last', s: BudgetStep): void {
  voice.say(key, { a: voice.option(s.add!), cost: parsed(s.cost!), n: s.supporters! });
  const price = s.perVoter ?? s.load;
  if (price !== undefined && isShort(parsed(price))) voice.say(s.perVoter === undefined ? 'budget.load' : 'budget.perVoter', { a: voice.option(s.add!), x: parsed(price) });
}

/** The same with costs and a budget; also greedy by votes. */
export function explainBudget(voice: Voice, r: BudgetResult): void {
  if (r.selectionOrder.length === 0) voice.say('chosen.none');
  else voice.say('chosen.wins', { options: voice.options(r.selectionOrder) });
  voice.say('budget.total', { n: r.totalCost, m: r.budget });
  const start = r.endowment === undefined ? null : readable(r.endowment, r.endowmentExact);
  if (start !== null && isShort(start)) voice.say('shares.startMoney', { x: start });
  const bought = r.steps.filter((s) => s.add !== undefined && s.supporters !== undefined);
  if (bought.length > 0) sayPurchase(voice, 'budget.first', bought[0]!);
  if (bought.length > 1) sayPurchase(voice, 'budget.last', bought.at(-1)!);
  sayNotChosen(voice, r.selected);
  if (r.isTied) sayLots(voice, 'budget.tiedStep', r.steps);
  voice.mention(r.method === 'mes-costs' ? 'shares.method' : r.method === 'phragmen-costs' ? 'phragmen.method' : 'greedy.method');
}
