import { describe, expect, it } from '@jest/globals';
import { comparePolisCase } from './compare-polis-case.js';
import { runPolisCase, type PolisCase } from './polis-case.js';

// two camps of three: x divides them, y unites them; 2 changed their mind on x
const VOTES = `participant,statement,vote,modified
0,0,1,1\n1,0,1,1\n2,0,-1,1\n2,0,1,2\n3,0,-1,1\n4,0,-1,1\n5,0,-1,1
0,1,1,1\n1,1,1,1\n2,1,1,1\n3,1,1,1\n4,1,1,1\n5,1,0,1\n`;
const GROUPS = { 0: 0, 1: 0, 2: 0, 3: 1, 4: 1, 5: 1 };

const question = (method: string, options: Record<string, unknown>, expected: Record<string, unknown>): PolisCase =>
  ({ name: `c/${method}`, method, options, candidates: ['0', '1'], ballots: { file: 'c/votes.csv' }, expected });

const CASES = [
  question('polis-counts', {}, { counts: { 0: { agree: 3, disagree: 4 }, 1: { agree: 5, disagree: 0 } } }),
  question('polis-counts', { count: 'last vote' }, { counts: { 0: { agree: 3, disagree: 3, pass: 0 }, 1: { agree: 5, disagree: 0, pass: 1 } }, voters: 6, votes: 12, changedVotes: 1 }),
  question('polis-group-votes', { groups: GROUPS }, { groupVotes: { 0: { 0: [3, 0, 3], 1: [3, 0, 3] }, 1: { 0: [0, 3, 3], 1: [2, 0, 3] } }, order: 'a note' }),
  question('polis-gic', {}, { values: { 0: 0.16, 1: 0.48 }, ranking: ['1', '0'], tolerance: 1e-9 }),
  question('polis-consensus-list', { moderatedOut: [] }, { agree: [{ statement: 1, success: 5, trials: 6, p: 0.75, pTest: 1.8898223650461359 }], disagree: [] }),
  question('polis-pca', {}, { columnMeans: [0, 5 / 6], component1: [-1, -(Math.sqrt(31 ** 2 / 36 + 4) - 31 / 6) / 2], tolerance: 'a note' }),
  question('polis-groups', {}, { grouped: 6, groupSizes: [3, 3], assignment: { 0: 1, 1: 1, 2: 1, 3: 0, 4: 0, 5: 0 }, quality: { k: 2, silhouette: 0.85, withinGroupSquares: 2 / 3 } }),
];

const readFile = (path: string): string => {
  if (path === 'c/votes.csv') return VOTES;
  if (path === 'expected.json') return JSON.stringify({ cases: CASES });
  throw new Error(`no file ${path}`);
};

describe('published Polis results', () => {
  it.each(CASES.map((c, i) => [`${c.method} ${i}`, c] as const))('%s', (_, c) => {
    expect(comparePolisCase(c, runPolisCase(c, readFile))).toEqual([]);
  });

  it.each(CASES.map((c, i) => [`${c.method} ${i}`, c] as const))('an empty answer never passes: %s', (_, c) => {
    expect(comparePolisCase(c, {})).not.toEqual([]);
    expect(comparePolisCase({ ...c, expected: {} }, {})).not.toEqual([]);
  });

  it.each(CASES.map((c, i) => [`${c.method} ${i}`, c] as const))('a missing key and a wrong figure are noticed: %s', (_, c) => {
    const answer = runPolisCase(c, readFile);
    for (const key of Object.keys(c.expected).filter((k) => k !== 'order' && k !== 'tolerance')) {
      const { [key]: gone, ...rest } = answer;
      expect(gone).toBeDefined();
      expect(comparePolisCase(c, rest)).toContain(key);
      expect(comparePolisCase(c, { ...answer, [key]: spoilt(gone) })).toContain(key);
    }
  });

  it('without a list of statements takes those that were voted on', () => {
    for (const c of CASES.slice(0, 5)) expect(comparePolisCase(c, runPolisCase({ ...c, candidates: [] }, readFile))).toEqual([]);
  });

  it('refuses another method and a case without groups', () => {
    expect(() => runPolisCase(question('irv', {}, {}), readFile)).toThrow('no Polis method "irv"');
    expect(() => runPolisCase(question('polis-repness', {}, {}), (p) => (p === 'c/votes.csv' ? VOTES : (() => { throw new Error(p); })()))).toThrow('no groups found');
  });

  it('takes groups from participants-votes.csv and moderation from statements.csv where they are', () => {
    const files: Record<string, string> = {
      'c/votes.csv': VOTES,
      'c/participants-votes.csv': 'participant,group-id,0,1\n0,4,1,1\n3,9,-1,1\n',
      'c/statements.csv': 'statement,moderated,is_meta\n0,1,0\n1,-1,0\n',
    };
    const read = (path: string): string => files[path] ?? (() => { throw new Error(path); })();
    expect(runPolisCase(question('polis-gic', {}, {}), read)).toMatchObject({ groupSizes: { 4: 1, 9: 1 } });
    expect(runPolisCase(question('polis-consensus-list', {}, {}), read)).toMatchObject({ agree: [], disagree: [] });
  });
});

function spoilt(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.length === 0 ? [1] : [spoilt(value[0]), ...value.slice(1).map((x: unknown) => (typeof x === 'number' ? x * 3 + 1 : x))];
  if (typeof value === 'object' && value !== null) {
    const [first, ...rest] = Object.entries(value);
    return first === undefined ? { x: 1 } : 'k' in value ? { ...value, k: 9 } : typeof first[1] === 'number' && rest.every(([, x]) => typeof x === 'number') ? Object.fromEntries(rest) : Object.fromEntries([[first[0], spoilt(first[1])], ...rest]);
  }
  return null;
}
