import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '../i18n/provider.js';
import { append, placeAt, shiftOf, without } from './rank-order.js';
import type { RankItem } from './rank-row.js';
import { useRankDrag } from './use-rank-drag.js';
import { useRankKeys } from './use-rank-keys.js';

/** While something is held, changes of the props wait. */
function useFrozen<T>(value: T, isHeld: boolean): T {
  const [kept, keep] = useState(value);
  if (!isHeld && kept !== value) keep(value);
  return isHeld ? kept : value;
}

/** After a tap the tapped button is gone: the focus goes on to the next unranked row, or to the row's own grip. */
function useFocusAfterTap(list: RefObject<HTMLOListElement | null>): (tappedId: string, nextId: string | undefined) => void {
  const [wanted, setWanted] = useState<{ tappedId: string; nextId: string | undefined } | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
    const find = (id: string, what: string) => rows.find((row) => row.dataset.id === id)?.querySelector<HTMLElement>(what);
    (wanted.nextId === undefined ? find(wanted.tappedId, '.grip') : find(wanted.nextId, 'button.rank-words'))?.focus();
    setWanted(null);
  }, [list, wanted]);
  return (tappedId, nextId) => { if (list.current?.contains(document.activeElement) === true) setWanted({ tappedId, nextId }); };
}

interface Options {
  items: readonly RankItem[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  limit: number;
}

/** State and acts of a ranking list: what is shown, what is in the air, what was said. */
export function useRankList({ items: given, value, onChange, limit }: Options) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState('');
  const labelOf = (id: string) => given.find((item) => item.id === id)?.label ?? '';
  const keys = useRankKeys({ order: value, limit, commit: onChange, announce: (news, id, n, total) => say(t(`ui.rank.${news}`, { item: labelOf(id), n, total })) });
  const remove = (id: string) => { onChange(without(value, id)); say(t('ui.rank.removed', { item: labelOf(id) })); };
  const place = (id: string, next: readonly string[]) => { onChange([...next]); say(t('ui.rank.dropped', { item: labelOf(id), n: next.indexOf(id) + 1, total: next.length })); };
  const { drag, onPointerDown } = useRankDrag({ list, onDrop: (id, index) => { if (index === null) remove(id); else place(id, placeAt(value, id, index, limit)); } });

  const isHeld = keys.held !== null || drag !== null;
  const items = useFrozen(given, isHeld);
  const standing = useFrozen(value, isHeld);
  const order = keys.held?.order ?? standing;
  const ranked = order.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const rest = items.filter((item) => !order.includes(item.id));
  const focusAfterTap = useFocusAfterTap(list);
  const tap = (id: string) => {
    const next = append(value, id, limit);
    if (next === value) { say(t('ui.rank.full')); return; }
    const at = rest.findIndex((item) => item.id === id);
    focusAfterTap(id, (rest[at + 1] ?? rest[at - 1])?.id);
    place(id, next);
  };

  let preview = order;
  if (drag !== null) preview = drag.index === null ? without(order, drag.id) : placeAt(order, drag.id, drag.index, limit);
  const heldAt = [...ranked, ...rest].findIndex((item) => item.id === drag?.id);
  /** px that the row at a position gives way; the cut line counts as a position. */
  const shiftAt = (position: number) => (drag === null ? 0 : drag.height * shiftOf(position, heldAt, ranked.length, drag.index));
  return { list, said, keys, drag, onPointerDown, order, ranked, rest, preview, shiftAt, tap, remove };
}
