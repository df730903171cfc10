import type { PollBody, PollResult } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../i18n/rich.js';
import { useFormat, useText } from '../../i18n/provider.js';
import { classes } from '../classes.js';
import { useCssVars } from '../css-vars.js';
import { toneClass, type GroupView } from '../group.js';
import { LevelMark } from './level-mark.js';
import { figureOf, mostOf, orderedRows, partsOf, rowsOf, type PollRowLabel } from './poll-rows.js';
import './poll.css';

export function RowLabel({ row }: { row: PollRowLabel }) {
  return <>{row.level === undefined ? null : <LevelMark level={row.level} />}{row.title === undefined ? <span>{row.words}</span> : <span><MultilingualText value={row.title} /></span>}</>;
}

function Segment({ tone, share }: { tone: string; share: number }) {
  const ref = useCssVars({ '--share': share });
  return <i ref={ref} className={tone} />;
}

export interface PollBarsProps {
  body: PollBody;
  result: PollResult;
  groups: readonly GroupView[];
  /** Figures of the same question in an earlier round, to compare with. */
  before?: PollResult | null | undefined;
}

/** A bar per answer, of each group its part in the group's colour and pattern; a figure with its base, and how it moved since the last round. */
export function PollBars({ body, result, groups, before }: PollBarsProps) {
  const t = useText();
  const { number } = useFormat();
  const { total, answers } = result;
  if (total === null) return <p className="soft">{t('poll.few', { floor: result.floor })}</p>;
  const most = Math.max(1, mostOf(body, answers));
  const digits = (value: number) => number(value, Number.isInteger(value) ? 0 : 1);
  const words = (key: string) => (body.kind === 'ranking' ? t('poll.points', { n: digits(figureOf(body, total[key] ?? 0)) }) : t('poll.of', { n: total[key] ?? 0, base: answers }));
  return (
    <ul className={classes('poll-bars', body.kind === 'scale' && 'steps', rowsOf(t, body).length > 6 && 'many')}>
      {orderedRows(rowsOf(t, body), body, total).map((row) => {
        const parts = partsOf(result, row.key);
        const was = before?.total?.[row.key];
        return (
          <li key={row.key}>
            <span className="poll-label"><RowLabel row={row} /></span>
            <span className="poll-bar" aria-hidden>
              {parts.groups.map(({ groupId, n }) => <Segment key={groupId} tone={toneClass(groups.find(({ id }) => id === groupId)?.tone ?? 0)} share={n / most} />)}
              <Segment tone="rest" share={parts.rest / most} />
            </span>
            <span className="poll-figure">{words(row.key)}{was === undefined ? null : <small>{t('poll.was', { n: digits(figureOf(body, was)) })}</small>}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The same figures in rows and columns, by group: for copying and for a screen reader. */
export function PollTable({ body, result, groups }: PollBarsProps) {
  const t = useText();
  const { number } = useFormat();
  const { total, byGroup } = result;
  if (total === null || byGroup.length === 0) return null;
  const figure = (value: number | undefined) => { const shown = figureOf(body, value ?? 0); return number(shown, Number.isInteger(shown) ? 0 : 1); };
  const columns = byGroup.flatMap((cell) => { const group = groups.find(({ id }) => id === cell.groupId); return group === undefined ? [] : [{ group, cell }]; });
  return (
    <table className="poll-table">
      <caption className="sr-only">{t('poll.by-group')}</caption>
      <thead><tr><th scope="col"><span className="sr-only">{t('poll.answer')}</span></th>{columns.map(({ group }) => <th key={group.id} scope="col"><bdi>{group.name}</bdi></th>)}<th scope="col">{t('poll.all')}</th></tr></thead>
      <tbody>
        {orderedRows(rowsOf(t, body), body, total).map((row) => <tr key={row.key}><th scope="row"><RowLabel row={row} /></th>{columns.map(({ group, cell }) => <td key={group.id}>{figure(cell.figures[row.key])}</td>)}<td>{figure(total[row.key])}</td></tr>)}
        <tr className="foot"><th scope="row">{t('poll.answered-row')}</th>{columns.map(({ group, cell }) => <td key={group.id}>{cell.answers}</td>)}<td>{result.answers}</td></tr>
      </tbody>
    </table>
  );
}
