import { describe, expect, it } from '@jest/globals';
import { uuidLiteral } from './statement.js';

describe('ids in the text of a statement', () => {
  it('lets UUIDs through and nothing else', () => {
    expect(uuidLiteral('00000000-0000-4000-8000-000000000001')).toBe(`'00000000-0000-4000-8000-000000000001'::uuid`);
    for (const text of ['', `00000000-0000-4000-8000-00000000000'`, `00000000-0000-4000-8000-000000000001'; DROP TABLE log.head; --`, '00000000-0000-4000-8000-000000000001\n']) {
      expect(() => uuidLiteral(text)).toThrow(TypeError);
    }
  });
});
