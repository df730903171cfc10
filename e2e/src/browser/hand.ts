import type { Locator } from 'playwright-core';

/** How a person acts on what stands on the screen; the page objects know no other way. */
export interface Hand {
  /** Follows a link, presses a button, opens or shuts what folds. */
  press(target: Locator): Promise<void>;
  /** Replaces what a field holds. */
  type(target: Locator, text: string): Promise<void>;
  /** Chooses a radio button, ticks a box. */
  check(target: Locator): Promise<void>;
  /** Chooses from a list by value, or by the words. */
  choose(target: Locator, option: string | { label: string }): Promise<void>;
  /** Shuts the open dialog without an answer; `close` is its cross. */
  leave(close: Locator): Promise<void>;
}

export const MOUSE: Hand = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
  check: (target) => target.check({ force: true }),
  choose: async (target, option) => { await target.selectOption(option); },
  leave: (close) => close.click(),
};
