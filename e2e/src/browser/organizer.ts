import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.js';
import { button, dialog, field, link, sees, seesNot, type Person } from './person.js';
import { textsOf, type Text } from './texts.js';

type Section = 'day' | 'setup' | 'people' | 'rule' | 'resolution';

type Duties = Partial<Record<'moderators' | 'rapporteurs' | 'panellists', string>>;

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

  private get hand(): Hand { return this.person.hand; }

  get dialog(): Locator { return dialog(this.page); }

  section(name: Section): Locator { return link(this.page, this.t(`desk.section.${name}`)); }

  field(name: string, args?: Record<string, unknown>, scope: Page | Locator = this.page): Locator { return field(scope, this.t(name, args), this.t('ui.optional')); }

  async press(name: string, args?: Record<string, unknown>): Promise<void> { await this.hand.press(button(this.page, this.t(name, args))); }

  async confirm(name: string, args?: Record<string, unknown>): Promise<void> {
    await this.hand.press(button(this.dialog, this.t(name, args)));
    await seesNot(this.dialog);
  }

  /** By the one-time link of the terminal to an account, signed in. */
  async register(path: string, account: { name: string; login: string; password: string }): Promise<void> {
    await this.page.goto(`${this.person.url}${path}`);
    await this.hand.type(this.field('staff.name'), account.name);
    await this.hand.type(this.field('staff.login'), account.login);
    await this.hand.type(this.page.getByLabel(this.t('staff.password'), { exact: true }), account.password);
    await this.press('staff.register');
    await sees(button(this.page, this.t('desk.new')));
  }

  /** A dialogue from a template; ends at its desk. */
  async createDialogue({ title, date, slug, template = 'empty' }: { title: string; date: string; slug: string; template?: 'empty' | 'four-panels' }): Promise<void> {
    await this.press('desk.new');
    await this.hand.check(this.page.getByRole('radio', { name: this.t(`desk.new.${template}`) }));
    await this.hand.type(this.field('desk.title'), title);
    await this.hand.type(this.field('desk.slug'), slug);
    await this.hand.type(this.page.getByLabel(this.t('desk.date'), { exact: true }), date);
    await this.press('desk.new.confirm');
    await sees(this.section('setup'));
  }

  /** Names the groups, of which a new dialogue has one; the rule names all of them by itself. */
  async setGroups(names: readonly string[]): Promise<void> {
    await this.hand.press(this.section('setup'));
    for (const [i, name] of names.entries()) {
      if (i > 0) await this.press('desk.group.add');
      await this.hand.type(this.field('desk.group.title', { n: i + 1 }), name);
    }
    await this.press('desk.groups.save');
    await seesNot(button(this.page, this.t('desk.groups.save')));
    await this.hand.press(this.section('rule'));
    for (const name of names) await this.page.getByRole('checkbox', { name, checked: true }).waitFor({ state: 'attached' });
  }

  /** People by lines as they are pasted; their codes by name, read from the badges. */
  async addPeople(lines: readonly string[]): Promise<Map<string, string>> {
    await this.hand.press(this.section('people'));
    await this.press('desk.add');
    await this.hand.type(this.field('desk.add.lines', {}, this.dialog), lines.join('\n'));
    await this.confirm('desk.add.confirm', { n: lines.length });
    const badges = this.page.getByRole('region', { name: this.t('desk.badges') }).getByRole('listitem');
    const codes = new Map<string, string>();
    for (const badge of await badges.all()) codes.set(await badge.locator('.badge-name').innerText(), await badge.locator('code').innerText());
    await this.press('desk.badges.done');
    return codes;
  }

  /** A panel with who runs it, found by name. */
  async addPanel({ title, moderator, rapporteur }: { title: string; moderator: string; rapporteur: string }): Promise<void> {
    await this.hand.press(this.section('setup'));
    await this.press('desk.panel.add');
    await this.hand.type(this.field('desk.panel.title', {}, this.dialog), title);
    await this.pick({ moderators: moderator, rapporteurs: rapporteur });
    await this.confirm('desk.save');
    await sees(this.page.getByRole('listitem').filter({ hasText: title }));
  }

  /** Gives a panel that stands in the programme its people. */
  async setDuties(n: number, people: Duties): Promise<void> {
    await this.hand.press(this.section('setup'));
    await this.press('desk.panel.edit', { n });
    await this.pick(people);
    await this.confirm('desk.save');
  }

  private async pick(people: Duties): Promise<void> {
    for (const [duty, name] of Object.entries(people)) {
      await this.hand.type(this.dialog.getByRole('searchbox', { name: this.t(`desk.panel.${duty}`) }), name);
      await this.hand.press(this.dialog.getByRole('button').filter({ hasText: name }).first());
    }
  }

  async openDialogue(): Promise<void> {
    await this.hand.press(this.section('day'));
    await this.press('desk.open');
    await this.confirm('desk.open');
    await seesNot(button(this.page, this.t('desk.open')));
  }

  async closeDialogue(): Promise<void> {
    await this.hand.press(this.section('day'));
    await this.press('desk.close');
    await this.confirm('desk.close');
    await sees(this.page.getByRole('heading', { name: this.t('desk.day.closed') }));
  }

  async publish(n = 1): Promise<void> {
    await this.hand.press(this.section('resolution'));
    await this.press('desk.resolution.publish', { n });
    await this.confirm('desk.resolution.publish', { n });
  }

  /** The bytes that this link downloads. */
  async download(what: Locator): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 150_000 }), this.hand.press(what)]);
    return readFileSync(await download.path());
  }
}
