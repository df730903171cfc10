import { describe, expect, it } from '@jest/globals';
import { TallyInputError } from '../errors.js';
import { parseBlt, writeBlt } from './blt.js';
import { parseCvotes, writeCvotes } from './cvotes.js';
import { parseElectionJson, writeElectionJson } from './election-json.js';
import { locateInJson, parsePath } from './json-scan.js';
import { parsePabulib, writePabulib } from './pabulib.js';
import { parsePolis } from '../opinion/parse-polis.js';
import { writePolis } from './polis.js';
import { parsePrefLib, writePrefLib } from './preflib.js';

/** "line:column message" of the refusal. */
function fault(parse: () => unknown): string {
  try {
    parse();
  } catch (e) {
    if (e instanceof TallyInputError) return `${e.line}:${e.column} ${e.message}`;
    throw e;
  }
  return 'accepted';
}

describe('json', () => {
  const json = (text: string) => () => parseElectionJson(text);

  it('is read and written', () => {
    const text = '{"candidates":["a","b"],"seats":1,"ballots":[{"count":2,"ranking":[["a","b"]]}],"participants":[]}\n';
    expect(writeElectionJson(parseElectionJson(text))).toBe(text);
    expect(parseElectionJson('\uFEFF{"candidates":["a"],"ballots":[]}').candidates).toEqual(['a']);
  });

  it.each([
    ['{"candidates":["a"],}', '1:21 expected a name in quotes, found "}"'],
    ['{"candidates":["a"]\n "ballots":[]}', '2:2 expected "," or "}", found "ballots"'],
    ['{"candidates":["a"],"ballots":[', '1:32 expected a value, found the end'],
    ['{"candidates":["a"]} x', '1:22 expected the end of the file, found x'],
    ['{"candidates":["a"],"seats":01}', '1:29 expected a value, found 01'],
    ['{"candidates":["a],"ballots":[]}', '1:21 expected "," or "]", found ballots"'],
    ['[]', '1:1 the file: expected an object'],
    ['{"ballots":[]}', '1:1 the file: expected "candidates"'],
    ['{"candidates":["a"],\n"ballots":[{"ranking":[["a"],["b"]],"count":-1}]}', '2:45 ballots[0].count: expected a whole number, 0 or more'],
    ['{"candidates":["a",7],"ballots":[]}', '1:20 candidates[1]: expected an id (text)'],
    ['{"candidates":["a"],"ballots":[{}]}', '1:32 ballots[0]: expected "ranking", "approvals" or "scores"'],
    ['{"candidates":["a"],"costs":{"a":"x"}}', '1:34 costs.a: expected a number'],
  ])('%s', (text, expected) => {
    expect(fault(json(text))).toBe(expected);
  });

  it('finds the place of any value', () => {
    expect(locateInJson('{"a": [1,\n {"b": 2}]}', parsePath('a[1].b'))).toEqual({ line: 2, column: 8 });
    expect(locateInJson('{"a": 1}', parsePath('x.y'))).toEqual({ line: 1, column: 1 });
  });
});

describe('blt', () => {
  const text = '3 1\n[tie 3 1 2]\n2 1 2=3 0 # two of them\n1 0\n0\n"An\\"na"\n"B"\n"C"\n"Title"\n';

  it('is read and written', () => {
    const e = parseBlt(text);
    expect(e).toEqual({
      candidates: ['1', '2', '3'], seats: 1, title: 'Title', candidateNames: { 1: 'An"na', 2: 'B', 3: 'C' }, options: { lots: ['3', '1', '2'] },
      ballots: [{ count: 2, ranking: [['1'], ['2', '3']] }, { count: 1, ranking: [] }],
    });
    expect(parseBlt(writeBlt(e))).toEqual(e);
  });

  it('leaves withdrawn candidates out', () => {
    expect(parseBlt('3 1\n-2\n1 2 1 0\n0\n"A" "B" "C"')).toMatchObject({ candidates: ['1', '3'], ballots: [{ ranking: [['1']] }], candidateNames: { 1: 'A', 3: 'C' } });
  });

  it.each([
    ['x 1', '1:1 expected the number of candidates, found x'],
    ['2 1\n1 3 0\n0', '2:3 expected a candidate from 1 to 2, found 3'],
    ['2 1\n1 1 1 0', '2:5 expected each candidate once in a ballot, found 1'],
    ['2 1\n1 1 2', '2:6 expected 0 at the end of the ballot, found the end'],
    ['2 1\n1 1 0\n', '3:1 expected how many such ballots, or 0 after the last one, found the end'],
    ['2 1\n0\n"A"\n', '4:1 expected the name of candidate 2 in quotes, found the end'],
    ['2 1\n0\n"A"\n"B', '4:1 expected a name in quotes on one line'],
  ])('%j', (broken, expected) => {
    expect(fault(() => parseBlt(broken))).toContain(expected);
  });
});

