import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merge, split } from './lineage.js';
import type { Proposal } from './proposal.js';
import { sampleProposal } from './proposal.sample.js';
import { sponsor } from './sponsors.js';

const open = (id: string, change: Partial<Proposal> = {}) => sampleProposal({ id, seatId: `author-${id}`, status: 'in-formulation', ...change });

describe('merging', () => {
  it('brings authors and co-sponsors along, each once, marked with where they came from', () => {
    const target = open('t', { ready: true, sponsors: [{ seatId: 'x', groupId: 'g', capacity: 'group', from: null }] });
    const source = open('s', { status: 'submitted', capacity: 'organisation', sponsors: [{ seatId: 'x', groupId: 'g', capacity: 'self', from: null }, { seatId: 'y', groupId: null, capacity: 'self', from: null }, { seatId: 'author-t', groupId: null, capacity: 'self', from: null }] });
    expect(merge(target, [source])).toMatchObject({
      target: { ready: false, sponsors: [{ seatId: 'x', capacity: 'group', from: null }, { seatId: 'author-s', capacity: 'organisation', from: 's' }, { seatId: 'y', from: 's' }] },
      sources: [{ id: 's', status: 'merged', mergedInto: 't' }],
    });
  });

  it.each(['frozen', 'adopted', 'not-adopted', 'withdrawn', 'merged'] as const)('takes no %s one, and into none', (status) => {
    expect(merge(open('t'), [open('s', { status })])).toMatchObject({ code: 'proposal.state', path: 'from.0' });
    expect(merge(open('t', { status }), [open('s')])).toMatchObject({ code: 'proposal.state', path: 'proposalId' });
  });

  it('is of different proposals of one panel', () => {
    expect(merge(open('t'), [open('t')])).toEqual({ code: 'request.invalid', path: 'from.0' });
    expect(merge(open('t'), [open('s'), open('s')])).toEqual({ code: 'request.invalid', path: 'from.1' });
    expect(merge(open('t'), [open('s', { panelId: 'another' })])).toEqual({ code: 'request.invalid', path: 'from.0' });
  });
});

describe('splitting', () => {
  it('makes proposals of its parts, numbered on, with its people', () => {
    const source = open('s', { number: 3, rev: 7, versions: 2, sponsors: [{ seatId: 'x', groupId: null, capacity: 'self', from: null }] });
    const parts = split(source, [{ proposalId: 'p', fields: { ...source.fields, text: 'первое' } }, { proposalId: 'q', fields: source.fields }], [source, open('o', { number: 9 })]);
    expect(parts).toMatchObject([{ id: 'p', number: 10, rev: 1, versions: 0, status: 'in-formulation', splitFrom: 's', seatId: 'author-s', sponsors: source.sponsors, fields: { text: 'первое' } }, { id: 'q', number: 11 }]);
    expect(split(source, [{ proposalId: 'p', fields: source.fields }, { proposalId: 'p', fields: source.fields }], [source])).toEqual({ code: 'request.invalid', path: 'parts.1.proposalId' });
    expect(split({ ...source, status: 'submitted' }, [], [source])).toMatchObject({ code: 'proposal.state' });
  });
});

describe('nothing is lost through any sequence of merges and splits', () => {
  type Act = { merge: [number, number[]] } | { split: [number, number] } | { join: [number, number] };
  const acts = fc.array(fc.oneof(
    fc.record({ merge: fc.tuple(fc.nat(20), fc.array(fc.nat(20), { minLength: 1, maxLength: 3 })) }),
    fc.record({ split: fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 3 })) }),
    fc.record({ join: fc.tuple(fc.nat(20), fc.nat(8)) }),
  ), { maxLength: 25 });

  it('every text is kept, every person stands behind what became of their text, and lineage reads both ways', () => {
    fc.assert(fc.property(acts, (sequence: Act[]) => {
      let all = Array.from({ length: 5 }, (_, i) => open(`p${i}`, { number: i + 1 }));
      /** Everybody who ever stood behind a proposal. */
      const behind = new Map(all.map(({ id, seatId }) => [id, new Set([seatId])]));
      const put = (changed: readonly Proposal[]) => { all = [...all.map((old) => changed.find(({ id }) => id === old.id) ?? old), ...changed.filter(({ id }) => !all.some((old) => old.id === id))]; };
      const at = (n: number) => all[n % all.length] as Proposal;
      for (const act of sequence) {
        const texts = new Map(all.map(({ id, fields }) => [id, fields]));
        if ('merge' in act) {
          const result = merge(at(act.merge[0]), act.merge[1].map(at));
          if (!('code' in result)) put([result.target, ...result.sources]);
        } else if ('split' in act) {
          const source = at(act.split[0]);
          const parts = split(source, Array.from({ length: act.split[1] }, (_, i) => ({ proposalId: `p${all.length + i}`, fields: { ...source.fields, text: `часть ${i}` } })), all);
          if (!('code' in parts)) {
            put(parts);
            for (const part of parts) behind.set(part.id, new Set([source.seatId, ...source.sponsors.map(({ seatId }) => seatId)]));
          }
        } else {
          const joined = sponsor(at(act.join[0]), { seatId: `seat-${act.join[1]}`, groupId: null }, 'self');
          if (!('code' in joined)) {
            put([joined]);
            behind.get(joined.id)?.add(`seat-${act.join[1]}`);
          }
        }
        for (const [id, fields] of texts) expect(all.find((each) => each.id === id)?.fields).toEqual(fields);
      }
      const byId = new Map(all.map((each) => [each.id, each]));
      for (const [id, people] of behind) {
        let now = byId.get(id) as Proposal;
        for (let steps = 0; now.mergedInto !== null; steps++) {
          expect(steps).toBeLessThan(all.length);
          expect(now.status).toBe('merged');
          now = byId.get(now.mergedInto) as Proposal;
        }
        const standing = new Set([now.seatId, ...now.sponsors.map(({ seatId }) => seatId)]);
        for (const person of people) expect([...standing]).toContain(person);
      }
      for (const { sponsors, seatId } of all) expect(new Set([seatId, ...sponsors.map((each) => each.seatId)]).size).toBe(sponsors.length + 1);
      expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
      for (const { splitFrom } of all) if (splitFrom !== null) expect(byId.has(splitFrom)).toBe(true);
    }));
  });
});
