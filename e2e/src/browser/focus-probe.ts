/** Runs in the page: where the focus is, where it shall go, and what of it can be seen. No imports: its text goes over the wire. */
export interface Probe {
  /** `gone`: the target was replaced; `lost`: nothing has the focus although something had it on this page. */
  at: 'here' | 'gone' | 'before' | 'behind';
  isLost: boolean;
  /** Stops that there are. */
  stops: number;
}

interface Kept { had: boolean; last: { element: Element; looks: string; words: string } | null }

type Page = typeof globalThis & { tegerekKeys?: Kept };

/** The way from what has the focus to the target: `behind` it in the order of the page, or `before`. */
export function probe(target: Element): Probe {
  const kept = ((globalThis as Page).tegerekKeys ??= { had: false, last: null });
  const now = document.activeElement ?? document.body;
  const modal = [...document.querySelectorAll('dialog[open]')].at(-1);
  const stops = [...(modal ?? document).querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter((each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility());
  const isSameGroup = target instanceof HTMLInputElement && target.type === 'radio' && now instanceof HTMLInputElement && now.type === 'radio' && now.name === target.name;
  const isLost = now === document.body && kept.had;
  if (!target.isConnected) return { at: 'gone', isLost, stops: stops.length };
  if (now === target || isSameGroup) return { at: 'here', isLost, stops: stops.length };
  const isBehind = now === document.body || (now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return { at: isBehind ? 'behind' : 'before', isLost, stops: stops.length };
}

/** What is wrong with the look of the focus; the look of the stop before is compared with what it is without. */
export function looksOfFocus(): string[] {
  const kept = ((globalThis as Page).tegerekKeys ??= { had: false, last: null });
  const wrong: string[] = [];
  const looks = (element: Element): string => [element, element.closest('label'), element.closest('fieldset'), element.closest('li')].map((each) => { if (each === null) return ''; const { outline, boxShadow, textDecorationLine } = getComputedStyle(each); return [outline, boxShadow, textDecorationLine].join(); }).join(' | ');
  const { last } = kept;
  const now = document.activeElement;
  if (last !== null && last.element !== now && last.element.isConnected && looks(last.element) === last.looks) wrong.push(`looks the same with the focus and without: ${last.words}`);
  kept.last = null;
  if (now === null || now === document.body) return wrong; // the browser's own bar has it
  kept.had = true;
  const words = now.outerHTML.slice(0, 160);
  const box = [...now.getClientRects()].find(({ width, height }) => width > 0 && height > 0) ?? now.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, innerHeight) / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) wrong.push(`outside the window: ${words}`);
  else {
    const top = document.elementFromPoint(x, y);
    const isSeen = top !== null && (now.contains(top) || top.contains(now) && top.closest('label') === now.closest('label') && now.closest('label') !== null || now.closest('label')?.contains(top) === true);
    if (!isSeen) wrong.push(`covered by ${top?.outerHTML.slice(0, 80) ?? 'nothing'}: ${words}`);
  }
  kept.last = { element: now, looks: looks(now), words };
  return wrong;
}
