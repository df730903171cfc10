import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { useCssVars } from './css-vars.js';
import { IconArrowRight, IconGripVertical } from './icons/index.js';
import { append, placeAt, without } from './rank-order.js';
import { useRankDrag, type Drag } from './use-rank-drag.js';
import { useRankKeys } from './use-rank-keys.js';
import './rank-list.css';

export interface RankItem { id: string; label: string; lang?: string | undefined }

export interface RankListProps {
  label: string;
  items: readonly RankItem[];
  /** Ids, best first. */
  value: readonly string[];
  /** Called at the drop, at a tap and at a removal; never while something is held. */
  onChange: (value: string[]) => void;
  /** How many places there are; default as many as items. */
  limit?: number | undefined;
  disabled?: boolean | undefined;
}

/** Rows of the single list: the ranked, then the rest. While something is held, changes of the props wait. */
function useFrozen<T>(value: T, isHeld: boolean): T {
  const kept = useRef(value);
  if (!isHeld) kept.current = value;
  return kept.current;
}

/** By how many rows a row gives way to the one in the air. */
function shiftOf(position: number, from: number, to: number): -1 | 0 | 1 {
  if (position > from && position <= to) return -1;
  return position < from && position >= to ? 1 : 0;
}

interface RowProps {
  item: RankItem;
  /** 1-based; 0 among the unranked. */
  place: number;
  shift: number;
  look: 'held' | 'dragged' | 'shifts' | '';
  isRanked: boolean;
  gripLabel: string;
  disabled: boolean;
  describedBy: string;
  onTap: () => void;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
}

function Row({ item, place, shift, look, isRanked, gripLabel, disabled, describedBy, onTap, onRemove, onKeyDown, onPointerDown }: RowProps) {
  const t = useText();
  const grip = useRef<HTMLButtonElement>(null);
  const setVars = useCssVars({ '--dy': shift });
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => { if (look !== 'dragged') setVars(row.current); }, [look, setVars]);
  useLayoutEffect(() => { if (look === 'held') grip.current?.focus(); }, [look, place]);
  return (
    <li ref={row} className={classes((look === 'held' || look === 'dragged') && 'held', look !== 'held' && look)} data-ranked={isRanked ? '' : undefined}>
      {isRanked
        ? <button type="button" className="place-btn" disabled={disabled} aria-label={t('ui.rank.remove', { n: place, item: item.label })} onClick={onRemove}>{place === 0 ? <span className="tap" /> : place}</button>
        : <button type="button" className="place-btn" disabled={disabled} tabIndex={-1} aria-hidden onClick={onTap}>{place === 0 ? <span className="tap" /> : place}</button>}
      {isRanked
        ? <span className="rank-words"><bdi lang={item.lang}>{item.label}</bdi></span>
        : <button type="button" className="rank-words" disabled={disabled} onClick={onTap}><bdi lang={item.lang}>{item.label}</bdi></button>}
      <button ref={grip} type="button" className="grip" disabled={disabled} aria-label={gripLabel} aria-describedby={describedBy} aria-pressed={look === 'held'} onKeyDown={onKeyDown} onPointerDown={onPointerDown}><IconGripVertical /></button>
    </li>
  );
}

/** The order as it would be if the row in the air were dropped now. */
function previewOf(order: readonly string[], drag: Drag | null, limit: number): readonly string[] {
  if (drag === null) return order;
  return drag.index === null ? without(order, drag.id) : placeAt(order, drag.id, drag.index, limit);
}

