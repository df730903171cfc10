import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { refusalOfError } from './faults.js';

const coded = (code: string) => new QueryFailedError('SELECT 1', [], Object.assign(new Error('x'), { code }));

describe('refusalOfError', () => {
  it.each(['53100', 'ENOSPC'])('a full disk (%s) is said, and may be tried again (F-08)', (code) => { expect(refusalOfError(coded(code))).toEqual({ code: 'server.full', transient: true }); });

  it.each(['57P01', '57P02', '57P03', '08006', '40001', '40P01', '55P03', '57014', '53300', '53200', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])('%s passes', (code) => { expect(refusalOfError(coded(code))).toEqual({ code: 'server.busy', transient: true }); });

  it('so does a connection that was lost in the middle of a transaction', () => {
    for (const error of [new QueryRunnerAlreadyReleasedError(), new Error('Connection terminated unexpectedly'), new Error('Client has encountered a connection error and is not queryable')]) expect(refusalOfError(error).transient).toBe(true);
  });

  it.each(['23505', '22P02', '42P01'])('%s is our own fault', (code) => { expect(refusalOfError(coded(code))).toEqual({ code: 'server.fault', transient: false }); });
});
