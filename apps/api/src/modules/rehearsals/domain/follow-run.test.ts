import { describe, expect, it } from '@jest/globals';
import type { RehearsalRun } from '@tegerek/contracts';
import { ended, stepped } from './follow-run.js';

const run: RehearsalRun = { people: 9, seed: 1, pace: 'full', slug: 'rehearsal-1', state: 'preparing', startedAt: 1, panels: 2, closed: 0, step: null, links: [], faults: [] };

describe('a rehearsal that is followed', () => {
  it('runs with its first step and counts closed panels', () => {
    const open = stepped(run, { kind: 'phase', panel: 1, phase: 'open' });
    expect(open).toMatchObject({ state: 'running', closed: 0 });
    expect(stepped(open, { kind: 'phase', panel: 1, phase: 'closed' })).toMatchObject({ closed: 1 });
  });

  it('ends well only when it said that everything fits', () => {
    expect(ended(run, { faults: [], wasStopped: false, words: 'a warning' })).toMatchObject({ state: 'ended', faults: [] });
    expect(ended(run, { faults: ['a receipt has no row'], wasStopped: false, words: '' })).toMatchObject({ state: 'failed', faults: ['a receipt has no row'] });
    expect(ended(run, { faults: undefined, wasStopped: false, words: ' Error: out of memory\n' })).toMatchObject({ state: 'failed', faults: ['Error: out of memory'] });
    expect(ended(run, { faults: undefined, wasStopped: false, words: '' })).toMatchObject({ state: 'failed', faults: ['the process ended without a word'] });
    expect(ended(run, { faults: undefined, wasStopped: true, words: 'killed' })).toMatchObject({ state: 'stopped', faults: [] });
  });
});
