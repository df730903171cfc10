import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@tegerek/contracts';
import { admit, setRegistration } from './registration.js';

const code = (groupId: string, text: string, limit = 10) => ({ groupId, code: text, limit });

describe('settings of registration', () => {
  it('keep the count of a code that stays', () => {
    const before = { approval: [], codes: [{ ...code('a', 'AAA', 5), used: 3 }] };
    expect(setRegistration(before, { approval: ['a', 'a'], codes: [code('a', 'AAA', 9), code('b', 'BBB')] }, ['a', 'b'])).toEqual({ approval: ['a'], codes: [{ ...code('a', 'AAA', 9), used: 3 }, { ...code('b', 'BBB'), used: 0 }] });
  });

  it('refuse what no group was declared for, and what stands twice', () => {
    expect(setRegistration(undefined, { approval: ['a', 'x'], codes: [] }, ['a'])).toMatchObject({ code: 'request.invalid', path: 'approval.1' });
    expect(setRegistration(undefined, { approval: [], codes: [code('x', 'AAA')] }, ['a'])).toMatchObject({ path: 'codes.0.groupId' });
    expect(setRegistration(undefined, { approval: [], codes: [code('a', 'AAA'), code('b', 'AAA')] }, ['a', 'b'])).toMatchObject({ path: 'codes.1.code' });
    expect(setRegistration(undefined, { approval: [], codes: [code('a', 'AAA'), code('a', 'BBB')] }, ['a', 'b'])).toMatchObject({ path: 'codes.1.code' });
  });
});

describe('who registers', () => {
  const open = { approval: ['a'], codes: [{ ...code('b', 'BBB', 2), used: 1 }] };

  it('waits for the organizer in an offered group, and only there', () => {
    expect(admit(open, { groupId: 'a', openCode: null }, 0)).toEqual({ kind: 'wait', groupId: 'a' });
    expect(admit(open, { groupId: 'b', openCode: null }, 0)).toMatchObject({ code: 'request.invalid', path: 'groupId' });
    expect(admit(open, { groupId: 'a', openCode: null }, LIMITS.applicants)).toMatchObject({ code: 'registration.full' });
    expect(admit(undefined, { groupId: 'a', openCode: null }, 0)).toMatchObject({ code: 'registration.closed' });
    expect(admit({ approval: [], codes: open.codes }, { groupId: 'b', openCode: null }, 0)).toMatchObject({ code: 'registration.closed' });
  });

  it('sits at once in the group of an open code, until it is full', () => {
    expect(admit(open, { groupId: null, openCode: 'BBB' }, 0)).toEqual({ kind: 'seat', groupId: 'b' });
    expect(admit({ ...open, codes: [{ ...code('b', 'BBB', 2), used: 2 }] }, { groupId: null, openCode: 'BBB' }, 0)).toMatchObject({ code: 'registration.full', details: { limit: 2 } });
    expect(admit(open, { groupId: 'a', openCode: 'CCC' }, 0)).toMatchObject({ code: 'registration.code' });
    expect(admit(undefined, { groupId: null, openCode: 'BBB' }, 0)).toMatchObject({ code: 'registration.code' });
  });
});
