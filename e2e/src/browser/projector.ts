import type { Page } from 'playwright-core';
import type { Person } from './person.js';
import { textsOf, type Text } from './texts.js';

/** The hall's screen: shows its code until a console pairs it, then follows. */
export class Projector {
  private constructor(readonly person: Person, readonly t: Text) {}

  /** `search`: a stream's layout, as `?overlay=line`. */
  static async open(person: Person, search = ''): Promise<Projector> {
    const projector = new Projector(person, await textsOf('projector', person.lang));
    await projector.page.goto(`${person.url}/screen${search}`);
    return projector;
  }

  get page(): Page { return this.person.page; }

  /** Six characters, as the screen shows them. */
  async code(): Promise<string> {
    const [before = ''] = this.t('hall.code-label', { code: '@' }).split('@');
    const label = await this.page.locator(`[aria-label^="${before}"]`).getAttribute('aria-label');
    return (label ?? '').slice(before.length);
  }
}
