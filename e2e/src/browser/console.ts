import type { Locator, Page } from 'playwright-core';
import { Phone } from './phone.js';
import type { Hand } from './hand.js';
import { button, dialog, field, link, sees, seesNot, type Person } from './person.js';
import { textsOf, type Text } from './texts.js';

type Phase = 'open' | 'discussion' | 'formulation' | 'decision' | 'ranking' | 'closed';

/** The console of a moderator or a rapporteur. */
export class Console {
  private constructor(readonly person: Person, readonly t: Text) {}

  /** In by the personal link, which leads to the console; then to the console of the panel. */
  static async enter(person: Person, slug: string, path: string, panelId?: string): Promise<Console> {
    const console = new Console(person, await textsOf('staff', person.lang));
    await console.page.goto(`${person.url}${path}`);
    await sees(console.isLive);
    if (panelId === undefined) return console;
    await console.page.goto(`${person.url}/console/${slug}/${panelId}`);
    await sees(console.isLive);
    return console;
  }

  /** In for the first time: the notice is read, then the link leads to the console. */
  static async begin(person: Person, slug: string, path: string): Promise<Console> {
    const phone = await Phone.of(person, slug);
    await phone.open(path);
    await phone.accept();
    const console = new Console(person, await textsOf('staff', person.lang));
    await sees(console.isLive);
    return console;
  }

  /** Another panel of mine, by its number in the head. */
  async choosePanel(number: number): Promise<void> { await this.hand.press(link(this.page, this.t('console.panel', { n: number }))); }

  get isLive(): Locator { return this.page.getByText(this.t('console.net.live')); }

  get page(): Page { return this.person.page; }

  private get hand(): Hand { return this.person.hand; }

  get dialog(): Locator { return dialog(this.page); }

  field(name: string, scope: Page | Locator = this.page): Locator { return field(scope, this.t(name), this.t('ui.optional')); }

  async press(name: string, args?: Record<string, unknown>): Promise<void> { await this.hand.press(button(this.page, this.t(name, args))); }

  async confirm(name: string, args?: Record<string, unknown>): Promise<void> {
    await this.hand.press(button(this.dialog, this.t(name, args)));
    await seesNot(this.dialog);
  }

  async moveTo(phase: Phase): Promise<void> {
    await this.press(`console.to.${phase}`);
    await this.confirm(`console.to.${phase}`);
  }

  waiting(text: string): Locator { return this.page.getByRole('region', { name: this.t('console.inbox') }).getByRole('listitem').filter({ hasText: text }); }

  async approve(text: string): Promise<void> {
    await this.hand.press(button(this.waiting(text), this.t('console.question.approve')));
    await seesNot(this.waiting(text));
  }

  async decline(text: string, reason: string): Promise<void> {
    await this.hand.press(button(this.waiting(text), this.t('console.question.decline')));
    await this.hand.type(this.field('console.question.reason', this.dialog), reason);
    await this.confirm('console.question.decline');
  }

  /** Puts an approved question before the hall. */
  async discuss(text: string): Promise<void> {
    await this.hand.press(button(this.page.getByRole('region', { name: this.t('console.questions.next') }).getByRole('listitem').filter({ hasText: text }), this.t('console.question.discuss')));
    await sees(this.page.getByRole('heading', { name: text }));
  }

  async pairScreen(code: string): Promise<void> {
    await this.press('console.screen.pair');
    await this.hand.type(this.field('console.screen.code', this.dialog), code);
    await this.confirm('console.screen.pair-confirm');
  }

  /** Shows in the hall what is named so in the list. */
  async show(name: string, args?: Record<string, unknown>): Promise<void> {
    await this.hand.choose(this.page.getByRole('combobox', { name: this.t('console.screen.preview') }), { label: this.t(name, args) });
    await this.hand.press(button(this.page.getByRole('contentinfo'), this.t('console.show-hall')));
  }

  /** Opens a proposal in the middle. */
  async openProposal(heading: string): Promise<void> {
    await this.hand.press(this.page.getByRole('button').filter({ hasText: heading }).first());
    await sees(button(this.page, this.t('console.back-to-room')));
  }

  async backToRoom(): Promise<void> { await this.press('console.back-to-room'); }

  /** Takes it up and marks it ready, with these fields edited in between. */
  async formulate(heading: string, fields: Record<string, string> = {}): Promise<void> {
    await this.openProposal(heading);
    await this.press('console.proposal.take-up');
    await sees(button(this.page, this.t('console.saved')));
    for (const [name, value] of Object.entries(fields)) await this.hand.type(this.field(`console.field.${name}`), value);
    const n = Object.keys(fields).length;
    if (n > 0) await this.press('console.save', { n });
    await sees(button(this.page, this.t('console.saved')));
    await this.press('console.proposal.mark-ready');
    await sees(button(this.page, this.t('console.proposal.unready')));
    await this.backToRoom();
  }

  /** The text of the opened proposal in another language; it stays a draft until somebody compares it. */
  async translate(language: string, text: string): Promise<void> {
    await this.press('draft.translate');
    await this.hand.check(this.dialog.getByRole('radio', { name: language }));
    await this.hand.type(this.field('draft.field.text', this.dialog), text);
    await this.hand.press(button(this.dialog, this.t('draft.translate.save')));
    await sees(this.dialog.getByText(this.t('draft.read.draft'), { exact: true }));
    await this.leaveDialog();
  }

  async leaveDialog(): Promise<void> {
    await this.hand.leave(button(this.dialog, this.t('ui.close')));
    await seesNot(this.dialog);
  }

  async writeMinutes(text: string): Promise<void> {
    await this.press('console.minutes');
    await this.hand.type(this.field('console.minutes.new'), text);
    await this.press('console.minutes.add');
    await sees(this.page.getByRole('listitem').filter({ hasText: text }));
    await this.backToRoom();
  }

  /** Opens the decision on this proposal among those that are ready. */
  async openDecision(number: string): Promise<void> {
    await this.hand.press(button(this.page.getByRole('region', { name: this.t('console.ready') }).getByRole('listitem').filter({ hasText: number }), this.t('console.ready.open')));
    await this.confirm('console.vote.open-confirm', { number });
    await sees(button(this.page, this.t('console.vote.close')));
  }

  async openRanking(n: number): Promise<void> {
    await this.press('console.ranking.open');
    await this.confirm('console.ranking.open-confirm', { n });
    await sees(button(this.page, this.t('console.vote.close')));
  }

  /** Closes what is open and waits for the result. */
  async closeVote(): Promise<void> {
    await this.press('console.vote.close');
    await this.confirm('console.vote.close');
    await sees(this.result);
  }

  /** Says that what is open was opened by mistake. */
  async voidVote(reason: string): Promise<void> {
    await this.press('console.vote.void');
    await this.hand.type(this.field('console.vote.void-reason', this.dialog), reason);
    await this.confirm('console.vote.void');
    await seesNot(button(this.page, this.t('console.vote.close')));
  }

  get result(): Locator { return this.page.getByRole('region', { name: this.t('console.result'), exact: true }); }
}
