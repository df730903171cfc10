import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds } from '../test-properties.js';
import { makeProfile } from './profile.js';

/** Ids that differ at the front only, at the end only, in length only, that are numbers, empty, or names of properties. */
const ids = fc.uniqueArray(
  fc.oneof(fc.string({ maxLength: 3 }), fc.uuid(), fc.constantFrom('', '0', '10', '010', '__proto__', 'constructor', 'хурал', '🐎'), fc.nat({ max: 99 }).map((k) => `${k}-the-same-end`)),
  { minLength: 2, maxLength: 60 },
);

describe('reading ballots by name', () => {
  it('finds every option, whatever the ids look like and whichever string object holds them', () => {
    holds(ids, (options) => {
      const copies = options.map((o) => JSON.parse(JSON.stringify(o)) as string);
      const profile = makeProfile(options, [{ ranking: copies.map((o) => [o]) }, { ranking: [[...copies].reverse()] }]);
      expect([...profile.order]).toEqual([...options.keys(), ...[...options.keys()].reverse()]);
      expect([...profile.tied!]).toEqual([...options.map(() => 0), 0, ...options.slice(1).map(() => 1)]);
    });
  });

  it('keeps the order of plain ballots of every length, and of the ballots', () => {
    const options = Array.from({ length: 31 }, (_, i) => String.fromCharCode(0x410 + i));
    const orders = [...options.keys(), 31].map((length) => options.map((_, k) => (k * 7 + length) % 31).slice(0, length));
    const profile = makeProfile(options, orders.map((order) => ({ ranking: order.map((c) => [options[c]!]) })));
    expect(orders.map((_, i) => [...profile.order.subarray(profile.offset[i], profile.offset[i + 1])])).toEqual(orders);
    expect(profile.tied).toBeNull();
  });

  it('names the first fault of the first faulty ballot, whichever way the places are read', () => {
    const options = [...'abcdef'];
    const plain = [...'abcdef'].map((o) => [o]);
    const faulty = [...'axaybz'].map((o) => [o]);
    for (const last of [{ ranking: plain }, { ranking: plain, count: 2 }]) {
      expect(() => makeProfile(options, [{ ranking: plain }, { ranking: faulty }, { ranking: faulty }, last])).toThrow(expect.objectContaining({ path: 'ballots[1].ranking[1][0]', code: 'ballot.option-unknown' }));
    }
    expect(() => makeProfile(options, [{ ranking: [...plain, ['a'], ['q']] }])).toThrow(expect.objectContaining({ path: 'ballots[0].ranking[6][0]', code: 'ballot.option-twice' }));
    expect(() => makeProfile(options, [{ ranking: [['a'], [7 as unknown as string]] }])).toThrow(expect.objectContaining({ path: 'ballots[0].ranking[1][0]', code: 'ballot.option-unknown' }));
  });

  it('refuses an id that is not listed, with its place, even one that only resembles a listed one', () => {
    holds(fc.tuple(ids, fc.nat()), ([options, pick]) => {
      const missing = options[pick % options.length]!;
      const others = options.filter((o) => o !== missing);
      const ballots = [{ ranking: [[others[0]!]] }, { ranking: [[others[0]!], [missing]] }];
      expect(() => makeProfile(others, ballots)).toThrow(expect.objectContaining({ code: 'ballot.option-unknown', message: expect.stringContaining('ballots[1].ranking[1][0]') }));
    });
  });

  it('refuses an option ranked twice, with few options and with many', () => {
    for (const size of [3, 31, 32, 40]) {
      const options = Array.from({ length: size }, (_, i) => `o${i}`);
      const ballots = [{ ranking: [[options[size - 1]!]] }, { ranking: [[options[size - 1]!], [options[0]!, options[size - 1]!]] }];
      expect(() => makeProfile(options, ballots)).toThrow(expect.objectContaining({ code: 'ballot.option-twice' }));
    }
  });

  it('makes room for ballots longer than the first ones, with shared places before and after', () => {
    const options = Array.from({ length: 50 }, (_, i) => `o${i}`);
    const short = Array.from({ length: 64 }, () => ({ ranking: [['o0', 'o1']] }));
    const long = Array.from({ length: 300 }, (_, i) => ({ ranking: [options.slice(0, i % 50), options.slice(i % 50)] }));
    const profile = makeProfile(options, [...short, ...long]);
    expect(profile.ballots).toBe(364);
    expect(profile.weight[0]).toBe(64);
    const last = profile.weight.length - 1;
    const tied = [...profile.tied!.subarray(profile.offset[last], profile.offset[last + 1])];
    expect(tied).toEqual(options.map((_, k) => (k === 0 || k === 49 ? 0 : 1)));
  });
});
