import { describe, expect, it } from '@jest/globals';
import { checkShape } from './check-shape.js';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

describe('checkShape (LIVE-2)', () => {
  it('lets ordinary commands through', () => {
    expect(checkShape({ id: 'x', payload: { texts: [{ ru: 'а' }] } })).toBeNull();
    expect(checkShape('text')).toBeNull();
  });

  it('refuses depth before anything recursive could walk it', () => {
    expect(checkShape(nested(8))).toBeNull();
    expect(checkShape(nested(10))).toMatchObject({ code: 'request.too-deep' });
    expect(checkShape(nested(20_000))).toMatchObject({ code: 'request.too-deep' });
  });

  it('refuses crowds of members', () => {
    expect(checkShape(Array.from({ length: 5_000 }, () => 0))).toMatchObject({ code: 'request.too-large' });
  });
});
