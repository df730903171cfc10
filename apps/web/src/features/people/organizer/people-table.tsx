import { lazy, Suspense, useCallback, useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Check } from '../../../ui/check-list.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconPlus, IconRefresh, IconUpload } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { usePeoplePage, type ListedPerson } from '../../../ui/staff/people.js';
import type { May } from '../../../ui/staff/use-may.js';
import { Table, type Column } from '../../../ui/table.js';
import { TextField } from '../../../ui/text-field.js';
import { AddPeople } from './add-people.js';
import { Applicants } from './registration/applicants.js';
import { RegistrationDialog } from './registration/registration-dialog.js';
import { ReissueDialog } from './reissue-dialog.js';
import { SeatDialog } from './seat-dialog.js';
import { BadgeSheet, type Badge } from './sheet.js';

/** With the readers of tables and the contracts' own checks: fetched when somebody imports. */
const ImportPeople = lazy(async () => ({ default: (await import('./import/import-people.js')).ImportPeople }));

/** Rows marked for an act on many; null: whoever looks may not act. */
interface Marking { marked: ReadonlyMap<string, ListedPerson>; mark: (person: ListedPerson, isOn: boolean) => void }

function useColumns(groups: readonly GroupView[], marking: Marking | null, onOpen: (person: ListedPerson) => void): Column<ListedPerson>[] {
  const t = useText();
  const choose: Column<ListedPerson>[] = marking === null ? [] : [{
    key: 'choose', header: <span className="sr-only">{t('reissue.choose')}</span>,
    cell: (person) => (person.revoked ? null : <Check label={<span className="sr-only">{t('reissue.choose-one', { n: person.number })}</span>} checked={marking.marked.has(person.seatId)} onChange={(isOn) => marking.mark(person, isOn)} />),
  }];
  return [
    ...choose,
    { key: 'number', header: t('desk.col.number'), cell: (person) => person.number },
    { key: 'name', header: t('desk.col.name'), isRowHeader: true, cell: (person) => (person.name === '' ? <span className="mute">{t('desk.erased')}</span> : <b><bdi>{person.name}</bdi></b>) },
    { key: 'group', header: t('desk.col.group'), cell: (person) => { const group = groupOf(groups, person.groupId); return group === undefined ? <span className="mute">{t('desk.no-group')}</span> : <GroupSign group={group} />; } },
    { key: 'organisation', header: t('desk.col.organisation'), cell: (person) => <bdi>{[person.organisation, person.position].filter(Boolean).join(', ')}</bdi> },
    { key: 'region', header: t('desk.col.region'), cell: (person) => <bdi>{person.region}</bdi> },
    { key: 'roles', header: t('desk.roles'), cell: (person) => person.roles.map((role) => t(`role.${role}`)).join(', ') },
    { key: 'state', header: t('desk.col.state'), cell: (person) => (person.revoked ? <Tag tone="bad">{t('desk.revoked')}</Tag> : person.present ? <Tag tone="ok">{t('console.check-in.here')}</Tag> : <span className="mute state">{t('desk.not-here')}</span>) },
    { key: 'open', header: <span className="sr-only">{t('desk.col.acts')}</span>, align: 'right', cell: (person) => (person.revoked ? null : <Button mini onClick={() => onOpen(person)} aria-label={t('desk.seat.open', { n: person.number })}>{t('desk.change')}</Button>) },
  ];
}

function Pages({ page, count, onPage }: { page: number; count: number; onPage: (page: number) => void }) {
  const t = useText();
  if (count < 2) return null;
  return <div className="row pages"><Button mini disabled={page <= 1} onClick={() => onPage(page - 1)}>{t('desk.page.back')}</Button><span className="sm soft">{t('desk.page.of', { n: page, total: count })}</span><Button mini disabled={page >= count} onClick={() => onPage(page + 1)}>{t('desk.page.on')}</Button></div>;
}

