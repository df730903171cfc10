import type { CDPSession, ElementHandle, Locator, Page } from 'playwright-core';
import { looksOfFocus, probe } from './focus-probe.js';
import type { Hand } from './hand.js';

type Complain = (fault: string) => void;

/** A person who has a keyboard and nothing else. Each stop on the way is looked at: seen, marked, named in the person's language. */
export class Keyboard implements Hand {
  #cdp: CDPSession | undefined;

  /** `foreign` says what of a name is in another language than the person's; `complain` gets what is wrong with a stop. */
  constructor(private readonly page: Page, private readonly foreign: (name: string) => string | undefined, private readonly complain: Complain) {}

  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.key('Enter');
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.key('ControlOrMeta+A');
    if (text === '') await this.key('Delete');
    else await this.page.keyboard.type(text);
  }

  async check(target: Locator): Promise<void> {
    const box = await this.to(target);
    const steps = await box.evaluate((each: HTMLInputElement) => {
      if (each.type !== 'radio') return null;
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(({ name, disabled }) => name === each.name && !disabled);
      return group.indexOf(each) - group.findIndex((one) => one === document.activeElement);
    });
    if (await box.isChecked()) return;
    if (steps === null || steps === 0) await this.key('Space');
    else for (let i = 0; i < Math.abs(steps); i += 1) await this.key(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    if (!(await target.first().isChecked())) throw new Error(`the keyboard cannot choose ${String(target)}`);
  }

  async choose(target: Locator, option: string | { label: string }): Promise<void> {
    const list = await this.to(target);
    const steps = await list.evaluate((each, wanted) => {
      const { options, selectedIndex } = each as HTMLSelectElement;
      return [...options].findIndex(({ value, label }) => (typeof wanted === 'string' ? value === wanted : label === wanted.label)) - selectedIndex;
    }, option);
    for (let i = 0; i < Math.abs(steps); i += 1) await this.key(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }

  leave(): Promise<void> { return this.key('Escape'); }

  /** Any other key, such as a shortcut's. */
  async key(name: string): Promise<void> { await this.page.keyboard.press(name); }

  /** Goes there by Tab or Shift+Tab, in at most as many steps as there are stops. @throws Error where Tab does not lead */
  async to(target: Locator): Promise<ElementHandle> {
    let element = await this.#ready(target);
    for (let left = Infinity; left > 0; left -= 1) {
      const { at, isLost, stops } = await element.evaluate(probe);
      if (isLost) this.complain(`the focus was lost before ${String(target)}`);
      if (at === 'here') return element;
      if (at === 'gone') { element = await this.#ready(target); continue; }
      if (left === Infinity) left = 2 * stops + 4;
      await this.key(at === 'behind' ? 'Tab' : 'Shift+Tab');
      await this.#look();
    }
    throw new Error(`Tab does not lead to ${String(target)}; it stands on ${await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`);
  }

  async #ready(target: Locator): Promise<ElementHandle> {
    const element = await target.first().elementHandle();
    if (element === null) throw new Error(`${String(target)} is not there`);
    await element.waitForElementState('enabled').catch(() => undefined); // replaced meanwhile: seen as gone
    return element;
  }

  async #look(): Promise<void> {
    for (const fault of await this.page.evaluate(looksOfFocus)) this.complain(fault);
    const { name, role } = await this.#named();
    if (role === '' || role === 'RootWebArea') return;
    if (name === '') this.complain(`a ${role} without a name: ${await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))}`);
    const foreign = this.foreign(name);
    if (foreign !== undefined) this.complain(`«${name}» is in another language: «${foreign}»`);
  }

  /** As the browser tells a screen reader. */
  async #named(): Promise<{ name: string; role: string }> {
    this.#cdp ??= await this.page.context().newCDPSession(this.page);
    const { result } = await this.#cdp.send('Runtime.evaluate', { expression: 'document.activeElement === document.body ? null : document.activeElement', objectGroup: 'keys' });
    if (result.objectId === undefined) return { name: '', role: '' };
    const { nodes } = await this.#cdp.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
    await this.#cdp.send('Runtime.releaseObjectGroup', { objectGroup: 'keys' });
    const [node] = nodes;
    return { name: String(node?.name?.value ?? ''), role: String(node?.role?.value ?? '') };
  }
}
