import { closedEvent, eventData, smallDay, VOTES } from '@tegerek/verify/testing';

type Ballots = Parameters<typeof closedEvent>[1][number][];
type Opened = Parameters<typeof closedEvent>[0];
export interface MadeUpVote { opened: Opened; ballots: Ballots; result: unknown }

/** Numbers below n from a seed: the same votes in every run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => { state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff; return (state >> 8) % n; };
}

/** Votes of random rules, electorates and ballots with the result of our own tally; rules that make no sense are passed over. */
export function madeUpVotes(tries: number, seed: number): MadeUpVote[] {
  const roll = dice(seed);
  const pick = <T>(of: readonly T[]): T => of[roll(of.length)] as T;
  const threshold = () => ({ comparator: pick(['>', '>='] as const), ...pick([{ num: 1, den: 2 }, { num: 2, den: 3 }, { num: 1, den: 3 }, { num: 3, den: 4 }]) });
  const needed = () => pick([{ kind: 'required' as const }, { kind: 'at-least' as const, groups: 1 + roll(2) }, { kind: 'accepting-weight' as const, share: threshold() }]);
  const rung = () => (roll(4) === 0 ? null : { overall: roll(4) ? threshold() : null, group: roll(2) ? { threshold: threshold(), needed: needed() } : null, weightedShare: roll(3) ? null : threshold() });
  const groupIds = Object.keys(eventData(smallDay(), 'vote.opened', VOTES.adopted).electorateByGroup);

  function decision(): { opened: Opened; choice: () => unknown } {
    const opened = structuredClone(eventData(smallDay(), 'vote.opened', VOTES.adopted));
    const ballot = pick(['yes-no-abstain', 'yes-no-abstain', 'consent-scale'] as const);
    Object.assign(opened.rule, {
      requiredGroups: groupIds.filter(() => roll(3)), ballot, base: pick(['yes+no', 'yes+no+abstain', 'cast', 'present', 'entitled']), consensus: roll(2) === 1, broadAgreement: rung(), majority: rung(),
      quorum: { counted: pick(['cast', 'present']), overall: roll(3) ? null : threshold(), perGroup: roll(4) ? null : threshold() }, tie: pick(['not-adopted', 'undecided', 'adopted']),
      weights: pick([{}, Object.fromEntries(groupIds.map((group) => [group, { num: 1 + roll(3), den: 1 + roll(3) }]))]), veto: roll(3) ? null : { groups: groupIds.filter(() => roll(2)), threshold: threshold() },
    });
    const choices = ballot === 'consent-scale' ? ['support', 'can-live-with', 'reservations', 'block', 'support'] : ['yes', 'no', 'yes', 'no', 'abstain'];
    return { opened, choice: () => pick(choices) };
  }
  function ranking(): { opened: Opened; choice: () => unknown } {
    const opened = structuredClone(eventData(smallDay(), 'vote.opened', VOTES.ranking));
    const shuffled = (of: readonly string[]): string[] => of.map((value) => ({ value, at: roll(1000) })).toSorted((a, b) => a.at - b.at).map(({ value }) => value);
    const ids = shuffled([...'abcdef'].slice(0, 2 + roll(5)));
    opened.options = ids.map((id) => ({ ...(opened.options[0] as (typeof opened.options)[number]), id }));
    Object.assign(opened.rule, { shortlist: pick([null, 1, 2, 3]) });
    return { opened, choice: () => shuffled(ids).slice(0, roll(ids.length + 1)) };
  }

  return Array.from({ length: tries }).flatMap(() => {
    const { opened, choice } = roll(3) ? decision() : ranking();
    opened.electorateByGroup = Object.fromEntries(groupIds.map((group) => [group, roll(6)]));
    const ballots = Object.entries(opened.electorateByGroup).flatMap(([group, n]) => Array.from({ length: n }, () => group)).map((group, at) => ({ choice: choice(), group, number: at + 1 })).filter(() => roll(5)) as Ballots;
    try {
      return [{ opened, ballots, result: closedEvent(opened, ballots).result }];
    } catch {
      return [];
    }
  });
}
