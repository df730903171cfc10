import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { LiveProvider, usePanel } from './react.js';
import type { LiveSpace } from './space.js';
import { LiveStore } from './state.js';

afterEach(cleanup);

function Shown() { usePanel('p'); return null; }

describe('usePanel', () => {
  it('holds its panel before the first snapshot, so that the snapshot brings it', () => {
    const holdPanel = jest.fn();
    render(<LiveProvider space={{ store: new LiveStore('s', 'seat'), holdPanel } as unknown as LiveSpace}><Shown /></LiveProvider>);
    expect(holdPanel.mock.calls).toEqual([['p']]);
  });
});
