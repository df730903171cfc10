import { useEffect, useMemo } from 'react';
import type { CoreSlice, PanelHead } from '@tegerek/contracts/wire';
import { timeAccounts } from '@tegerek/rules';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useDirectory, useLive, useLiveSpace, useServerNow, type LiveState } from '../../../live/index.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { EmptyState } from '../../../ui/notes.js';
import { Ring } from '../../../ui/ring.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { PersonName } from '../../../ui/staff/person.js';
import { Table, type Column } from '../../../ui/table.js';

const panelsOf = (state: LiveState) => state.panels;

interface Row { id: string; ms: number }

const rowsOf = (account: Readonly<Record<string, number>>): Row[] => Object.entries(account).map(([id, ms]) => ({ id, ms })).sort((a, b) => b.ms - a.ms || (a.id < b.id ? -1 : 1));

/** Who spoke how long in these panels: by group, region and person, panellists and floor together. */
export function TimeAccountsDialog({ core, panels, groups, title, onClose }: { core: CoreSlice; panels: readonly PanelHead[]; groups: readonly GroupView[]; title: string; onClose: () => void }) {
  const t = useText();
  const { duration, number } = useFormat();
  const space = useLiveSpace();
  const slices = useLive(panelsOf);
  const now = useServerNow(5_000);
  const ids = panels.map((panel) => panel.id).join(',');
  useEffect(() => { for (const id of ids.split(',')) if (id !== '') space.holdPanel(id); }, [space, ids]);
  const facts = panels.map((panel) => ({ turns: slices[panel.id]?.turns ?? [], running: panel.turn, panellists: panel.panellists }));
  const seats = useMemo(() => [...new Set(panels.flatMap((panel) => [...(slices[panel.id]?.turns ?? []).map((turn) => turn.seatId), ...(panel.turn === null ? [] : [panel.turn.seatId])]))], [panels, slices]);
  const people = useDirectory(seats);
  const accounts = timeAccounts(facts, (seatId) => people[seatId]?.region ?? '', now);
  const seatsOf = new Map(panels.flatMap((panel) => (slices[panel.id]?.turns ?? []).map((turn) => [turn.seatId, turn.groupId] as const)));
  const share = (ms: number) => t('console.time.share', { part: accounts.totalMs === 0 ? 0 : Math.round((100 * ms) / accounts.totalMs), total: duration(accounts.totalMs) });
  const columns = (header: string, name: (id: string) => React.ReactNode): Column<Row>[] => [
    { key: 'name', header, isRowHeader: true, cell: ({ id }) => name(id) },
    { key: 'time', header: t('console.time.spoken'), align: 'right', cell: ({ ms }) => duration(ms) },
    { key: 'share', header: t('console.time.of'), align: 'right', cell: ({ ms }) => share(ms) },
  ];
  const group = (id: string) => { const view = groupOf(groups, id); return view === undefined ? t('console.time.no-group') : <GroupSign group={view} />; };
  const tables: [string, Row[], Column<Row>[], ((row: Row) => string) | undefined][] = [
    [t('console.time.by-group'), rowsOf(accounts.byGroup), [...columns(t('console.time.group'), group), { key: 'seats', header: t('console.time.seats'), align: 'right', cell: ({ id }) => number(core.seatsByGroup[id] ?? 0) }], undefined],
    [t('console.time.by-region'), rowsOf(accounts.byRegion), columns(t('console.time.region'), (id) => (id === '' ? t('console.time.no-region') : <bdi>{id}</bdi>)), undefined],
    [t('console.time.by-person'), rowsOf(accounts.bySeat), columns(t('console.time.person'), (id) => <><PersonName seatId={id} /> {group(seatsOf.get(id) ?? panels.find((panel) => panel.turn?.seatId === id)?.turn?.groupId ?? '')}</>), ({ id }) => people[id]?.name ?? ''],
  ];
  return (
    <Dialog isOpen wide onClose={onClose} title={title} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      {accounts.totalMs === 0 ? <EmptyState title={t('console.time.none')}>{t('console.time.none-hint')}</EmptyState> : (
        <>
          <div className="row time-lead">
            <Ring size={112} mode="time" groups={groups.map((each) => ({ ...each, value: accounts.byGroup[each.id] ?? 0, base: 0 }))} lead={t('console.spoken', { n: Math.round(accounts.totalMs / 60_000) })} center={number(Math.round(accounts.totalMs / 60_000))} />
            <p>{t('console.time.lead', { total: duration(accounts.totalMs), panellists: duration(accounts.panellistsMs), floor: duration(accounts.floorMs) })}</p>
          </div>
          {panels.length > 1 ? <PanelTable panels={panels} groups={groups} /> : null}
          {tables.map(([caption, rows, cols, textOf]) => <section key={caption} className="stack-2"><h3>{caption}</h3><Table caption={caption} columns={cols} rows={rows} idOf={(row) => row.id} textOf={textOf} empty={null} /></section>)}
        </>
      )}
    </Dialog>
  );
}

/** Ended turns by panel and group. */
function PanelTable({ panels, groups }: { panels: readonly PanelHead[]; groups: readonly GroupView[] }) {
  const t = useText();
  const { duration } = useFormat();
  const caption = t('console.time.by-panel');
  const columns: Column<PanelHead>[] = [
    { key: 'panel', header: t('console.time.panel'), isRowHeader: true, cell: (panel) => t('console.panel', { n: panel.number }) },
    ...groups.map((group): Column<PanelHead> => ({ key: group.id, header: <GroupSign group={{ ...group, name: group.sign }} />, align: 'right', cell: (panel) => duration(panel.spokenMs[group.id] ?? 0) })),
  ];
  return <section className="stack-2"><h3>{caption}</h3><Table caption={caption} columns={columns} rows={panels} idOf={(panel) => panel.id} empty={null} /></section>;
}
