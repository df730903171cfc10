import { useRef, useState, type KeyboardEvent } from 'react';
import { placeAt } from './rank-order.js';

export type RankNews = 'lifted' | 'moved' | 'dropped' | 'returned';

interface Held { id: string; order: readonly string[] }

export interface RankKeys {
  held: Held | null;
  onKeyDown: (id: string, event: KeyboardEvent) => void;
}

interface Options {
  order: readonly string[];
  limit: number;
  commit: (order: string[]) => void;
  announce: (news: RankNews, id: string, place: number, total: number) => void;
}

function targetOf(key: string, at: number, last: number): number | undefined {
  return { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last }[key];
}

/** Ordering by keyboard: space lifts, arrows move, space or Tab drops, Esc puts back. The draft is the person's until the drop. */
export function useRankKeys({ order, limit, commit, announce }: Options): RankKeys {
  const [held, setHeldState] = useState<Held | null>(null);
  const now = useRef<Held | null>(null);
  const hold = (next: Held | null) => { now.current = next; setHeldState(next); };
  const tell = (news: RankNews, id: string, list: readonly string[]) => announce(news, id, list.indexOf(id) + 1, list.length);

  const lift = (id: string) => {
    const lifted = order.includes(id) ? order : placeAt(order, id, Math.min(order.length, limit - 1), limit);
    hold({ id, order: lifted });
    tell('lifted', id, lifted);
  };
  const drop = (current: Held) => { hold(null); commit([...current.order]); tell('dropped', current.id, current.order); };
  const move = (current: Held, index: number) => {
    const moved = placeAt(current.order, current.id, Math.min(Math.max(index, 0), current.order.length - 1), limit);
    hold({ id: current.id, order: moved });
    tell('moved', current.id, moved);
  };

  const onKeyDown = (id: string, event: KeyboardEvent) => {
    const current = now.current;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (current === null) lift(id); else drop(current);
      return;
    }
    if (current === null) return;
    if (event.key === 'Tab') { drop(current); return; }
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); hold(null); tell('returned', current.id, order); return; }
    const index = targetOf(event.key, current.order.indexOf(current.id), current.order.length - 1);
    if (index === undefined) return;
    event.preventDefault();
    move(current, index);
  };
  return { held, onKeyDown };
}
