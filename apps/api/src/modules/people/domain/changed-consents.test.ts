import { describe, expect, it } from '@jest/globals';
import { changedConsents } from './changed-consents.js';

describe('changedConsents', () => {
  it('keeps what is new, a first «no» included, and drops what stands already', () => {
    expect(changedConsents({ name: true, photo: false }, { name: false, photo: false, recording: false })).toEqual({ name: false, recording: false });
    expect(changedConsents({ name: true }, { name: true })).toEqual({});
  });
});
