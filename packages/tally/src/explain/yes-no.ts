import type { Clause } from '../yes-no/clauses.js';
import type { DecisionResult, DecisionStep } from '../yes-no/count-decision.js';
import type { TextKey } from './catalogue.js';
import type { Voice } from './voice.js';

type Rung = 'broad-agreement' | 'majority';

const NEED: Readonly<Record<Clause['needed']['comparator'], TextKey>> = { '>': 'need.more', '>=': 'need.atLeast', '<': 'need.less', '<=': 'need.atMost' };
const GROUPS_SHOWN = 3;

const fraction = (voice: Voice, f: { readonly num: number; readonly den: number }): string =>
  f.den <= 1 ? voice.number(f.num) : `${voice.number(f.num)}/${voice.number(f.den)}`;

const need = (voice: Voice, c: Clause): string => voice.text(NEED[c.needed.comparator], { f: fraction(voice, c.needed) });

function clausesOf(r: DecisionResult, step: DecisionStep['step']): Clause[] {
  return (r.steps.find((s) => s.step === step)?.clauses ?? []).map((i) => r.clauses[i]!);
}

const rungOf = (c: Clause): Rung => (c.id.startsWith('majority') ? 'majority' : 'broad-agreement');

/** Why adopted: the clauses of the grade that was reached. */
function sayReached(voice: Voice, r: DecisionResult, rung: Rung): void {
  const clauses = clausesOf(r, rung);
  for (const c of clauses.filter((x) => x.id !== `${rung}.group`)) sayRungClause(voice, r, c);
  const groups = clauses.filter((x) => x.id === `${rung}.group` && x.holds);
  if (groups.length === 0 || groups.some((g) => g.actual.den === 0)) return;
  const closest = groups.reduce((a, b) => (BigInt(b.actual.num) * BigInt(a.actual.den) < BigInt(a.actual.num) * BigInt(b.actual.den) ? b : a));
  voice.mention('yesNo.groupsHold', { need: need(voice, closest), group: voice.group(closest.group!), num: closest.actual.num, den: closest.actual.den });
}

function sayRungClause(voice: Voice, r: DecisionResult, c: Clause): void {
  const grade = voice.text(`grade.${rungOf(c)}`);
  const ends = c.holds ? 'Holds' : 'Fails';
  const { num, den } = c.actual;
  switch (c.id) {
    case 'broad-agreement.overall': case 'majority.overall':
      return voice.say(`yesNo.overall${ends}`, { grade, need: need(voice, c), base: voice.text(`base.${r.conventions.base}`), num, den });
    case 'broad-agreement.groups': case 'majority.groups':
      return voice.say(`yesNo.groupCount${ends}`, { grade, need: c.needed.num, num });
    case 'broad-agreement.weight': case 'majority.weight':
      return voice.say(`yesNo.weight${ends}`, { grade, share: fraction(voice, c.actual), need: need(voice, c) });
    case 'broad-agreement.weighted-share': case 'majority.weighted-share':
      return voice.say(`yesNo.weightedShare${ends}`, { grade, share: fraction(voice, c.actual), need: need(voice, c) });
    default:
      return den === 0
        ? voice.say('yesNo.groupEmpty', { group: voice.group(c.group!), grade, need: need(voice, c) })
        : voice.say('yesNo.groupFails', { group: voice.group(c.group!), num, den, grade, need: need(voice, c) });
  }
}

function sayFailed(voice: Voice, r: DecisionResult, c: Clause): void {
  const { num, den } = c.actual;
  switch (c.id) {
    case 'quorum.overall':
      return voice.say('yesNo.quorumFails', { num, den, need: need(voice, c) });
    case 'quorum.group':
      return den === 0
        ? voice.say('yesNo.quorumNobody', { group: voice.group(c.group!) })
        : voice.say('yesNo.quorumGroupFails', { group: voice.group(c.group!), num, den, need: need(voice, c) });
    case 'votes.some':
      return voice.say('yesNo.openRule');
    case 'consensus.no-objection':
      return voice.say('yesNo.objection', { n: num });
    case 'consensus.group-yes':
      return c.group === undefined ? voice.say('yesNo.noYes') : voice.say('yesNo.groupWithoutYes', { group: voice.group(c.group) });
    case 'veto.group':
      return voice.say('yesNo.veto', { group: voice.group(c.group!), num, den, need: need(voice, c) });
    default:
      return sayRungClause(voice, r, c);
  }
}

/** Every clause that was missed; of the same clause in many groups the first few in full, the others by name. */
function sayMissed(voice: Voice, r: DecisionResult): void {
  const missed = r.failed.map((f) => r.clauses.find((c) => c.id === f.id && c.group === f.group)!);
  const ofGroups = missed.filter((c) => c.group !== undefined);
  for (const c of missed) if (c.group === undefined || ofGroups.indexOf(c) < GROUPS_SHOWN) sayFailed(voice, r, c);
  const others = ofGroups.slice(GROUPS_SHOWN).map((c) => voice.group(c.group!));
  if (others.length > 0) voice.mention('yesNo.alsoFailed', { groups: voice.and(others) });
}

function sayFigures(voice: Voice, r: DecisionResult): void {
  const { yes, no, abstain, support, canLiveWith, reservations, block, invalid } = r.overall;
  if (r.conventions.ballot === 'consent-scale') voice.say('yesNo.consent', { support, canLiveWith, reservations, block, abstain });
  else voice.say('yesNo.votes', { yes, no, abstain });
  if (invalid > 0) voice.mention('yesNo.invalid', { invalid });
}

function sayTie(voice: Voice, r: DecisionResult): void {
  const c = r.clauses.find((x) => x.id === 'majority.overall') ?? r.clauses.find((x) => x.id === 'broad-agreement.overall')!;
  voice.say(`yesNo.tie-${r.conventions.tie}`, { num: c.actual.num, den: c.actual.den, f: fraction(voice, c.needed) });
}

/** Why the proposal was adopted, or not, and what kept it from the next better grade. */
export function explainDecision(voice: Voice, r: DecisionResult): void {
  voice.say(r.grade === 'undecided' && r.tie ? 'yesNo.undecidedTie' : `yesNo.${r.grade}`);
  sayFigures(voice, r);
  if (r.tie) sayTie(voice, r);
  if (r.grade === 'consensus') voice.say('yesNo.consensusRule');
  if ((r.grade === 'broad-agreement' || r.grade === 'majority') && !r.tie) sayReached(voice, r, r.grade);
  if (!r.tie || r.adopted) sayMissed(voice, r);
  if (r.grade !== 'not-adopted-no-quorum') {
    for (const c of clausesOf(r, 'quorum').filter((x) => x.id === 'quorum.overall')) {
      voice.mention('yesNo.quorumHolds', { num: c.actual.num, den: c.actual.den, need: need(voice, c) });
    }
  }
  const groups = Object.entries(r.groups);
  if (groups.length > 1) voice.mention('yesNo.byGroup', { list: groups.map(([g, f]) => voice.text('yesNo.ofGroup', { group: voice.group(g), yes: f.yes, no: f.no })).join('; ') });
  const invited = r.grade === 'majority' ? r.failed.filter((f) => f.id.endsWith('.group')).map((f) => voice.group(f.group!)) : [];
  if (invited.length > 0) voice.mention('yesNo.reservation', { groups: voice.and(invited) });
  if (r.grade.startsWith('not-adopted')) voice.mention('yesNo.notAdoptedRule');
}