/** Ordering by dragging the grip, by keyboard on the grip, and by tapping in order. The number is always visible. */
export function RankList({ label, items: given, value, onChange, limit: most, disabled = false }: RankListProps): ReactNode {
  const t = useText();
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState('');
  const labels = new Map(given.map((item) => [item.id, item.label]));
  const limit = Math.min(most ?? given.length, given.length);
  const keys = useRankKeys({ order: value, limit, commit: onChange, announce: (news, item, n, total) => say(t(`ui.rank.${news}`, { item: labels.get(item) ?? '', n, total })) });
  const pointer = useRankDrag({
    list,
    onDrop: (item, index) => {
      onChange(index === null ? without(value, item) : placeAt(value, item, index, limit));
      say(index === null ? t('ui.rank.removed', { item: labels.get(item) ?? '' }) : t('ui.rank.dropped', { item: labels.get(item) ?? '', n: index + 1, total: Math.min(limit, value.length + (value.includes(item) ? 0 : 1)) }));
    },
  });
  const isHeld = keys.held !== null || pointer.drag !== null;
  const items = useFrozen(given, isHeld);
  const standing = useFrozen(value, isHeld);
  const order = keys.held?.order ?? standing;
  const preview = previewOf(order, pointer.drag, limit);
  const known = new Map(items.map((item) => [item.id, item]));
  const ranked = order.flatMap((each) => known.get(each) ?? []);
  const rest = items.filter((item) => !order.includes(item.id));
  const shiftFor = dragShifts(ranked.length, [...ranked, ...rest].findIndex((item) => item.id === pointer.drag?.id), pointer.drag);

  const tap = (item: RankItem) => {
    const next = append(value, item.id, limit);
    if (next === value) { say(t('ui.rank.full')); return; }
    onChange([...next]);
    say(t('ui.rank.dropped', { item: item.label, n: next.length, total: next.length }));
  };
  const row = (item: RankItem, position: number, isRanked: boolean) => {
    const n = preview.indexOf(item.id) + 1;
    let look: RowProps['look'] = pointer.drag === null ? '' : 'shifts';
    if (keys.held?.id === item.id) look = 'held';
    if (pointer.drag?.id === item.id) look = 'dragged';
    return (
      <Row
        key={item.id} item={item} place={n} isRanked={isRanked} look={look} shift={shiftFor(position)} disabled={disabled} describedBy={`${id}k`}
        gripLabel={isRanked ? t('ui.rank.move', { item: item.label, n, total: order.length }) : t('ui.rank.lift', { item: item.label })}
        onTap={() => tap(item)} onRemove={() => { onChange(without(value, item.id)); say(t('ui.rank.removed', { item: item.label })); }}
        onKeyDown={(event) => keys.onKeyDown(item.id, event)} onPointerDown={(event) => pointer.onPointerDown(item.id, event)}
      />
    );
  };
  return (
    <div>
      <ol ref={list} className="rank" aria-label={label}>
        {ranked.map((item, index) => row(item, index, true))}
        {rest.length === 0 ? null : <Cut key="cut" next={order.length + 1} isFull={order.length >= limit} shift={shiftFor(ranked.length)} isMoving={pointer.drag !== null} />}
        {rest.map((item, index) => row(item, ranked.length + 1 + index, false))}
      </ol>
      <p className="rank-keys" id={`${id}k`}>{t('ui.rank.keys')}</p>
      <p className="sr-only" role="status">{said}</p>
    </div>
  );
}

/** Shift in px of the row at a position (the cut line counts as one) while a row of position `heldAt` is in the air. */
function dragShifts(rankedCount: number, heldIndex: number, drag: Drag | null): (position: number) => number {
  if (drag === null || heldIndex < 0) return () => 0;
  const wasRanked = heldIndex < rankedCount;
  const from = wasRanked ? heldIndex : heldIndex + 1;
  const toRest = wasRanked ? rankedCount : from;
  const to = drag.index ?? toRest;
  return (position) => shiftOf(position, from, to) * drag.height;
}

function Cut({ next, isFull, shift, isMoving }: { next: number; isFull: boolean; shift: number; isMoving: boolean }) {
  const t = useText();
  const ref = useCssVars({ '--dy': shift });
  return <li ref={ref} className={classes('rank-cut', isMoving && 'shifts')}>{isFull ? t('ui.rank.full') : <><IconArrowRight />{t('ui.rank.next', { n: next })}</>}</li>;
}
