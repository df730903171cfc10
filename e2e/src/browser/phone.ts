import type { Lang } from '@tegerek/contracts';
import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.js';
import { button, dialog, field, link, sees, seesNot, type Person } from './person.js';
import { textsOf, type Text } from './texts.js';

export type ProposalField = 'title' | 'text' | 'addressee' | 'responsible' | 'deadline' | 'indicator' | 'region';
type Tab = 'now' | 'questions' | 'speak' | 'proposals' | 'more';

/** A participant's or an observer's phone, by what stands on its screen. */
export class Phone {
  private constructor(readonly person: Person, readonly t: Text, readonly slug: string) {}

  static async of(person: Person, slug: string): Promise<Phone> {
    return new Phone(person, await textsOf('phone', person.lang), slug);
  }

  get page(): Page { return this.person.page; }

  private get hand(): Hand { return this.person.hand; }

  /** The same phone after its person chose another language. */
  async in(lang: Lang): Promise<Phone> { return new Phone({ ...this.person, lang }, await textsOf('phone', lang), this.slug); }

  /** By the link on the badge, to the question whether it is you. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.person.url}${path}`);
    await sees(this.page.getByText(this.t('p.welcome.isYou')));
  }

  /** By the link of somebody who answered the question before: straight in. */
  async reopen(path: string): Promise<void> {
    await this.page.goto(`${this.person.url}${path}`);
    await sees(this.tab('now'));
  }

  /** By the code, typed as it stands on the badge. */
  async typeCode(code: string): Promise<void> {
    await this.page.goto(`${this.person.url}/j/${this.slug}`);
    await this.hand.type(this.codeField, code);
    await this.hand.press(button(this.page, this.t('p.join.enter')));
  }

  get codeField(): Locator { return field(this.page, this.t('p.join.code'), this.t('ui.optional')); }

  /** Agrees to these and to nothing else, and takes the seat. */
  async enter(consents: readonly string[] = []): Promise<void> {
    for (const consent of consents) await this.hand.check(this.page.getByRole('checkbox', { name: this.t(`p.consent.${consent}`) }));
    await this.accept();
    await sees(this.tab('now'));
  }

  /** Takes the seat; staff go on to their desk. */
  async accept(): Promise<void> {
    await this.hand.press(button(this.page, this.t('p.welcome.enter')).or(button(this.page, this.t('p.welcome.enter.observer'))));
  }

  tab(name: Tab): Locator { return link(this.page, this.t(`p.tab.${name}`)); }

  async go(name: Tab): Promise<void> { await this.hand.press(this.tab(name)); }

  async goTo(screen: string): Promise<void> { await this.page.goto(`${this.person.url}/d/${this.slug}/${screen}`); }

  /** Writes the question and sends it; it stands among «mine». */
  async ask(text: string, { anonymous = false } = {}): Promise<void> {
    await this.go('questions');
    await this.hand.press(link(this.page, this.t('p.act.ask')));
    await this.hand.type(this.question, text);
    if (anonymous) await this.hand.check(this.page.getByRole('checkbox', { name: this.t('p.ask.anonymous') }));
    await this.hand.press(button(this.page, this.t('p.ask.send')));
    await sees(this.mine(text));
  }

  get question(): Locator { return field(this.page, this.t('p.ask.text'), this.t('ui.optional')); }

  /** My question, under «mine». */
  mine(text: string): Locator { return this.page.getByRole('listitem').filter({ hasText: text }); }

  async support(text: string): Promise<void> {
    const row = this.page.getByRole('listitem').filter({ hasText: text });
    await this.hand.press(row.getByRole('button', { pressed: false }));
    await sees(row.getByRole('button', { pressed: true }));
  }

  async raiseHand(): Promise<void> {
    await this.go('speak');
    await this.hand.press(button(this.page, this.t('p.act.speak')));
    await sees(this.page.getByText(this.t('p.speak.inQueue')));
  }

  async propose(fields: Partial<Record<ProposalField, string>>): Promise<void> {
    await this.go('proposals');
    await this.hand.press(link(this.page, this.t('p.act.propose')));
    await this.fill(fields);
    await this.hand.press(button(this.page, this.t('p.propose.send')));
    await sees(this.proposal(fields.title ?? fields.text ?? ''));
  }

  async fill(fields: Partial<Record<ProposalField, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.hand.type(this.proposalField(name as ProposalField), value);
  }

  proposalField(name: ProposalField): Locator { return field(this.page, this.t(`p.field.${name}`), this.t('ui.optional')); }

  proposal(heading: string): Locator { return this.page.getByRole('link').filter({ hasText: heading }); }

