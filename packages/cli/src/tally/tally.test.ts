import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { defaultRule } from '@tegerek/tally';
import type { Io } from '../command.js';
import { convert } from '../commands/convert.js';
import { tally } from '../commands/tally.js';
import { dispatch } from '../dispatch.js';

const folder = mkdtempSync(join(tmpdir(), 'tally-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES: Readonly<Record<string, string>> = {
  'a.json': '{"candidates":["a","b","c"],"ballots":[{"count":3,"ranking":[["a"],["b"]]},{"count":2,"ranking":[["b"],["c"]]}]}',
  'b.blt': '2 1\n2 1 0\n1 2 1 0\n0\n"A"\n"B"\n"T"\n',
  'wrong.json': '{"candidates":["a"],\n "ballots":[{"ranking":[["x"]]}]}',
  'voters.json': '{"candidates":["a"],\n "participants":[\n{"approvals":["a"]},{"approvals":["z"]}]}',
  'vote.json': JSON.stringify({ rule: defaultRule(['g']), electorate: { g: 3 }, ballots: [{ group: 'g', choice: 'yes', count: 2 }] }),
  'halfrule.json': '{"rule":{"base":"yes+no"},"electorate":{},"ballots":[]}',
  'options.json': '{"candidates":["a","b"],"options":{"strength":"margin","note":"about the file"},"ballots":[{"ranking":[["a"]]}]}',
  'votes.csv': 'participant,statement,vote,modified\n1,s1,1,5\n2,s1,-1,6\n',
  'x.txt': '',
};
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
writeFileSync(join(folder, 'latin.blt'), Buffer.from([0x31, 0x20, 0x31, 0x0a, 0x30, 0x0a, 0x22, 0xe9, 0x22]));

const run = (...argv: string[]): Promise<{ code: number; out: string; err: string }> => command('tally', ...argv);

async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (t) => { out += t; }, err: (t) => { err += t; }, cwd: folder };
  return { code: await dispatch([tally, convert], argv, io), out, err };
}

describe('tegerek tally', () => {
  it('prints one JSON line per file, in order', async () => {
    const { code, out, err } = await run('--method', 'schulze', 'a.json', 'b.blt');
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n').map((line) => (JSON.parse(line) as { winners: string[] }).winners)).toEqual([['a'], ['1']]);
  });

  it('takes seats and options', async () => {
    const { out } = await run('--method=borda', '--option', 'unranked=zero', '--option=top=n-1', 'a.json');
    expect(JSON.parse(out)).toMatchObject({ conventions: { unranked: 'zero', top: 'n-1' }, scores: { a: 6, b: 7, c: 2 } });
    expect(JSON.parse((await run('--method', 'stv-meek', '--seats', '2', 'b.blt')).out)).toMatchObject({ winners: ['1', '2'] });
  });

  it('reads options of the file under those of the call', async () => {
    expect(JSON.parse((await run('--method', 'schulze', 'options.json')).out)).toMatchObject({ conventions: { strength: 'margin' } });
    expect(JSON.parse((await run('--method', 'schulze', '--option', 'strength=winning', 'options.json')).out)).toMatchObject({ conventions: { strength: 'winning' } });
  });

  it('counts our own bundle of a decision, and a Polis export', async () => {
    expect(JSON.parse((await run('vote.json')).out)).toMatchObject({ method: 'yes-no', grade: 'consensus' });
    expect(JSON.parse((await run('--method', 'polis-counts', 'votes.csv')).out)).toMatchObject({ counts: { s1: { agree: 1, disagree: 1 } } });
  });

  it('prints text for people', async () => {
    const { out } = await run('--method', 'schulze', '--format', 'text', 'a.json');
    expect(out).toContain('winners: a\n');
    expect(out).toContain('ranking: a > b > c\n');
    expect(out).toContain('conventions: unranked last');
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/[.]$/);
    const russian = (await run('--method', 'schulze', '--format', 'text', '--locale', 'ru', 'a.json')).out;
    expect(russian.slice(russian.indexOf('\n\n'))).toMatch(/[а-я]{3}/);
  });

  it.each([
    [['--method', 'schulze', 'wrong.json'], 'wrong.json:2:26: ballots[0].ranking[0][0]: no candidate "x"'],
    [['--method', 'approval', 'voters.json'], 'voters.json:3:35: participants[1].approvals[0]: no candidate "z"'],
    [['--method', 'schulze', 'absent.json'], 'absent.json:1:1: cannot read the file (ENOENT)'],
    [['--method', 'schulze', 'x.txt'], 'x.txt:1:1: expected a file ending in .json'],
    [['--method', 'schulze', 'latin.blt'], 'latin.blt:3:2: expected text in UTF-8'],
    [['--method', 'nonsense', 'a.json'], 'a.json:1:1: no method "nonsense"; known: plurality'],
    [['--method', 'schulze', '--option', 'x=1', 'a.json'], 'a.json:1:1: option x: schulze has no such option'],
    [['--method', 'schulze', '--option', 'strength=strong', 'a.json'], 'option strength: expected winning | margin, found "strong"'],
    [['--method', 'yes-no', 'halfrule.json'], 'halfrule.json:1:9: rule.algorithm: missing or malformed'],
    [['--method', 'stv-meek', 'a.json'], 'seats: expected a whole number'],
    [['a.json'], '--method: expected one of plurality'],
    [['--method'], '--method: expected a value'],
    [['--seats', '1.5', 'a.json'], '--seats: expected a whole number, found "1.5"'],
    [['--colour', 'a.json'], 'no option --colour'],
    [[], 'expected at least one FILE'],
  ])('%j', async (argv, expected) => {
    const { code, out, err } = await run(...argv);
    expect(err).toContain(expected);
    expect(err).not.toMatch(/\n\s+at /);
    expect([code, out]).toEqual([2, '']);
  });

  it('prints nothing when one of several files is faulty', async () => {
    expect(await run('--method', 'schulze', 'a.json', 'wrong.json')).toMatchObject({ code: 2, out: '' });
  });

  it('a fault of a command is one line, never a stack trace', async () => {
    let err = '';
    const io: Io = { out: () => undefined, err: (t) => { err += t; }, cwd: '.' };
    const broken = { name: 'broken', summary: '', run: () => Promise.reject(new Error('it broke')) };
    expect(await dispatch([broken], ['broken'], io)).toBe(2);
    expect(err).toBe('tegerek broken: it broke\n');
    expect(await dispatch([broken], ['other'], io)).toBe(2);
  });
});

describe('tegerek convert', () => {
  it('writes another format', async () => {
    expect((await command('convert', '--to', 'cvotes', 'a.json')).out).toBe('#/Candidates: a ; b ; c\n\na > b * 3\nb > c * 2\n');
    expect((await command('convert', '--to', 'soc', 'a.json'))).toMatchObject({ code: 2, out: '', err: 'a.json:1:40: ballots[0]: does not fit .soc\n' });
    expect((await command('convert', '--to', 'docx', 'a.json')).code).toBe(2);
  });
});
