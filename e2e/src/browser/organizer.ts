import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { button, dialog, field, link, sees, seesNot, type Person } from './person.js';
import { textsOf, type Text } from './texts.js';

type Section = 'day' | 'setup' | 'people' | 'rule' | 'resolution';

/** The organizer's desk. */
export class Organizer {
  private constructor(readonly person: Person, readonly t: Text) {}

  static async of(person: Person): Promise<Organizer> { return new Organizer(person, await textsOf('staff', person.lang)); }

  /** In by the personal link, which leads to the desk. */
  static async enter(person: Person, path: string): Promise<Organizer> {
    const desk = await Organizer.of(person);
    await desk.page.goto(`${person.url}${path}`);
    await sees(desk.section('day'));
    return desk;
  }

  get page(): Page { return this.person.page; }

  get dialog(): Locator { return dialog(this.page); }

  section(name: Section): Locator { return link(this.page, this.t(`desk.section.${name}`)); }

  field(name: string, args?: Record<string, unknown>, scope: Page | Locator = this.page): Locator { return field(scope, this.t(name, args), this.t('ui.optional')); }

  async press(name: string, args?: Record<string, unknown>): Promise<void> { await button(this.page, this.t(name, args)).click(); }

  async confirm(name: string, args?: Record<string, unknown>): Promise<void> {
    await button(this.dialog, this.t(name, args)).click();
    await seesNot(this.dialog);
  }

  /** By the one-time link of the terminal to an account, signed in. */
  async register(path: string, account: { name: string; login: string; password: string }): Promise<void> {
    await this.page.goto(`${this.person.url}${path}`);
    await this.field('staff.name').fill(account.name);
    await this.field('staff.login').fill(account.login);
    await this.page.getByLabel(this.t('staff.password'), { exact: true }).fill(account.password);
    await this.press('staff.register');
    await sees(button(this.page, this.t('desk.new')));
  }

  async openDialogue(): Promise<void> {
    await this.section('day').click();
    await this.press('desk.open');
    await this.confirm('desk.open');
    await seesNot(button(this.page, this.t('desk.open')));
  }

  async closeDialogue(): Promise<void> {
    await this.section('day').click();
    await this.press('desk.close');
    await this.confirm('desk.close');
    await sees(this.page.getByRole('heading', { name: this.t('desk.day.closed') }));
  }

  async publish(): Promise<void> {
    await this.section('resolution').click();
    await this.press('desk.resolution.publish', { n: 1 });
    await sees(this.page.getByText(this.t('desk.resolution.version', { n: 1 }), { exact: true }));
  }

  /** The bytes that this link downloads. */
  async download(what: Locator): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), what.click()]);
    return readFileSync(await download.path());
  }
}
