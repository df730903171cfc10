import type { Lang } from '@tegerek/contracts';
import type { Locator } from 'playwright-core';
import type { Console } from './console.js';
import { button, dialog, field, sees, seesNot } from './person.js';

export type PollKind = 'single' | 'multiple' | 'scale' | 'ranking' | 'text' | 'temperature';

/** The poll desk of a console. */
export class PollDesk {
  constructor(readonly console: Console) {}

  get page() { return this.console.page; }

  async open(): Promise<void> {
    await this.page.keyboard.press('l');
    await sees(button(this.page, this.console.t('pd.new')));
  }

  /** Prepares a poll by the form: the question, and the options where the kind has them, in the languages given. */
  async draft(kind: PollKind, question: Partial<Record<Lang, string>>, options: readonly Partial<Record<Lang, string>>[] = [], own: Partial<Record<Lang, string>> = {}): Promise<void> {
    const { t } = this.console;
    await this.console.person.hand.press(button(this.page, t('pd.new')));
    const form = dialog(this.page);
    await this.console.person.hand.choose(form.getByRole('combobox', { name: t('pd.kind') }), kind);
    for (let i = 2; i < options.length; i += 1) await this.console.person.hand.press(button(form, t('pd.option.add')));
    for (const [lang, name] of Object.entries(own) as [Lang, string][]) {
      await this.console.person.hand.check(form.getByRole('radio', { name }));
      await this.console.person.hand.type(field(form, t('pd.question'), t('ui.optional')), question[lang] ?? '');
      for (const [i, option] of options.entries()) await this.console.person.hand.type(field(form, t('pd.option', { n: i + 1 }), t('ui.optional')), option[lang] ?? '');
    }
    await this.console.person.hand.press(button(form, t('pd.save')));
    await seesNot(form);
    await sees(this.row(question));
  }

  row(question: Partial<Record<Lang, string>>): Locator {
    return this.page.locator('.poll-row').filter({ hasText: question[this.console.person.lang] ?? '' });
  }
}
