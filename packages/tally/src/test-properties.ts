import fc from 'fast-check';
import type { RankedBallot } from './ranked/profile.js';
import type { ApprovalBallot } from './single/ballots.js';

/** Runs a property with a fixed seed and with a new one, which fast-check prints when it fails. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 150): void {
  fc.assert(fc.property(arbitrary, property), { seed: 20261124, numRuns });
  fc.assert(fc.property(arbitrary, property), { numRuns });
}

export const OPTIONS = [...'ABCDE'];

const ranking = (options: readonly string[], strict: boolean): fc.Arbitrary<string[][]> =>
  fc.tuple(fc.shuffledSubarray([...options]), fc.array(fc.boolean(), { minLength: options.length, maxLength: options.length })).map(([order, joined]) => {
    const places: string[][] = [];
    order.forEach((o, i) => {
      if (!strict && i > 0 && joined[i] === true) places.at(-1)!.push(o);
      else places.push([o]);
    });
    return places;
  });

/** Ballots of up to five options: truncated, blank, and with shared places unless strict. */
export const rankedBallots = (strict = false, options: readonly string[] = OPTIONS): fc.Arbitrary<RankedBallot[]> =>
  fc.array(fc.record({ ranking: ranking(options, strict), count: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 12 });

export const approvalBallots: fc.Arbitrary<ApprovalBallot[]> =
  fc.array(fc.record({ approvals: fc.subarray([...OPTIONS]), count: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 8 });

export const permutation: fc.Arbitrary<string[]> = fc.shuffledSubarray([...OPTIONS], { minLength: OPTIONS.length, maxLength: OPTIONS.length });
