import { describe, expect, it } from '@jest/globals';
import { keepsOrganizer } from './keeps-organizer.js';

const seats = [
  { id: 'a', roles: ['organizer'] as const, revoked: false },
  { id: 'b', roles: ['moderator'] as const, revoked: false },
  { id: 'c', roles: ['organizer'] as const, revoked: true },
];

describe('keepsOrganizer', () => {
  it('notices that the last organizer would go, and counts no revoked one', () => {
    expect(keepsOrganizer(seats, 'a', ['moderator'])).toBe(false);
  });

  it('lets one go when another stays or comes', () => {
    expect(keepsOrganizer([...seats, { id: 'd', roles: ['organizer'], revoked: false }], 'a', [])).toBe(true);
    expect(keepsOrganizer(seats, 'b', ['organizer'])).toBe(true);
  });
});
