import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCssVars } from './css-vars.js';
import './long-list.css';

export interface LongListProps<R> {
  label?: string | undefined;
  items: readonly R[];
  idOf: (item: R) => string;
  /** What stands in an item's `<li>`. */
  render: (item: R, index: number) => ReactNode;
  /** Class of each `<li>`. */
  itemClass?: string | undefined;
  /** Height of a usual item, px. */
  estimate: number;
}

/** Up to here all items are in the page: a browser's own search finds them. */
const WHOLE = 60;

/** A list of any length: of a long one only what is near the window is in the page, with its place for screen readers. The page (or the area that scrolls) scrolls as ever. */
export function LongList<R>(props: LongListProps<R>) {
  return props.items.length <= WHOLE ? <WholeList {...props} /> : <WindowedList {...props} />;
}

function WholeList<R>({ label, items, idOf, render, itemClass }: LongListProps<R>) {
  return <ul aria-label={label}>{items.map((item, index) => <li key={idOf(item)} className={itemClass}>{render(item, index)}</li>)}</ul>;
}

function WindowedList<R>({ label, items, idOf, render, itemClass, estimate }: LongListProps<R>) {
  const list = useRef<HTMLUListElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const found = list.current === null ? null : scrollerOf(list.current);
    setScroller(found);
    if (list.current !== null && found !== null) setMargin(list.current.getBoundingClientRect().top - found.getBoundingClientRect().top + found.scrollTop);
  }, []);
  const getItemKey = useCallback((index: number) => { const item = items[index]; return item === undefined ? index : idOf(item); }, [items, idOf]);
  const virtual = useVirtualizer({ count: items.length, getScrollElement: () => scroller, estimateSize: () => estimate, overscan: 8, scrollMargin: margin, getItemKey }); // eslint-disable-line react/incompatible-library -- nothing of it is memoized here
  const shown = virtual.getVirtualItems();
  const [before, after] = [(shown[0]?.start ?? margin) - margin, virtual.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin)];
  const spaced = useCssVars({ '--before': `${Math.max(0, before)}px`, '--after': `${Math.max(0, after)}px` });
  const ref = useCallback((element: HTMLUListElement | null) => { list.current = element; spaced(element); }, [spaced]);
  return (
    <ul ref={ref} className="long-list" aria-label={label}>
      {shown.map(({ index, key }) => {
        const item = items[index];
        return item === undefined ? null : <li key={key} data-index={index} ref={virtual.measureElement} className={itemClass} aria-setsize={items.length} aria-posinset={index + 1}>{render(item, index)}</li>;
      })}
    </ul>
  );
}

/** The nearest area around that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let each = element.parentElement; each !== null; each = each.parentElement) if (/auto|scroll/u.test(getComputedStyle(each).overflowY)) return each;
  return document.documentElement;
}
