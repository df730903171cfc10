import { describe, expect, it } from '@jest/globals';
import { pileHash, sha256Hex } from '@tegerek/ballot';
import type { VoteHead } from '@tegerek/contracts';
import { AGENDA, collectiveDay, lotOf, PILE, TOGETHER } from './testing/collective-day.js';
import { CIVIL, closedEvent, eventData, GOVERNMENT, listText, type Day } from './testing/day.js';
import { filesOf, pack } from './testing/seal.js';
import { verifyBundle } from './verify-bundle.js';

/** Forged before it was sealed: chain, manifest, resolution and documents fit the forgery. */
const forged = (forge: (day: Day) => void) => {
  const day = collectiveDay();
  forge(day);
  return verifyBundle(pack(filesOf(day)));
};
const codes = ({ findings }: ReturnType<typeof verifyBundle>): string[] => [...new Set(findings.map(({ code }) => code))].sort();
const words = ({ findings }: ReturnType<typeof verifyBundle>): string => findings.map((finding) => finding.words).join('\n');
const opened = (day: Day, voteId: string) => eventData(day, 'vote.opened', voteId);
const closed = (day: Day, voteId: string) => eventData(day, 'vote.closed', voteId);
/** Result, counts and list follow from what the vote now has. */
const recountHonestly = (day: Day, voteId: string) => {
  const list = day.lists[voteId] ?? [];
  Object.assign(closed(day, voteId), closedEvent(opened(day, voteId), list, closed(day, voteId).paper));
};

