import { describe, expect, it } from '@jest/globals';
import type { LogEvent } from '@tegerek/contracts';
import { Findings } from '../report.js';
import { Legality } from './legality.js';

const [PANEL, ONE, TWO] = ['p', 'a', 'b'];

/** What is found in polls of a panel that discusses; other findings (there is no dialogue around them) are left out. */
function found(...events: [type: LogEvent['type'], pollId: string][]): string[] {
  return foundWith({}, ...events);
}

/** With other figures shown. */
function foundWith({ kind = 'single', ...result }: { kind?: string } & Record<string, unknown>, ...events: [type: LogEvent['type'], pollId: string][]): string[] {
  const findings = new Findings();
  const legality = new Legality(findings);
  events.forEach(([type, pollId], i) => legality.entry({ seq: i + 1, at: i, opened: [{ i: 0, event: { type, v: 1, audience: 'public', data: { pollId, panelId: PANEL, setup: { body: { kind } }, answeredByGroup: { g: 2 }, result: { answers: 2, total: { x: 2 }, byGroup: [{ groupId: 'g', answers: 2, figures: { x: 2 } }], ...result } } } }] } as never));
  return findings.all.map(({ code }) => code).filter((code) => code.startsWith('poll.'));
}

describe('polls in a bundle', () => {
  it('open, close, are shown, hidden and shown again, round after round', () => {
    expect(found(['poll.opened', ONE], ['poll.closed', ONE], ['poll.shown', ONE], ['poll.hidden', ONE], ['poll.shown', ONE], ['poll.opened', TWO], ['poll.closed', TWO])).toEqual([]);
  });

  it('are not shown before their close, nor closed twice, nor opened again or two at a time', () => {
    expect(found(['poll.opened', ONE], ['poll.shown', ONE])).toEqual(['poll.state']);
    expect(found(['poll.opened', ONE], ['poll.closed', ONE], ['poll.closed', ONE])).toEqual(['poll.state']);
    expect(found(['poll.opened', ONE], ['poll.closed', ONE], ['poll.opened', ONE])).toEqual(['poll.reopened']);
    expect(found(['poll.opened', ONE], ['poll.opened', TWO])).toEqual(['poll.two']);
    expect(found(['poll.closed', ONE])).toEqual(['poll.state']);
  });

  it('of texts show fewer when whose words they were is erased, never more', () => {
    const shown = (result: object): string[] => foundWith({ kind: 'text', ...result }, ['poll.opened', ONE], ['poll.closed', ONE], ['poll.shown', ONE], ['poll.shown', ONE]);
    expect(shown({ answers: 1, total: null, byGroup: [] })).toEqual([]);
    expect(shown({ byGroup: [{ groupId: 'g', answers: 3, figures: {} }] })).toEqual(['poll.figures', 'poll.figures']);
  });

  it('show no other figures than were answered', () => {
    for (const result of [{ answers: 1 }, { total: { x: 3 } }, { byGroup: [{ groupId: 'g', answers: 3, figures: { x: 3 } }] }, { byGroup: [{ groupId: 'g', answers: 2, figures: { x: 1 } }] }]) {
      expect(foundWith(result, ['poll.opened', ONE], ['poll.closed', ONE], ['poll.shown', ONE])).toEqual(['poll.figures']);
    }
  });
});