  async editProposal(heading: string, fields: Partial<Record<ProposalField, string>>): Promise<void> {
    await this.go('proposals');
    await this.hand.press(this.proposal(heading));
    await this.hand.press(link(this.page, this.t('p.proposal.edit')));
    await this.fill(fields);
    await this.hand.press(button(this.page, this.t('p.propose.save')));
    await sees(link(this.page, this.t('p.proposal.edit')));
  }

  /** Stands behind somebody's proposal, for whom is said. */
  async joinProposal(heading: string, capacity: 'self' | 'organisation' | 'group'): Promise<void> {
    await this.go('proposals');
    await this.hand.press(this.proposal(heading));
    await this.hand.press(button(this.page, this.t('draft.join')));
    await this.hand.check(dialog(this.page).getByRole('radio', { name: this.t(`draft.capacity.${capacity}`) }));
    await this.confirm(this.t('draft.join'));
    await sees(button(this.page, this.t('draft.join.leave')));
  }

  /** Suggests another wording of one field of the proposal on the screen. */
  async amend(name: ProposalField, text: string): Promise<void> {
    await this.hand.press(link(this.page, this.t('draft.amend')));
    await this.hand.choose(this.page.getByRole('combobox', { name: this.t('draft.amend.field') }), name);
    await this.hand.type(this.page.getByRole('textbox', { name: this.t('draft.amend.text') }), text);
    await this.hand.press(button(this.page, this.t('draft.amend.send')));
  }

  /** Asks that this item of the agenda on the screen is decided singly. */
  async pullOut(heading: string): Promise<void> {
    const row = this.page.getByRole('listitem').filter({ hasText: heading });
    for (let i = 0; i < 2; i += 1) await this.hand.press(row.getByRole('button').first()); // asked once more
    await sees(row.getByText(this.t('p.agenda.pulled')));
  }

  /** From «Now» to the open decision, and the vote is in. */
  async vote(choice: 'yes' | 'no' | 'abstain'): Promise<void> {
    await this.openVote('p.act.vote');
    await this.cast(choice);
    await sees(this.page.getByText(this.t('p.vote.in')));
  }

  async openVote(act: 'p.act.vote' | 'p.act.rank' | 'p.act.read'): Promise<void> {
    await this.go('now');
    await this.hand.press(link(this.page, this.t(act)));
  }

  async cast(choice: 'yes' | 'no' | 'abstain'): Promise<void> {
    const words = this.t(`choice.${choice}`);
    await this.hand.check(this.page.getByRole('radio', { name: words, exact: true }));
    await this.hand.press(button(this.page, this.t('p.vote.cast', { choice: words })));
  }

  /** Taps the recommendations in this order and sends it. */
  async rank(headings: readonly string[]): Promise<void> {
    await this.openVote('p.act.rank');
    for (const heading of headings) await this.hand.press(button(this.page, heading));
    await this.hand.press(button(this.page, this.t('p.rank.send', { n: headings.length })));
    await sees(this.page.getByText(this.t('p.vote.in')));
  }

  /** The same order by the grips alone: dragged with the pointer, or lifted, moved and dropped with the keyboard. */
  async rankBy(how: 'drag' | 'keys', headings: readonly string[]): Promise<void> {
    await this.openVote('p.act.rank');
    for (const heading of headings) await (how === 'drag' ? this.dragToEnd(heading) : this.liftByKeys(heading));
    for (const [i, heading] of headings.entries()) await sees(this.page.locator('.rank [data-ranked]').nth(i).filter({ hasText: heading }));
    await this.hand.press(button(this.page, this.t('p.rank.send', { n: headings.length })));
    await sees(this.page.getByText(this.t('p.vote.in')));
  }

  private grip(heading: string): Locator { return button(this.page, this.t('ui.rank.lift', { item: heading })); }

  /** From among the rest to the last place: over the line that stands below the ranked. */
  private async dragToEnd(heading: string): Promise<void> {
    const [from, cut] = [await this.grip(heading).boundingBox(), await this.page.locator('.rank-cut').boundingBox()];
    if (!from || !cut) throw new Error(`«${heading}» cannot be dragged`);
    const x = from.x + from.width / 2;
    await this.page.mouse.move(x, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x, cut.y + cut.height, { steps: 6 });
    await this.page.mouse.move(x, cut.y, { steps: 6 });
    await this.page.mouse.up();
    await seesNot(this.grip(heading));
  }

  /** Space lifts, arrows move, Space drops. */
  private async liftByKeys(heading: string): Promise<void> {
    await this.hand.press(this.grip(heading));
    await this.page.keyboard.press('Space');
    await seesNot(this.grip(heading));
  }

  /** From «Now» through the door with these words, such as to what came out last. */
  async result(words: string): Promise<void> {
    await this.go('now');
    await this.hand.press(this.page.getByRole('link').filter({ hasText: words }));
  }

  async confirm(name: string): Promise<void> {
    await this.hand.press(button(dialog(this.page), name));
    await seesNot(dialog(this.page));
  }
}
