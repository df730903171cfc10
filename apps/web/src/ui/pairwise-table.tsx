import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { useCssVars } from './css-vars.js';
import './table.css';

export interface PairwiseItem { id: string; label: string }

/** Most of the accent in a cell, in per cent: ink on it keeps 5:1 in both themes. */
const HOTTEST = 45;

function Cell({ wins, losses, words }: { wins: number; losses: number; words: string }) {
  const heat = wins + losses === 0 ? 0 : Math.round((HOTTEST * wins) / (wins + losses));
  const ref = useCssVars({ '--heat': heat });
  return <td ref={ref} className={classes(wins > losses && 'won')} aria-label={words} title={words}>{wins}</td>;
}

/**
 * Who was put above whom: a table whose cells also are a heat map. `items` best first;
 * `wins(a, b)` is the number of ballots with `a` above `b`.
 */
export function PairwiseTable({ caption, items, wins }: { caption: string; items: readonly PairwiseItem[]; wins: (rowId: string, columnId: string) => number }) {
  const t = useText();
  return (
    <div className="table-wrap">
      <table className="pairwise num">
        <caption className="sr-only">{caption}</caption>
        <thead><tr><th scope="col">{t('ui.pairwise.corner')}</th>{items.map((item, index) => <th key={item.id} scope="col" title={item.label}>{index + 1}<span className="sr-only"> {item.label}</span></th>)}</tr></thead>
        <tbody>
          {items.map((row, index) => (
            <tr key={row.id}>
              <th scope="row"><span className="place">{index + 1}</span> <bdi>{row.label}</bdi></th>
              {items.map((column) => {
                if (column.id === row.id) return <td key={column.id} className="self">·</td>;
                const [won, lost] = [wins(row.id, column.id), wins(column.id, row.id)];
                return <Cell key={column.id} wins={won} losses={lost} words={t('ui.pairwise.cell', { row: row.label, column: column.label, wins: won, losses: lost })} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
