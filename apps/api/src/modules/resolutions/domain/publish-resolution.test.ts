import { describe, expect, it } from '@jest/globals';
import { mayPublish } from './publish-resolution.js';

const first = { number: 1, hasDecisions: true, content: 'a', last: undefined };

describe('publishing a resolution', () => {
  it('needs a decision', () => {
    expect(mayPublish(first)).toBeNull();
    expect(mayPublish({ ...first, hasDecisions: false })).toEqual({ code: 'resolution.nothing-decided' });
  });

  it('counts versions without a gap', () => {
    expect(mayPublish({ ...first, number: 2 })).toEqual({ code: 'request.stale', path: 'number', details: { next: 1 } });
    expect(mayPublish({ ...first, number: 2, last: { number: 1, content: 'b' } })).toBeNull();
    expect(mayPublish({ ...first, last: { number: 1, content: 'b' } })).toEqual({ code: 'request.stale', path: 'number', details: { next: 2 } });
  });

  it('never publishes the same again', () => {
    expect(mayPublish({ ...first, number: 2, last: { number: 1, content: 'a' } })).toEqual({ code: 'resolution.unchanged', details: { number: 1 } });
  });
});
