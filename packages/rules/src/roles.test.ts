import { describe, expect, it } from '@jest/globals';
import { settledRoles } from './roles.js';

describe('roles of a seat', () => {
  it.each([
    [[], []], [['observer'], ['observer']], [['observer', 'moderator'], ['moderator']], [['moderator', 'rapporteur', 'moderator'], ['moderator', 'rapporteur']], [['organizer', 'observer'], ['organizer']],
  ] as const)('%j settle as %j', (given, settled) => {
    expect(settledRoles(given)).toEqual(settled);
  });
});
