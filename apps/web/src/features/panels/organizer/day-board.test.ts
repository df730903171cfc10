import { describe, expect, it } from '@jest/globals';
import type { PanelHead, PanelSlice, ProposalView, VoteHead } from '@tegerek/contracts/wire';
import { standingOf, wallClock } from './schedule.js';
import { toClose } from './to-close.js';

const DAY = '2026-04-24';
const wall = wallClock('Asia/Bishkek');
/** An instant of that day by its clock in Bishkek (UTC+6). */
const at = (clock: string, day = DAY) => Date.parse(`${day}T${clock}:00+06:00`);
const panel = (change: Partial<PanelHead>): PanelHead => ({ id: 'p', phase: 'discussion', startsAt: '13:30', endsAt: '15:00', entered: {}, turn: null, poll: null, ...change } as PanelHead);

describe('the clock against the programme', () => {
  it.each([
    ['scheduled', '12:43', { kind: 'starts-in', minutes: 47 }], ['scheduled', '13:42', { kind: 'start-late', minutes: 12 }],
    ['decision', '14:54', { kind: 'left', minutes: 6 }], ['decision', '15:08', { kind: 'over', minutes: 8 }],
  ] as const)('%s at %s', (phase, clock, standing) => { expect(standingOf(panel({ phase }), DAY, at(clock), wall)).toEqual(standing); });

  it('of a closed panel says how it ended, at any later time', () => {
    const closed = (clock: string) => standingOf(panel({ phase: 'closed', entered: { closed: at(clock) } }), DAY, at('23:00'), wall);
    expect([closed('15:12'), closed('14:55'), closed('15:00')]).toEqual([{ kind: 'ended-late', minutes: 12 }, { kind: 'ended-early', minutes: 5 }, { kind: 'ended', minutes: 0 }]);
  });

  it('says nothing on another day, or without a time in the programme', () => {
    expect(standingOf(panel({}), DAY, at('14:00', '2026-04-25'), wall)).toBeNull();
    expect(standingOf(panel({ endsAt: null }), DAY, at('14:00'), wall)).toBeNull();
    expect(standingOf(panel({ phase: 'scheduled', startsAt: null }), DAY, at('14:00'), wall)).toBeNull();
  });

  it('is the dialogue’s zone, not the reader’s', () => { expect(wall(Date.parse('2026-04-24T20:30:00Z'))).toEqual({ day: '2026-04-25', clock: '02:30' }); });
});

describe('what is missing before a panel can close', () => {
  const proposal = (status: ProposalView['status'], ready = false) => ({ status, ready } as ProposalView);
  const slice = (...proposals: ProposalView[]) => ({ proposals: Object.fromEntries(proposals.map((each, i) => [String(i), each])) } as PanelSlice);
  const vote = (state: VoteHead['state']) => ({ panelId: 'p', purpose: 'decision', state } as VoteHead);

  it('names what stops it and what is left over', () => {
    const missing = toClose({ votes: { a: vote('open'), b: vote('closed') } }, panel({ poll: 'x', turn: {} as PanelHead['turn'] }), slice(proposal('submitted'), proposal('submitted'), proposal('in-formulation'), proposal('in-formulation', true), proposal('adopted')));
    expect(missing.map(({ kind, n, stops }) => `${kind} ${n} ${stops}`)).toEqual(['vote 1 true', 'poll 1 true', 'turn 1 true', 'not-taken-up 2 false', 'not-ready 1 false', 'undecided 1 false']);
  });

  it('with nothing decided the close asks for a reason', () => { expect(toClose({ votes: {} }, panel({ phase: 'ranking' }), slice())).toEqual([{ kind: 'nothing-decided', n: 1, stops: false }]); });
  it('is nothing before the beginning and after the end', () => {
    expect(toClose({ votes: {} }, panel({ phase: 'scheduled' }), slice(proposal('submitted')))).toEqual([]);
    expect(toClose({ votes: {} }, panel({ phase: 'closed' }), undefined)).toEqual([]);
  });
});
