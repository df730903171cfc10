import { describe, expect, it } from '@jest/globals';
import type { EventType } from '@tegerek/contracts';
import { strFromU8, strToU8 } from 'fflate';
import { amendedDay, AMENDMENTS } from './testing/amended-day.js';
import { bound, boundDay, eventOf, insert, placeOf } from './testing/bound-day.js';
import { collectiveDay } from './testing/collective-day.js';
import { eventData, type Day } from './testing/day.js';
import { filesOf, pack } from './testing/seal.js';
import { verifyBundle } from './verify-bundle.js';

const verified = (day: Day, publish = false) => verifyBundle(pack(filesOf(day, { publish })));
const codes = ({ findings }: ReturnType<typeof verifyBundle>): string[] => [...new Set(findings.map(({ code }) => code))];

/** Marks the bodies of events of a kind as erased. */
function erase(day: Day, type: EventType, fits: (data: never) => boolean = () => true): Day {
  for (const entry of day.entries) entry.erased = [...(entry.erased ?? []), ...entry.events.flatMap((event, i) => (event.type === type && fits(event.data as never) ? [i] : []))];
  return day;
}

/** Kinds of events that a day can lose to a claimed erasure without a contradiction: nothing else in the log depends on them (docs/verification.md). */
const UNSEEN: EventType[] = ['amendment.fell', 'amendment.put', 'evidence.frozen', 'poll.shown', 'proposal.translated', 'ranking.lot-drawn', 'reservation.recorded', 'vote.block-reasoned'];

describe('what was erased at the request of a person', () => {
  it('words of amendments: the outcome stays right, and what is not checked is said', () => {
    const report = verified(erase(amendedDay(), 'amendment.put'), true);
    expect(report).toMatchObject({ outcome: 'right', findings: [], facts: { erased: 5, votes: 4 } });
    expect(report.notChecked.join('\n')).toContain('of amendments 1.1/1, 1.1/2, 1.1/3, 1.1/4, 1.1/5 the wording was erased: their place in the order, and whether their votes were about them');
  });

  it('one of them erased after the line-up: the others are checked as before', () => {
    const day = erase(amendedDay(), 'amendment.put', (data: { amendmentId: string }) => data.amendmentId === AMENDMENTS.fallen);
    expect(verified(day).outcome).toBe('right');
    const text = eventData(day, 'amendment.put');
    expect(text.amendmentId).toBe(AMENDMENTS.adopted);
    text.text = '2031';
    expect(codes(verified(day))).toEqual(['amendment.text']);
  });

  it('reservations, reasons, footnotes: each is right; what is taken back without them needs an erased body for each', () => {
    const day = erase(boundDay(), 'reservation.recorded');
    const { reservationId } = eventData(day, 'reservation.recorded');
    const withdrawn = (): void => insert(day, placeOf(day, 'dialogue.closed'), eventOf('reservation.withdrawn', { ...bound(day), reservationId }));
    expect(verified(day, true).outcome).toBe('right');
    withdrawn();
    expect(verified(day, true)).toMatchObject({ outcome: 'right', findings: [] });
    expect(verified(day).notChecked).toContain('a reservation that was withdrawn: its words were erased');
    withdrawn();
    expect(codes(verified(day))).toEqual(['reservation.unknown']);
    expect(verified(erase(collectiveDay(), 'vote.block-reasoned'), true).outcome).toBe('right');
  });

  it('words that are left out and not said to be erased are found', () => {
    const day = amendedDay();
    for (const entry of day.entries) entry.events = entry.events.filter(({ type }) => type !== 'amendment.put');
    expect(codes(verified(day))).toEqual(['amendment.text']);
  });

  it('what a published resolution states cannot be claimed erased under the same head; what it does not state can', () => {
    const files = filesOf(boundDay());
    const claimed = (type: EventType) => {
      const lines = strFromU8(files['payload.jsonl'] ?? new Uint8Array()).split('\n').map((line) => {
        if (!line.includes(`"type":"${type}"`)) return line;
        const { i, seq } = JSON.parse(line) as { i: number; seq: number };
        return JSON.stringify({ erased: true, i, seq });
      });
      return verifyBundle(pack({ ...files, 'payload.jsonl': strToU8(lines.join('\n')) }));
    };
    for (const type of ['evidence.frozen', 'proposal.translated', 'reservation.recorded'] as const) expect(codes(claimed(type))).toContain('resolution.hash');
    expect(claimed('poll.shown')).toMatchObject({ outcome: 'right', facts: { erased: 1, head: verifyBundle(pack(files)).facts?.head } });
  });

  // sealed anew with everything that follows: fold, copies of votes, resolution
  it('a claimed erasure of anything that was decided, who could vote and when is a contradiction; what it can hide is listed', () => {
    const hidden = new Set<string>();
    const seen = new Set<EventType>();
    for (const make of [boundDay, collectiveDay, amendedDay]) {
      for (const type of new Set(make().entries.flatMap(({ events }) => events.map((event) => event.type)))) {
        if (seen.has(type)) continue;
        seen.add(type);
        const day = make();
        const entry = day.entries[day.entries.findIndex(({ events }) => events.some((event) => event.type === type))];
        if (entry) entry.erased = [entry.events.findIndex((event) => event.type === type)];
        if (verified(day, type === 'dialogue.closed').outcome === 'right') hidden.add(type);
      }
    }
    expect([...hidden].sort()).toEqual(UNSEEN);
    expect(seen.size).toBeGreaterThan(25);
  });
});
