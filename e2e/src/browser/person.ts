import type { Lang } from '@tegerek/contracts';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Faults } from './faults.js';
import type { Hand } from './hand.js';

/** One person at one browser of their own: cookies, storage and language are nobody else's. */
export interface Person {
  name: string;
  context: BrowserContext;
  page: Page;
  lang: Lang;
  faults: Faults;
  /** How this person acts. */
  hand: Hand;
  /** The address as this browser sees it. */
  url: string;
}

/** Present and visible; what a person sees. @throws TimeoutError */
export const sees = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });

/** Not shown any more, or never was. */
export const seesNot = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' });

export const button = (scope: Page | Locator, name: string): Locator => scope.getByRole('button', { name, exact: true });
export const link = (scope: Page | Locator, name: string): Locator => scope.getByRole('link', { name, exact: true });

/** The open dialog. */
export const dialog = (page: Page): Locator => page.getByRole('dialog');

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A text field by its label; `optional` is the word that marks one that may stay empty. */
export const field = (scope: Page | Locator, label: string, optional: string): Locator =>
  scope.getByRole('textbox', { name: new RegExp(`^${literal(label)}\\s*(${literal(optional)})?$`, 'u') });