describe('agenda, paper, correction, scale and lot', () => {
  it('an honest day is right', () => {
    const report = verifyBundle(pack(filesOf(collectiveDay())));
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ outcome: 'right', facts: { votes: 6 } });
  });

  it('a pile changed alone: the recount names the decision; changed with its result: the commitment does', () => {
    const alone = forged((day) => { const [pile] = closed(day, TOGETHER.first).paper; if (pile) pile.counts = { ...pile.counts, yes: 2, no: 0 }; });
    expect(codes(alone)).toEqual(['paper.counts', 'vote.result']);
    expect(words(alone)).toContain('decision 1.1');
    const whole = forged((day) => {
      for (const voteId of [TOGETHER.first, TOGETHER.second]) {
        for (const pile of closed(day, voteId).paper) pile.counts = { ...pile.counts, yes: 2, no: 0 };
        recountHonestly(day, voteId);
      }
    });
    expect(codes(whole)).toEqual(['paper.counts']);
  });

  it('a pile left out, confirmed by whoever entered it, by nobody, for seats that nobody marked, or after the close', () => {
    expect(codes(forged((day) => { for (const voteId of [TOGETHER.first, TOGETHER.second]) { closed(day, voteId).paper = []; recountHonestly(day, voteId); } }))).toContain('paper.missing');
    expect(codes(forged((day) => { eventData(day, 'paper.confirmed').by = 1; }))).toContain('paper.same-person');
    expect(codes(forged((day) => { eventData(day, 'paper.confirmed').by = 999; }))).toContain('paper.seat');
    expect(codes(forged((day) => { day.entries = day.entries.filter(({ events }) => events[0]?.type !== 'paper.confirmed'); }))).toEqual(expect.arrayContaining(['paper.unconfirmed']));
    expect(codes(forged((day) => { eventData(day, 'paper.marked').onPaper = { [GOVERNMENT]: 0, [CIVIL]: 1 }; }))).toContain('paper.too-many');
    expect(codes(forged((day) => { eventData(day, 'paper.marked').onPaper = { [GOVERNMENT]: 0, [CIVIL]: 4 }; }))).toContain('paper.marked');
    expect(codes(forged((day) => { day.entries.splice(-1, 0, { at: day.entries.at(-1)?.at ?? 0, events: [{ type: 'paper.withdrawn', v: 1, audience: 'public', data: { entryId: PILE, object: AGENDA, by: 1, reason: '' } }] }); }))).toContain('paper.state');
  });

  it('a marked seat that also stands on the list', () => {
    const report = forged((day) => {
      for (const voteId of [TOGETHER.first, TOGETHER.second]) { day.lists[voteId] = [...(day.lists[voteId] ?? []), { choice: 'yes', group: CIVIL, number: 6 }]; recountHonestly2(day, voteId); }
    });
    expect(codes(report)).toContain('ballot.phones');
  });
  /** As above where the tally itself would refuse more ballots than electors. */
  const recountHonestly2 = (day: Day, voteId: string) => { const list = day.lists[voteId] ?? []; Object.assign(closed(day, voteId), { ballots: list.length, ballotsHash: sha256Hex(listText(list)) }); };

  it('an item of an agenda decided by another list, and one pulled out of no agenda', () => {
    const report = forged((day) => { day.lists[TOGETHER.second] = (day.lists[TOGETHER.second] ?? []).slice(0, 2); recountHonestly(day, TOGETHER.second); });
    expect(codes(report)).toEqual(['agenda.ballots']);
    expect(words(report)).toContain('decision 1.2');
    expect(codes(forged((day) => { eventData(day, 'vote.voided', TOGETHER.mistaken).pulledOut = true; }))).toEqual(['agenda.pulled-out']);
  });

  it('a later decision that hides what it supersedes, or supersedes another', () => {
    const hidden = forged((day) => { opened(day, TOGETHER.correction).supersedes = null; });
    expect(codes(hidden)).toEqual(['vote.supersedes']);
    expect(words(hidden)).toContain('decision 1.1');
    expect(codes(forged((day) => { opened(day, TOGETHER.correction).supersedes = { voteId: TOGETHER.second, reason: '' }; }))).toEqual(['vote.supersedes']);
  });

  it('on the consent scale: a choice of another kind, a step that changes no yes, a reason for a ballot that did not block', () => {
    expect(codes(forged((day) => { const [row] = day.lists[TOGETHER.correction] ?? []; if (row) row.choice = 'yes'; recountHonestly2(day, TOGETHER.correction); }))).toContain('ballot.row');
    const step = forged((day) => { const [row] = day.lists[TOGETHER.correction] ?? []; if (row) row.choice = 'reservations'; recountHonestly2(day, TOGETHER.correction); });
    expect(codes(step)).toEqual(['vote.result']);
    expect(words(step)).toContain('decision 1.1');
    expect(codes(forged((day) => { eventData(day, 'vote.block-reasoned').number = 1; }))).toEqual(['ballot.reason']);
  });

  it('the shortlist, its lot, a number that nobody called, a second draw, a lot that was not needed', () => {
    const list = (day: Day) => day.lists[TOGETHER.ranking] ?? [];
    const drawn = (day: Day) => eventData(day, 'ranking.lot-drawn');
    const result = forged((day) => { (closed(day, TOGETHER.ranking).result['shortlist'] as { needsLot: null }).needsLot = null; });
    expect(codes(result)).toEqual(['lot.needless', 'vote.result']);
    expect(words(result)).toContain('ranking R1');
    expect(codes(forged((day) => { (drawn(day).shortlist['selected'] as string[]).reverse(); drawn(day).lots.reverse(); }))).toEqual(['lot.result']);
    expect(codes(forged((day) => { drawn(day).numbers[CIVIL] = 8; }))).toEqual(['lot.result']);
    expect(codes(forged((day) => { const vote = { ...opened(day, TOGETHER.ranking), ...closed(day, TOGETHER.ranking) } as unknown as VoteHead; Object.assign(drawn(day), lotOf(vote, list(day), { [GOVERNMENT]: 7 })); }))).toContain('lot.numbers');
    expect(codes(forged((day) => { const at = day.entries.findIndex(({ events }) => events[0]?.type === 'ranking.lot-drawn'); const [entry] = day.entries.slice(at, at + 1); if (entry) day.entries.splice(at, 0, structuredClone(entry)); }))).toEqual(['lot.twice']);
    const bridge = forged((day) => { const points = (closed(day, TOGETHER.ranking).result['bridge'] as { points: Record<string, number> }).points; for (const option of Object.keys(points)) points[option] = 1; });
    expect(codes(bridge)).toEqual(['vote.result']);
  });

  it('a commitment moved to fit a forged pile no longer is what was entered, unless entry and close are forged together: then only a noted head tells', () => {
    const report = forged((day) => {
      for (const voteId of [TOGETHER.first, TOGETHER.second]) {
        for (const pile of closed(day, voteId).paper) { pile.counts = { ...pile.counts, yes: 2, no: 0 }; eventData(day, 'paper.entered').countsHash = pileHash(pile); }
        recountHonestly(day, voteId);
      }
    });
    expect(report.outcome).toBe('right');
    expect(report.facts?.head.hash).not.toBe(verifyBundle(pack(filesOf(collectiveDay()))).facts?.head.hash);
  });
});
