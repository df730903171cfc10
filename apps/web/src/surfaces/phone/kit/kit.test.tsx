import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { CoreSlice, Me, PanelHead, PanelPhase, VoteHead } from '@tegerek/contracts/wire';
import type { StoredPress } from '../../../live/index.js';
import { forgetScanned, takeFragment, useScannedCode } from './fragment.js';
import { pickPanel } from './panel.js';
import { parseRoute } from './route.js';
import { myBallot, receiptMark, whyNot } from './votes.js';

afterEach(cleanup);

describe('routes', () => {
  it.each([
    ['/', { at: 'start' }], ['/j/demo', { at: 'join', slug: 'demo' }], ['/d/demo', { at: 'inside', slug: 'demo', screen: 'now', id: null }],
    ['/d/demo/vote/42', { at: 'inside', slug: 'demo', screen: 'vote', id: '42' }], ['/d/demo/nonsense', { at: 'inside', slug: 'demo', screen: 'now', id: null }],
    ['/d/Bad_Slug', { at: 'start' }], ['/x/demo', { at: 'start' }],
  ])('%s', (path, route) => { expect(parseRoute(path)).toEqual(route); });
});

describe('a private link', () => {
  it('leaves no code in the address, also when it is opened over this page', () => {
    history.replaceState(null, '', '/j/demo#0WJ42VAEC1MTDF');
    takeFragment();
    expect(location.href).not.toContain('#');
    const { result } = renderHook(useScannedCode);
    expect(result.current).toBe('0WJ42VAEC1MTDF');
    history.replaceState(null, '', '/j/demo#G2SXTC2093VV4X');
    act(() => { window.dispatchEvent(new HashChangeEvent('hashchange')); });
    expect([result.current, location.hash]).toEqual(['G2SXTC2093VV4X', '']);
    forgetScanned();
  });
});

const panel = (id: string, number: number, phase: PanelPhase, at = 0) => ({ id, number, phase, entered: { [phase]: at } }) as unknown as PanelHead;
const core = (panels: PanelHead[], votes: Partial<VoteHead>[] = []) => ({ panels: Object.fromEntries(panels.map((each) => [each.id, each])), votes: Object.fromEntries(votes.map((vote, i) => [String(i), vote])) }) as unknown as CoreSlice;

describe('the panel that a phone shows', () => {
  it('is the running one that moved last, but one with an open vote comes first', () => {
    const panels = [panel('a', 1, 'closed', 9), panel('b', 2, 'decision', 5), panel('c', 3, 'discussion', 7)];
    expect(pickPanel(core(panels), null)?.id).toBe('c');
    expect(pickPanel(core(panels, [{ state: 'open', panelId: 'b' }]), null)?.id).toBe('b');
  });
  it('is the next to come when none runs, then the last one; the person’s own choice stands above', () => {
    const before = core([panel('a', 1, 'closed'), panel('b', 2, 'scheduled')]);
    expect(pickPanel(before, null)?.id).toBe('b');
    expect(pickPanel(before, 'a')?.id).toBe('a');
    expect(pickPanel(core([panel('a', 1, 'closed'), panel('b', 2, 'closed')]), null)?.id).toBe('b');
    expect(pickPanel(core([]), null)).toBeNull();
  });
});

const seat = (change: Partial<Me>) => ({ groupId: 'g', addedAt: 1, presses: {}, onPaper: [], ...change }) as Me;
const vote = { voteId: 'v', agendaId: null, electorate: 'present', openedSeq: 10 } as VoteHead;

describe('my vote', () => {
  it('tells why there is none in this one', () => {
    expect(whyNot(seat({ presentSince: 10 }), vote)).toBeNull();
    expect(whyNot(seat({ presentSince: 11 }), vote)).toBe('late');
    expect(whyNot(seat({}), vote)).toBe('not-present');
    expect(whyNot(seat({ groupId: null, presentSince: 1 }), vote)).toBe('observer');
    expect(whyNot(seat({ presentSince: 1, onPaper: ['v'] }), vote)).toBe('paper');
    expect(whyNot(seat({ presentSince: 1, onPaper: ['a'] }), { ...vote, agendaId: 'a' })).toBe('paper');
  });

  it('is what stands highest: this phone’s press, or another device’s', () => {
    const press = (rev: number, state: StoredPress['state']) => ({ choice: 'yes', rev, state, settledAt: null, refusal: null, receipt: null }) as unknown as StoredPress;
    const known = seat({ presses: { v: { object: 'v', rev: 3, hash: 'ab12cd34ef', number: 7, choice: 'no' } } });
    expect(myBallot(known, undefined, 'v')).toMatchObject({ choice: 'no', state: 'recorded', number: 7 });
    expect(myBallot(known, press(2, 'recorded'), 'v')?.choice).toBe('no');
    expect(myBallot(known, press(4, 'sending'), 'v')).toMatchObject({ choice: 'yes', state: 'sending', number: 7 });
    expect(myBallot(seat({}), undefined, 'v')).toBeNull();
    expect(receiptMark('ab12cd34ef')).toBe('AB12-CD34');
  });
});
