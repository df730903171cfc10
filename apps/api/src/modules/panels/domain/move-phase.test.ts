import { describe, expect, it } from '@jest/globals';
import { PANEL_PHASES, type PanelPhase } from '@tegerek/contracts';
import { movePhase, type PanelState } from './move-phase.js';

const panel = (phase: PanelPhase, change: Partial<PanelState> = {}): PanelState => ({ phase, rev: 3, isTurnRunning: false, isPollOpen: false, openVotes: 0, closedDecisions: 1, ...change });
const move = (to: PanelPhase, reason?: string, seenRev?: number) => ({ to, reason, seenRev });

describe('movePhase', () => {
  it('goes through the whole table forward, and back with a reason', () => {
    for (const [i, phase] of PANEL_PHASES.entries()) {
      for (const [j, to] of PANEL_PHASES.entries()) {
        const moved = movePhase(panel(phase), move(to, 'why'));
        expect([phase, to, 'code' in moved ? moved.code : moved.phase]).toEqual([phase, to, Math.abs(i - j) === 1 ? to : 'panel.transition']);
      }
    }
  });

  it('counts the moves and keeps the reason', () => {
    expect(movePhase(panel('open'), move('discussion', undefined, 3))).toEqual({ phase: 'discussion', rev: 4, reason: null, closesFloor: false });
    expect(movePhase(panel('discussion'), move('open', 'too early'))).toEqual({ phase: 'open', rev: 4, reason: 'too early', closesFloor: false });
  });

  it('closes the floor where hands may no longer be raised', () => {
    expect(movePhase(panel('formulation'), move('decision'))).toMatchObject({ closesFloor: true });
    expect(movePhase(panel('open'), move('scheduled', 'mistake'))).toMatchObject({ closesFloor: true });
    expect(movePhase(panel('decision'), move('ranking'))).toMatchObject({ closesFloor: false });
  });

  it.each([
    ['who saw another revision', panel('open'), move('discussion', undefined, 2), 'request.stale'],
    ['back without a reason', panel('discussion'), move('open', ''), 'panel.reason-needed'],
    ['back while somebody speaks', panel('discussion', { isTurnRunning: true }), move('open', 'why'), 'panel.busy'],
    ['back while a vote is open', panel('decision', { openVotes: 1 }), move('formulation', 'why'), 'panel.busy'],
    ['on while a vote is open', panel('decision', { openVotes: 1 }), move('ranking'), 'panel.busy'],
    ['closed while somebody speaks', panel('ranking', { isTurnRunning: true }), move('closed'), 'panel.busy'],
    ['closed with nothing decided and no reason', panel('ranking', { closedDecisions: 0 }), move('closed'), 'panel.unformulated'],
  ])('refuses %s', (_name, state, asked, code) => {
    expect(movePhase(state, asked)).toMatchObject({ code });
  });

  it('closes with nothing decided when it is said why, and moves on while somebody speaks', () => {
    expect(movePhase(panel('ranking', { closedDecisions: 0 }), move('closed', 'no quorum'))).toMatchObject({ phase: 'closed', reason: 'no quorum' });
    expect(movePhase(panel('open', { isTurnRunning: true }), move('discussion'))).toMatchObject({ phase: 'discussion' });
  });
});
