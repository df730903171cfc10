import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { indexAt } from './rank-order.js';

/** A row in the air. `index` is the place that it would take (0-based), `null` among the unranked. */
export interface Drag { id: string; index: number | null; height: number }

interface Geometry {
  element: HTMLElement;
  startY: number;
  scrollTop: number;
  /** Middle of the held row when it was taken, from the list's top. */
  middle: number;
  /** Middles of the ranked rows without the held one. */
  middles: readonly number[];
  /** From here down lie the unranked; Infinity when there are none. */
  restFrom: number;
}

const EDGE = 56;
const STEP = 10;

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at !== null; at = at.parentElement) if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}

/** Near an edge of what scrolls, the list comes to meet the finger. */
function scrollTowards(scroller: HTMLElement, clientY: number): void {
  const { top, bottom } = scroller === document.documentElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
  if (clientY < top + EDGE) scroller.scrollTop -= STEP;
  if (clientY > bottom - EDGE) scroller.scrollTop += STEP;
}

function measure(list: HTMLElement, element: HTMLElement, event: ReactPointerEvent): Geometry {
  const top = list.getBoundingClientRect().top;
  const middleOf = (row: Element) => { const box = row.getBoundingClientRect(); return box.top - top + box.height / 2; };
  const ranked = [...list.querySelectorAll(':scope > [data-ranked]')].filter((row) => row !== element);
  const cut = list.querySelector(':scope > .rank-cut');
  return {
    element, startY: event.clientY, scrollTop: scrollerOf(list).scrollTop, middle: middleOf(element), middles: ranked.map(middleOf),
    restFrom: cut === null ? Number.POSITIVE_INFINITY : cut.getBoundingClientRect().bottom - top,
  };
}

interface Options {
  list: RefObject<HTMLOListElement | null>;
  onDrop: (id: string, index: number | null) => void;
}

/**
 * Dragging by the grip with mouse, pen or finger. Rows keep their place in the document while one is in the air
 * (a moved element would lose the pointer) and are shifted by transforms; the order changes at the drop.
 */
export function useRankDrag({ list, onDrop }: Options): { drag: Drag | null; onPointerDown: (id: string, event: ReactPointerEvent<HTMLElement>) => void } {
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const dropped = useRef(onDrop);
  useEffect(() => { dropped.current = onDrop; });
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (id: string, event: ReactPointerEvent<HTMLElement>) => {
    const element = event.currentTarget.closest<HTMLElement>('li');
    if (element === null || list.current === null || event.button !== 0 || stop.current !== null) return;
    const geometry = measure(list.current, element, event);
    const scroller = scrollerOf(list.current);
    const isRanked = element.dataset.ranked !== undefined;
    let now: Drag = { id, height: element.offsetHeight, index: isRanked ? indexAt(geometry.middle, geometry.middles) : null };
    let hasMoved = false;
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== event.pointerId) return;
      if (!hasMoved && Math.abs(moved.clientY - geometry.startY) < 4) return;
      hasMoved = true;
      scrollTowards(scroller, moved.clientY);
      const dy = moved.clientY - geometry.startY + scroller.scrollTop - geometry.scrollTop;
      const y = geometry.middle + dy;
      element.style.setProperty('--dy', String(dy));
      const index = y > geometry.restFrom ? null : indexAt(y, geometry.middles);
      now = { ...now, index };
      setDrag((before) => (before?.id === id && before.index === index ? before : now));
    };
    const end = (ended: PointerEvent | KeyboardEvent) => {
      if (ended instanceof KeyboardEvent ? ended.key !== 'Escape' : ended.pointerId !== event.pointerId) return;
      stop.current?.();
      if (hasMoved && ended.type === 'pointerup') dropped.current(id, now.index);
    };
    stop.current = () => {
      for (const type of ['pointerup', 'pointercancel', 'keydown'] as const) removeEventListener(type, end as EventListener);
      removeEventListener('pointermove', move);
      element.style.removeProperty('--dy');
      stop.current = null;
      setDrag(null);
    };
    addEventListener('pointermove', move);
    for (const type of ['pointerup', 'pointercancel', 'keydown'] as const) addEventListener(type, end as EventListener);
  };
  return { drag, onPointerDown };
}
