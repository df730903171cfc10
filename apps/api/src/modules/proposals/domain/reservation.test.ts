import { describe, expect, it } from '@jest/globals';
import { sampleProposal } from './proposal.sample.js';
import { record, type Statement } from './reservation.js';

const adopted = sampleProposal({ status: 'adopted', voteId: 'v', versions: 2, decision: { voteId: 'v', version: 2 } });
const statement: Statement = { id: 'r', seatId: 's', groupId: 'g', capacity: 'group', organisation: 'Сеть', text: 'Срок короток.', language: 'ru', at: 1 };

describe('a reservation', () => {
  it('is bound to the adopted version', () => {
    expect(record(adopted, [], statement)).toMatchObject({ voteId: 'v', version: 2, organisation: '', withdrawn: false });
    expect(record(adopted, [], { ...statement, capacity: 'organisation' })).toMatchObject({ organisation: 'Сеть' });
    // a correction that was void in the end took a number and changed nothing
    expect(record({ ...adopted, voteId: 'void', versions: 3 }, [], statement)).toMatchObject({ voteId: 'v', version: 2 });
    for (const status of ['submitted', 'in-formulation', 'frozen', 'not-adopted', 'withdrawn', 'merged'] as const) expect(record({ ...adopted, status }, [], statement)).toMatchObject({ code: 'proposal.state' });
  });

  it('is one per seat and decision', () => {
    const first = record(adopted, [], statement);
    if ('code' in first) throw new Error(first.code);
    expect(record(adopted, [first], { ...statement, id: 'q' })).toEqual({ code: 'reservation.recorded-already' });
    expect(record(adopted, [{ ...first, withdrawn: true }], { ...statement, id: 'q' })).toMatchObject({ id: 'q' });
    expect(record({ ...adopted, decision: { voteId: 'w', version: 3 } }, [first], { ...statement, id: 'q' })).toMatchObject({ voteId: 'w' });
  });
});
