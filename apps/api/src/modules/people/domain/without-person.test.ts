import { describe, expect, it } from '@jest/globals';
import { withoutPerson } from './without-person.js';

describe('withoutPerson', () => {
  it('leaves nothing that names somebody and everything that results rest on', () => {
    const seat = { id: 's', number: 7, groupId: 'g', roles: ['moderator'], name: 'N', organisation: 'O', position: 'P', region: 'R', authKeyHash: 'h', revokedReason: 'N asked', consents: { name: true }, presentSince: 4 };
    expect(withoutPerson(seat)).toEqual({
      id: 's', number: 7, groupId: 'g', roles: ['moderator'], name: null, organisation: '', position: '', region: '', authKeyHash: null, revokedReason: '', consents: {}, presentSince: 4,
    });
  });
});
