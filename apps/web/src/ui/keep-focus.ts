const HEADINGS = 'h1, h2, h3, h4, legend';

const lineOf = (element: Element): Element[] => {
  const line: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) line.push(each);
  return line;
};

/** A screen that waits for the next one is hidden before it goes. Browsers before 2024 cannot tell. */
const isHidden = (element: Element): boolean => typeof element.checkVisibility === 'function' && !element.checkVisibility();

const isLost = (element: Element): boolean => !element.isConnected || element.matches(':disabled') || isHidden(element);

/** The heading of the nearest surroundings that are still there. */
function heirOf(line: readonly Element[]): HTMLElement | undefined {
  for (const around of line.slice(1)) {
    if (!around.isConnected || around.closest('[hidden], [inert]') !== null) continue;
    const heading = [...around.querySelectorAll<HTMLElement>(HEADINGS)].find((each) => !isHidden(each) && each.closest('[hidden], [inert], dialog:not([open])') === null);
    if (heading !== undefined) return heading;
  }
  return undefined;
}

/**
 * Keeps the focus near where it was. When what had it is taken away or can no longer have it (an act done, a row gone, another screen), the heading of its nearest surroundings gets it,
 * so that Tab goes on from there and a screen reader says where one is. Nothing scrolls. Who left by a click on the page has no focus to be kept.
 * @returns a function that ends it
 */
export function keepFocus(page: Document): () => void {
  let line: Element[] = [];
  const came = ({ target }: FocusEvent) => { line = target instanceof Element && target !== page.body ? lineOf(target) : []; };
  // told while what goes is still there: looked at when it has gone
  const left = ({ target, relatedTarget }: FocusEvent) => { if (relatedTarget === null) setTimeout(() => { if (line[0] === target && target instanceof Element && !isLost(target) && page.activeElement !== target) line = []; }); };
  const look = () => {
    const [last] = line;
    if (last === undefined || !isLost(last)) return;
    const now = page.activeElement;
    if (now !== null && now !== page.body && now !== last) return;
    const heir = heirOf(line); // none while the next screen loads: asked again at the next change
    if (heir === undefined) return;
    if (heir.getAttribute('tabindex') === null) heir.tabIndex = -1;
    heir.focus({ preventScroll: true });
  };
  const watcher = new MutationObserver(look);
  page.addEventListener('focusin', came);
  page.addEventListener('focusout', left);
  watcher.observe(page.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'style'] });
  return () => {
    watcher.disconnect();
    page.removeEventListener('focusin', came);
    page.removeEventListener('focusout', left);
  };
}
