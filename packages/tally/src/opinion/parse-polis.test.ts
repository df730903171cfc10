import { describe, expect, it } from '@jest/globals';
import { TallyInputError } from '../errors.js';
import { countEveryRow, countVotes } from './counts.js';
import { parsePolis } from './parse-polis.js';
import { packVotes } from './votes.js';

const refusal = (text: string): Pick<TallyInputError, 'line' | 'column' | 'message'> => {
  try {
    parsePolis(text);
  } catch (error) {
    if (error instanceof TallyInputError) return { line: error.line, column: error.column, message: error.message };
    throw error;
  }
  throw new Error('was accepted');
};

describe('Polis export', () => {
  it('reads votes.csv: every change is a row, the last vote counts', () => {
    const { rows, groups } = parsePolis('timestamp,datetime,comment-id,voter-id,vote\n5,x,1,7,1\n9,x,1,7,-1\n6,x,1,7,0\r\n5,x,2,7,1\n');
    expect(groups).toBeNull();
    expect(rows).toHaveLength(4);
    expect(countEveryRow(rows, ['1', '2'])).toEqual({ 1: { agree: 1, disagree: 1, pass: 1 }, 2: { agree: 1, disagree: 0, pass: 0 } });
    expect(countVotes(packVotes(rows))).toEqual({ statements: { 1: { agree: 0, disagree: 1, pass: 0 }, 2: { agree: 1, disagree: 0, pass: 0 } }, voters: 1, votes: 2 });
  });

  it('takes the later row of two at the same instant', () => {
    const { rows } = parsePolis('participant,statement,vote,modified\na,s,1,5\na,s,-1,5\n');
    expect(countVotes(packVotes(rows)).statements['s']).toEqual({ agree: 0, disagree: 1, pass: 0 });
  });

  it('reads participants-votes.csv with its groups, with and without xid, quoted or not', () => {
    const { rows, groups, statements } = parsePolis('\ufeffparticipant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n3,"a,""b""\nc",1,0,1,1,0,1,\n4,,,0,2,0,1,-1,0\n');
    expect(statements).toEqual(['0', '1']);
    expect(groups).toEqual({ 3: '1' });
    expect(rows).toEqual([{ participant: '3', statement: '0', vote: 1 }, { participant: '4', statement: '0', vote: -1 }, { participant: '4', statement: '1', vote: 0 }]);
  });

  it.each([
    ['', 1, 1, 'expected a heading'],
    ['name,vote\n', 1, 1, 'participant, statement and vote'],
    ['participant,statement,vote\np,s,2\n', 2, 5, '-1, 0 or 1, found "2"'],
    ['participant,statement,vote\np,,1\n', 2, 3, 'expected a statement, found nothing'],
    ['participant,statement,vote\np,s,1\nq,s\n', 3, 3, 'expected 3 fields in the line, found "2"'],
    ['timestamp,comment-id,voter-id,vote\nsoon,1,1,1\n', 2, 1, 'a time in milliseconds, found "soon"'],
    ['participant,group-id,1\n"5\n6",0,1\n7,0,yes\n', 4, 5, '-1, 0 or 1, found "yes"'],
    ['participant,1\n5,1\n5,0\n', 3, 1, 'each participant once, found "5"'],
    ['participant,1,1\n5,1,1\n', 1, 15, 'each heading once, found "1"'],
    ['participant,statement,vote\n"p,s,1\n', 2, 1, 'closing quote'],
    ['participant,statement,vote\n"p"x,s,1\n', 2, 4, 'after a quoted field, found "x"'],
  ])('names line and column of what is wrong: %j', (text, line, column, message) => {
    expect(refusal(text)).toMatchObject({ line, column, message: expect.stringContaining(message) });
  });

  it('refuses a vote on an unlisted statement and a listed id twice', () => {
    const rows = [{ participant: 'p', statement: 's', vote: 1 as const }];
    expect(() => packVotes(rows, { statements: ['t'] })).toThrow('no statement "s"');
    expect(() => packVotes(rows, { participants: ['q'] })).toThrow('no participant "p"');
    expect(() => packVotes(rows, { statements: ['s', 's'] })).toThrow('listed twice');
    expect(() => packVotes([{ ...rows[0]!, vote: 3 as unknown as 1 }])).toThrow('expected -1, 0 or 1');
  });
});
