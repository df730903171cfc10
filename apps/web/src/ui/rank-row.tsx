import { useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { useCssVars } from './css-vars.js';
import { IconArrowRight, IconGripVertical } from './icons/index.js';

export interface RankItem { id: string; label: string; lang?: string | undefined }

export interface RankRowProps {
  item: RankItem;
  /** 1-based; 0 among the unranked. */
  place: number;
  /** Of how many, for the grip's name. */
  total: number;
  /** px by which the row gives way to the one in the air. */
  shift: number;
  look: 'held' | 'dragged' | 'shifts' | '';
  isRanked: boolean;
  disabled: boolean;
  keysId: string;
  onTap: () => void;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
}

function Place({ place }: { place: number }) {
  return place === 0 ? <span className="tap" /> : place;
}

/** Number, words, grip. A tap on an unranked row gives it the next place; a tap on a number takes it off. */
export function RankRow({ item, place, total, shift, look, isRanked, disabled, keysId, onTap, onRemove, onKeyDown, onPointerDown }: RankRowProps) {
  const t = useText();
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLButtonElement>(null);
  const setVars = useCssVars({ '--dy': shift });
  useLayoutEffect(() => { if (look !== 'dragged') setVars(row.current); }, [look, setVars]);
  useLayoutEffect(() => { if (look === 'held') grip.current?.focus(); }, [look, place]);
  const name = <bdi lang={item.lang}>{item.label}</bdi>;
  const gripName = isRanked ? t('ui.rank.move', { item: item.label, n: place, total }) : t('ui.rank.lift', { item: item.label });
  return (
    <li ref={row} className={classes((look === 'held' || look === 'dragged') && 'held', look !== 'held' && look)} data-id={item.id} data-ranked={isRanked ? '' : undefined}>
      {isRanked
        ? <button type="button" className="place-btn" disabled={disabled} aria-label={t('ui.rank.remove', { n: place, item: item.label })} onClick={onRemove}><Place place={place} /></button>
        : <button type="button" className="place-btn" disabled={disabled} tabIndex={-1} aria-hidden onClick={onTap}><Place place={place} /></button>}
      {isRanked ? <span className="rank-words">{name}</span> : <button type="button" className="rank-words" disabled={disabled} onClick={onTap}>{name}</button>}
      <button ref={grip} type="button" className="grip" disabled={disabled} aria-label={gripName} aria-describedby={keysId} aria-pressed={look === 'held'} onKeyDown={onKeyDown} onPointerDown={onPointerDown}><IconGripVertical /></button>
    </li>
  );
}

/** The line between the ranked and the rest: what the next tap does. */
export function RankCut({ next, isFull, shift, isMoving }: { next: number; isFull: boolean; shift: number; isMoving: boolean }) {
  const t = useText();
  const ref = useCssVars({ '--dy': shift });
  return <li ref={ref} className={classes('rank-cut', isMoving && 'shifts')}>{isFull ? t('ui.rank.full') : <><IconArrowRight />{t('ui.rank.next', { n: next })}</>}</li>;
}
