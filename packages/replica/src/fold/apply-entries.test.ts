import { describe, expect, it } from '@jest/globals';
import type { Entry, Snapshot } from '@tegerek/contracts';
import { applyEntries, applyEntry } from './apply.js';
import { emptyPanel, emptySnapshot } from './reducer.js';

const PANEL = '00000000-0000-4000-8000-0000000000aa';
const ids = Array.from({ length: 6 }, (_, i) => `00000000-0000-4000-8000-00000000000${i}`);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function log(): Entry[] {
  const events: [type: string, data: Record<string, unknown>][] = [];
  for (const proposalId of ids) events.push(['proposal.submitted', { proposalId, language: 'ru', fields: { title: proposalId, text: '1' }, seatId: 's', groupId: 'g', capacity: 'self', fromQuestion: null }]);
  for (const questionId of ids) events.push(['question.approved', { questionId, text: 'Когда?', language: 'ru', seatId: 's', groupId: 'g', askedAt: 1 }]);
  for (let rev = 2; rev < 9; rev++) for (const proposalId of ids) events.push(['proposal.edited', { proposalId, rev, fields: { text: String(rev) }, bySeat: 's' }]);
  events.push(['proposal.merged', { proposalId: ids[0], from: [ids[1], ids[2]], sponsors: [] }], ['question.retracted', { questionId: ids[3] }], ['proposal.edited', { proposalId: ids[1], rev: 9, fields: { text: 'last' }, bySeat: 's' }]);
  return events.map(([type, data], i) => ({ seq: i + 1, hash: String(i), at: i, events: [{ type, v: 1, audience: 'room', panelId: PANEL, data: { panelId: PANEL, ...data } }] }) as unknown as Entry);
}

const start = (): Snapshot => frozen({ ...emptySnapshot('d'), panels: { [PANEL]: emptyPanel(PANEL) } });

describe('a whole log folded at once', () => {
  it('is what one entry after another gives, and changes nothing that was made before it', () => {
    const entries = frozen(log());
    const one = entries.reduce(applyEntry, start());
    expect(Object.keys(one.panels[PANEL]?.proposals ?? {})).toEqual(ids);
    expect(JSON.stringify(applyEntries(start(), entries))).toBe(JSON.stringify(one));
    for (let cut = 0; cut < entries.length; cut++) {
      const before = frozen(applyEntries(start(), entries.slice(0, cut)));
      expect(JSON.stringify(applyEntries(before, entries.slice(cut)))).toBe(JSON.stringify(one));
    }
  });
});
