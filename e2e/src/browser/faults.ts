import type { BrowserContext, Page } from 'playwright-core';

/** What went wrong in a person's browser; a story ends with none. */
export class Faults {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(private readonly who: string, private readonly host: () => string) {}

  /** Errors that the story itself provokes, such as a refused code or a cut network. */
  expect(...patterns: RegExp[]): void { this.#expected.push(...patterns); }

  /** What a person met that no browser reports. */
  note(fault: string): void { this.#add(fault); }

  get found(): string[] { return this.#found.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault))); }

  watch(context: BrowserContext): void {
    context.on('page', (page) => this.#watchPage(page));
    context.on('weberror', (error) => this.#add(`page error: ${error.error().stack ?? error.error().message}`));
  }

  #watchPage(page: Page): void {
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') this.#add(`console ${message.type()}: ${message.text()} (${message.location().url})`); });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/u.test(url.protocol) && url.host !== this.host()) this.#add(`foreign request: ${request.url()}`);
    });
    page.on('crash', () => this.#add('the page crashed'));
  }

  #add(fault: string): void { this.#found.push(`${this.who}: ${fault}`); }
}