describe('PrefLib', () => {
  const text = '# TITLE: T\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n# NUMBER UNIQUE ORDERS: 2\n# ALTERNATIVE NAME 1: Anna\n3: 1,{2,3}\n2: 2\n';

  it('is read and written', () => {
    const e = parsePrefLib(text, 'toi');
    expect(e).toMatchObject({ candidates: ['1', '2', '3'], title: 'T', ballots: [{ count: 3, ranking: [['1'], ['2', '3']] }, { count: 2, ranking: [['2']] }], candidateNames: { 1: 'Anna', 2: '2' } });
    expect(parsePrefLib(writePrefLib(e, 'toi'), 'toi')).toEqual(e);
    expect(() => writePrefLib(e, 'soc')).toThrow('does not fit .soc');
  });

  it.each([
    [text, 'soi', '6:1 expected an order without ties (.soi)'],
    [text, 'toc', '7:1 expected all 3 alternatives (.toc)'],
    [text.replace('3: 1', '4: 1'), 'toi', '8:1 expected 5 voters as the header says, not 6'],
    [text.replace('2: 2\n', ''), 'toi', '7:1 expected 5 voters as the header says, not 3'],
    [text.replace('{2,3}', '{2,3'), 'toi', '6:10 expected "}"'],
    [text.replace('{2,3}', '{2,9}'), 'toi', '6:9 expected an alternative from 1 to 3, found 9'],
    [text.replace('{2,3}', '{2,1}'), 'toi', '6:9 expected each alternative once'],
    [text.replace('2: 2', '2'), 'toi', '7:1 expected "count: order"'],
    ['1: 1', 'soc', '1:1 expected a header'],
    ['# NUMBER ALTERNATIVES: 9007199254740991\n1: 1', 'soi', '1:1 expected at most 100000 alternatives'],
  ] as const)('%#', (broken, type, expected) => {
    expect(fault(() => parsePrefLib(broken, type))).toContain(expected);
  });
});

describe('cvotes', () => {
  const text = '#/Candidates: Anna ; Bob;C\n#/Implicit Ranking: false\n#/Weight Allowed: true\n\ntag || Anna > Bob = C ^ 2 * 3 # words\n/EMPTY_RANKING/ * 2\n';

  it('is read and written', () => {
    const e = parseCvotes(text);
    expect(e).toMatchObject({ candidates: ['Anna', 'Bob', 'C'], options: { unranked: 'ignore' }, ballots: [{ count: 6, ranking: [['Anna'], ['Bob', 'C']] }, { count: 2, ranking: [] }] });
    expect(parseCvotes(writeCvotes(e))).toEqual(e);
    expect(parseCvotes('B > A\nC').candidates).toEqual(['B', 'A', 'C']);
  });

  it.each([
    ['#/Candidates: A;A\n', '1:17 expected names of candidates'],
    ['#/Candidates: A;B\nA > X\n', '2:5 expected one of the candidates (A; B), found X'],
    ['A > A\n', '1:5 expected each candidate once'],
    ['A > > B\n', '1:5 expected a candidate'],
    ['A * x\n', '1:5 expected how many such ballots, found x'],
    ['#/Implicit Ranking: maybe\nA', '1:21 expected true or false, found maybe'],
    ['\n# nothing\n', '3:1 expected "#/Candidates: …" or a ballot'],
  ])('%j', (broken, expected) => {
    expect(fault(() => parseCvotes(broken))).toContain(expected);
  });
});

describe('Pabulib', () => {
  const text = 'META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;100,5\nvote_type;cumulative\nPROJECTS\nproject_id;cost;name\n1;60;"a; b"\n2;40;c\nVOTES\nvoter_id;age;sex;vote;points\n1;41;F;1,2;2,1\n2;;M;2;3\n';

  it('is read and written', () => {
    const e = parsePabulib(text);
    expect(e).toMatchObject({ candidates: ['1', '2'], budget: '100.5', costs: { 1: '60', 2: '40' }, candidateNames: { 1: 'a; b' }, participants: [{ groups: { sex: 'F', age: '40-64' }, scores: { 1: 2, 2: 1 } }, { groups: { sex: 'M' }, scores: { 2: 3 } }] });
    expect(parsePabulib(writePabulib(e))).toMatchObject({ candidates: e.candidates, budget: e.budget, costs: e.costs, participants: [{ scores: { 1: 2, 2: 1 } }, { scores: { 2: 3 } }] });
  });

  it.each([
    ['budget;100,5\n', '', 'expected "budget;amount" in META'],
    ['1;60;', '1;x;', '9:3 expected the cost of the project, found x'],
    ['2;40;c', '2;40', '10:1 expected 3 fields'],
    ['F;1,2;2,1', 'F;1,9;2,1', '13:10 expected the id of a project, found 9'],
    ['F;1,2;2,1', 'F;1,2;2', '13:12 expected 2 points'],
    ['F;1,2;2,1', 'F;1,1;2,1', '13:10 expected each project once'],
    ['num_votes;2', 'num_votes;3', '4:11 expected 2, which is what the file holds, found 3'],
    ['META\n', 'x\n', '1:1 expected META'],
  ])('%j → %j', (before, after, expected) => {
    expect(fault(() => parsePabulib(text.replace(before, after)))).toContain(expected);
  });
});

it('Polis votes are written as they are read', () => {
  const rows = [{ participant: 'p,1', statement: 's"1', vote: 1 as const, at: 5 }, { participant: '2', statement: '3', vote: -1 as const, at: 6 }];
  expect(parsePolis(writePolis(rows)).rows).toEqual(rows);
});
