import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cases } from '../commands/cases.js';
import type { Io } from '../command.js';
import { countCase } from './adapter.js';
import type { Case } from './case.js';
import { NOTES, compareCase } from './compare.js';
import { runFolder } from './run-cases.js';

/** A folder of our own with one case of each kind of comparison. */
const folder = mkdtempSync(join(tmpdir(), 'tally-cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ballots = [{ count: 42, ranking: [['M'], ['N'], ['C'], ['K']] }, { count: 26, ranking: [['N'], ['C'], ['K'], ['M']] }, { count: 15, ranking: [['C'], ['K'], ['N'], ['M']] }, { count: 17, ranking: [['K'], ['C'], ['N'], ['M']] }];
const base = { candidates: [...'MNCK'], seats: 1, ballots: { file: 'ballots/t.json' } };
const OWN: Case[] = [
  { ...base, name: 'schulze', method: 'schulze', options: { unranked: 'last' }, expected: { winners: ['N'], ranking: [['N'], ['C'], ['K'], ['M']] } },
  { ...base, name: 'irv', method: 'irv', options: { majority: 'of continuing votes', unranked: 'exhaust' }, expected: { winners: ['K'], possibleWinners: ['K'] } },
  { ...base, name: 'kemeny', method: 'kemeny', options: {}, expected: { score: 393, optimalRankings: 1, rankings: [[...'NCKM']] } },
  { name: 'mes', method: 'mes', options: { completion: 'none' }, candidates: ['a', 'b'], seats: 1, ballots: [{ approvals: ['a'] }, { approvals: ['b', 'a'] }], expected: { committees: [['a']], count: 1 } },
  { name: 'double', method: 'double-majority', options: {}, groups: [{ id: 'x', weight: 1, yes: 2, no: 1 }], expected: { accepted: true, acceptingWeight: 1 } },
  {
    name: 'diff', method: 'text-diff', options: {}, input: { before: '<p>Айыл өкмөтү</p>', after: '<p>Айыл<br>чоң өкмөтү</p>' },
    expected: { plainBefore: 'Айыл өкмөтү', plainAfter: 'Айыл чоң өкмөтү', publishedInserted: ['чоң'], publishedDeleted: [] },
  },
];
mkdirSync(join(folder, 'own', 'ballots'), { recursive: true });
writeFileSync(join(folder, 'own', 'ballots', 't.json'), JSON.stringify({ ballots }));
const write = (list: readonly Case[]): void => writeFileSync(join(folder, 'own', 'expected.json'), JSON.stringify({ cases: list }));
write(OWN);

async function run(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const io: Io = { out: (text) => { out += text; }, err: () => undefined, cwd: folder };
  return { code: await cases.run(argv, io), out };
}

describe('runFolder', () => {
  it('passes own cases of every kind', () => {
    expect(runFolder(join(folder, 'own'))).toEqual({ passed: 6, failed: [] });
  });

  it('an adapter that returns {} gives 0 passed', () => {
    const verdict = runFolder(join(folder, 'own'), () => ({}));
    expect(verdict.passed).toBe(0);
    expect(verdict.failed).toHaveLength(6);
  });

  it('an adapter that leaves any one key out, or changes it, passes nothing', () => {
    for (const c of OWN) {
      for (const key of Object.keys(c.expected)) {
        const broken = (change: (a: Record<string, unknown>) => void): number => runFolder(join(folder, 'own'), (x, read) => {
          const answer: Record<string, unknown> = { ...countCase(x, read) };
          if (x.name === c.name) change(answer);
          return answer;
        }).passed;
        expect(broken((a) => { delete a[key]; })).toBe(5);
        expect(broken((a) => { a[key] = 'something else'; })).toBe(5);
      }
    }
  });

  it('a method that throws fails its case only', () => {
    expect(runFolder(join(folder, 'own'), (c, read) => { if (c.name === 'irv') throw new Error('broken'); return countCase(c, read); })).toMatchObject({ passed: 5, failed: [{ name: 'irv', why: 'irv: broken' }] });
  });
});

describe('compareCase', () => {
  it('compares published marks where their unit is a word, and only there', () => {
    const diff = (before: string, after: string, publishedInserted: string[], publishedDeleted: string[]): string[] => {
      const c: Case = { name: 'x', method: 'text-diff', options: {}, input: { before, after }, expected: { plainBefore: before, plainAfter: after, publishedInserted, publishedDeleted } };
      return compareCase(c, { ...countCase(c, () => ''), publishedInserted: ['b'], publishedDeleted: [] });
    };
    expect(diff('a c', 'a b c', ['b'], [])).toEqual([]);
    expect(diff('a c', 'a d c', ['d'], ['b'])).toEqual([]); // published marks that are not of these words: not comparable
    expect(diff('a c', 'a d c', ['d'], [])).toEqual(['publishedInserted']);
    expect(diff('a', 'ab', ['b'], [])).toEqual([]); // inside a word: not comparable
  });

  it('fails a case that holds nothing but notes', () => {
    for (const note of Object.keys(NOTES)) expect(compareCase({ name: 'x', method: 'schulze', options: {}, expected: { [note]: 1 } }, { [note]: 1 })).toEqual(['(nothing to compare)']);
  });
  it('compares keys it has never seen exactly', () => {
    const c: Case = { name: 'x', method: 'schulze', options: {}, expected: { novel: { a: [1, 'x'] } } };
    expect(compareCase(c, { novel: { a: [1, 'x'] } })).toEqual([]);
    expect(compareCase(c, { novel: { a: [1, 'x'], b: 1 } })).toEqual(['novel']);
    expect(compareCase(c, { novel: { a: ['1', 'x'] } })).toEqual(['novel']);
  });
});

describe('tegerek cases', () => {
  it('ends with the sums, exit 0', async () => {
    expect(await run('.')).toEqual({ code: 0, out: '6 passed, 0 failed, 0 skipped\n' });
  });
  it('names what failed, exit 1', async () => {
    write([{ ...OWN[0]!, expected: { winners: ['M'] } }, OWN[1]!]);
    const { code, out } = await run('own');
    write(OWN);
    expect(code).toBe(1);
    expect(out).toBe('FAILED own schulze: schulze: winners\n1 passed, 1 failed, 0 skipped\n');
  });
  it('a folder that was asked for and is absent is a fault', async () => {
    expect((await run('nowhere')).code).toBe(2);
  });
});
