import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import { keepFocus } from './keep-focus.js';
import { renderIn } from './testing.js';

const focused = () => document.activeElement?.textContent;
/** The observer looks after the change. */
const settle = () => act(async () => { await Promise.resolve(); });

function Desk({ row = true, list = true, isSent = false }: { row?: boolean; list?: boolean; isSent?: boolean }) {
  return (
    <main>
      <h1>Desk</h1>
      {list ? <section><h2>Queue</h2><ul>{row ? <li><button type="button">Give the floor</button></li> : null}</ul><button type="button" disabled={isSent}>Send</button></section> : null}
    </main>
  );
}

describe('the focus, when what had it goes', () => {
  let end: () => void;
  beforeEach(() => { end = keepFocus(document); });
  afterEach(() => { end(); cleanup(); });

  it('goes to the heading of its section', async () => {
    const view = renderIn('en', <Desk />);
    screen.getByRole('button', { name: 'Give the floor' }).focus();
    view.rerender(<Desk row={false} />);
    await settle();
    expect(focused()).toBe('Queue');
  });

  it('goes on to the heading of the screen when that goes too', async () => {
    const view = renderIn('en', <Desk />);
    screen.getByRole('button', { name: 'Give the floor' }).focus();
    view.rerender(<Desk row={false} />);
    await settle();
    view.rerender(<Desk list={false} />);
    await settle();
    expect(focused()).toBe('Desk');
  });

  it('leaves a button that was switched off', async () => {
    const view = renderIn('en', <Desk />);
    screen.getByRole('button', { name: 'Send' }).focus();
    view.rerender(<Desk isSent />);
    await settle();
    expect(focused()).toBe('Queue');
  });

  it('stays where another part has taken it, and where nobody had it', async () => {
    const view = renderIn('en', <Desk />);
    screen.getByRole('button', { name: 'Give the floor' }).focus();
    screen.getByRole('button', { name: 'Send' }).focus();
    view.rerender(<Desk row={false} />);
    await settle();
    expect(focused()).toBe('Send');
    screen.getByRole('button', { name: 'Send' }).blur();
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve); }); });
    view.rerender(<Desk row={false} list={false} />);
    await settle();
    expect(document.activeElement).toBe(document.body);
  });
});
