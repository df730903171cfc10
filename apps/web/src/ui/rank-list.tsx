import { useId } from 'react';
import { useText } from '../i18n/provider.js';
import { RankCut, RankRow, type RankItem, type RankRowProps } from './rank-row.js';
import { useRankList } from './use-rank-list.js';
import './rank-list.css';

export type { RankItem } from './rank-row.js';

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

/** Ordering by dragging the grip, by keyboard on the grip, and by tapping in order. The number is always visible. */
export function RankList({ label, items, value, onChange, limit: most, disabled = false }: RankListProps) {
  const t = useText();
  const keysId = useId();
  const limit = Math.min(most ?? items.length, items.length);
  const { list, said, keys, drag, onPointerDown, order, ranked, rest, preview, shiftAt, tap, remove } = useRankList({ items, value, onChange, limit });
  const lookOf = (id: string): RankRowProps['look'] => {
    if (keys.held?.id === id) return 'held';
    if (drag === null) return '';
    return drag.id === id ? 'dragged' : 'shifts';
  };
  const row = (item: RankItem, position: number, isRanked: boolean) => (
    <RankRow
      key={item.id} item={item} place={preview.indexOf(item.id) + 1} total={order.length} isRanked={isRanked} look={lookOf(item.id)} shift={shiftAt(position)}
      disabled={disabled} keysId={keysId} onTap={() => tap(item.id)} onRemove={() => remove(item.id)}
      onKeyDown={(event) => keys.onKeyDown(item.id, event)} onPointerDown={(event) => onPointerDown(item.id, event)}
    />
  );
  const cut = <RankCut key="cut" next={order.length + 1} isFull={order.length >= limit} shift={shiftAt(ranked.length)} isMoving={drag !== null} />;
  const rows = [
    ...ranked.map((item, index) => row(item, index, true)),
    ...(rest.length === 0 ? [] : [cut]),
    ...rest.map((item, index) => row(item, ranked.length + 1 + index, false)),
  ];
  return (
    <div>
      <ol ref={list} className="rank" aria-label={label}>{rows}</ol>
      <p className="rank-keys" id={keysId}>{t('ui.rank.keys')}</p>
      <p className="sr-only" role="status">{said}</p>
    </div>
  );
}
