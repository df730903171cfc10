import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { listDrafts, useDraft } from './drafts.js';

afterEach(() => { cleanup(); localStorage.clear(); jest.restoreAllMocks(); });

describe('drafts', () => {
  it('are kept at every keystroke and read back after a reload', () => {
    const before = renderHook(() => useDraft('s/a/ask', ''));
    act(() => before.result.current.set('Почему'));
    act(() => before.result.current.set((now) => `${now}?`));
    before.unmount();
    expect(renderHook(() => useDraft('s/a/ask', '')).result.current).toMatchObject({ value: 'Почему?', isKept: true });
  });

  it('belong to a seat: another key shows nothing of them', () => {
    const mine = renderHook(({ key }) => useDraft(key, ''), { initialProps: { key: 's/a/ask' } });
    act(() => mine.result.current.set('тайное'));
    mine.rerender({ key: 's/b/ask' });
    expect(mine.result.current).toMatchObject({ value: '', isKept: false });
    mine.rerender({ key: 's/a/ask' });
    expect(mine.result.current.value).toBe('тайное');
  });

  it('do not change when the initial value does, nor when another tab writes', () => {
    const draft = renderHook(({ initial }) => useDraft('s/a/order', initial), { initialProps: { initial: ['a'] } });
    act(() => draft.result.current.set(['b', 'a']));
    localStorage.setItem('tegerek.draft.s/a/order', '["x"]');
    draft.rerender({ initial: ['c'] });
    expect(draft.result.current.value).toEqual(['b', 'a']);
  });

  it('are listed by prefix and gone once cleared', () => {
    const draft = renderHook(() => useDraft('s/a/proposal/new', { text: '' }));
    act(() => draft.result.current.set({ text: 'Открыть' }));
    expect(listDrafts('s/a/')).toEqual([{ key: 'proposal/new', value: { text: 'Открыть' } }]);
    act(() => draft.result.current.clear());
    expect(draft.result.current).toMatchObject({ value: { text: '' }, isKept: false });
    expect(listDrafts('s/a/')).toEqual([]);
  });

  it('live with the page where storage is forbidden', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('quota'); });
    const draft = renderHook(() => useDraft('s/a/full', ''));
    act(() => draft.result.current.set('не пропало'));
    expect(draft.result.current).toMatchObject({ value: 'не пропало', isKept: false });
    draft.unmount();
    expect(renderHook(() => useDraft('s/a/full', '')).result.current.value).toBe('не пропало');
  });
});