/** The seats of a dialogue: found, added, given a new code, ended. */
export function PeopleTable({ core, groups, may }: { core: CoreSlice; groups: readonly GroupView[]; may: May }) {
  const t = useText();
  const [search, setSearch] = useState('');
  const [number, setNumber] = useState(1);
  const [version, setVersion] = useState(0);
  const [adding, setAdding] = useState<'lines' | 'file' | 'applicants' | 'registration' | 'reissue' | null>(null);
  const [marked, setMarked] = useState<ReadonlyMap<string, ListedPerson>>(new Map());
  const mark = (person: ListedPerson, isOn: boolean) => setMarked((now) => { const next = new Map(now); if (isOn) next.set(person.seatId, person); else next.delete(person.seatId); return next; });
  const [opened, setOpened] = useState<ListedPerson | null>(null);
  const [badges, setBadges] = useState<readonly Badge[]>([]);
  const { page, isLost } = usePeoplePage(core.dialogueId, search.trim(), number, `${version}/${sumOf(core.seatsByGroup)}/${sumOf(core.presentByGroup)}`);
  const columns = useColumns(groups, may('seat.reissue') ? { marked, mark } : null, setOpened);
  const born = useCallback((made: readonly Badge[]) => { setBadges((now) => [...now.filter((badge) => !made.some(({ seatId }) => seatId === badge.seatId)), ...made]); setVersion((n) => n + 1); }, []);
  const total = page?.total ?? 0;
  const empty = <EmptyState title={t(search === '' ? 'desk.people.empty' : 'ui.filter.none')}>{search === '' ? t('desk.people.empty-hint') : null}</EmptyState>;
  const sheet = <BadgeSheet badges={badges} core={core} groups={groups} onDrop={() => setBadges([])} />;
  if (adding === 'file') return <Suspense fallback={<p className="mute" role="status">{t('ui.loading')}</p>}><ImportPeople core={core} groups={groups} sheet={sheet} onClose={() => setAdding(null)} onBorn={born} /></Suspense>;
  const waiting = core.registration?.waiting ?? 0;
  if (adding === 'applicants') return <>{sheet}<Applicants core={core} groups={groups} onClose={() => setAdding(null)} onChanged={() => setVersion((n) => n + 1)} /></>;
  return (
    <>
      <div className="head-line">
        <div className="grow"><p className="over">{t('desk.people.present', { n: sumOf(core.presentByGroup), base: sumOf(core.seatsByGroup) })}</p><h1>{t('desk.people.count', { n: total })}</h1></div>
        {may('registration.set') ? <><Button onClick={() => setAdding('registration')}>{t('arrival.register')}</Button>{core.registration === null ? null : <Button onClick={() => setAdding('applicants')}>{t('arrival.applicants', { n: waiting })}</Button>}</> : null}
        {may('seat.reissue') && total > 0 ? <Button icon={<IconRefresh />} onClick={() => setAdding('reissue')}>{marked.size === 0 ? t('reissue.open') : t('reissue.open-chosen', { n: marked.size })}</Button> : null}
        {may('seat.add') ? <><Button icon={<IconUpload />} onClick={() => setAdding('file')}>{t('arrival.import')}</Button><Button kind={badges.length === 0 ? 'primary' : 'secondary'} icon={<IconPlus />} onClick={() => setAdding('lines')}>{t('desk.add')}</Button></> : null}
      </div>
      {sheet}
      <div>
        <div className="table-tools"><TextField compact type="search" label={t('desk.people.search')} value={search} onChange={(value) => { setSearch(value); setNumber(1); }} />{isLost ? <span className="sm soft" role="status">{t('staff.no-answer')}</span> : null}</div>
        {page === null ? <p className="mute">{t('ui.loading')}</p> : <Table caption={t('desk.people')} columns={columns} rows={page.people} idOf={(person) => person.seatId} toneOf={(person) => (person.revoked ? 'bad' : marked.has(person.seatId) ? 'on' : undefined)} empty={empty} />}
        <Pages page={number} count={Math.ceil(total / (page?.pageSize ?? 50))} onPage={setNumber} />
      </div>
      {adding === 'lines' ? <AddPeople core={core} onClose={() => setAdding(null)} onBorn={born} /> : null}
      {adding === 'reissue' ? <ReissueDialog core={core} groups={groups} chosen={[...marked.values()]} onClose={() => { setAdding(null); setMarked(new Map()); }} onBorn={born} /> : null}
      {adding === 'registration' ? <RegistrationDialog core={core} groups={groups} onClose={() => setAdding(null)} /> : null}
      {opened === null ? null : <SeatDialog core={core} person={opened} may={may} onClose={() => setOpened(null)} onChanged={() => setVersion((n) => n + 1)} onBorn={born} />}
    </>
  );
}
