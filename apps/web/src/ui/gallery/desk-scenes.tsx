import { useFormat } from '../../i18n/provider.js';
import { GradeMark } from '../badge.js';
import { OrganizerFrame } from '../layouts/organizer-frame.js';
import { PublicFrame } from '../layouts/public-frame.js';
import { PhaseBar } from '../phases.js';
import { Ring } from '../ring.js';
import { Table } from '../table.js';
import { useDemo, useRing } from './demo.js';

const SECTIONS = ['День', 'Подготовка', 'Люди', 'Правила', 'Резолюция'].map((label, index) => ({ id: String(index), label, href: '#' }));
const DAY = Date.UTC(2026, 3, 24, 8, 33);

export function OrganizerScene() {
  const d = useDemo();
  const { date } = useFormat();
  const rows = [1, 2, 3].map((n) => ({ id: String(n) }));
  return (
    <OrganizerFrame sections={SECTIONS} current="0" about={<>{d('dialogue')} · {date(DAY, 'short')}</>}>
      <div className="head-line"><div className="grow"><p className="over">{date(DAY, 'weekday')}</p><h1>{d('panel')}</h1></div></div>
      <Table caption={d('short')} rows={rows} idOf={(row) => row.id} empty={null} columns={[{ key: 'n', header: '№', cell: (row) => row.id }, { key: 't', header: d('short'), cell: () => d('panel'), isRowHeader: true }, { key: 'p', header: d('order'), cell: () => <PhaseBar phase="decision" /> }]} />
    </OrganizerFrame>
  );
}

export function PublicScene() {
  const d = useDemo();
  const ring = useRing();
  return (
    <PublicFrame sections={SECTIONS} current="1" margin={<section><h2>{d('order')}</h2><p>{d('rule')}</p></section>}>
      <p className="over">{d('place')}</p><h1>{d('panel')}</h1>
      <ol className="items"><li className="row"><div className="grow stack-2"><h2>{d('proposal')}</h2><GradeMark grade="majority" /><p className="soft">{d('rule')}</p></div><Ring size={112} mode="vote" lead={d('voted')} center="40" groups={ring([{ value: 13, base: 16, abstain: 1, no: 2, holds: true }, { value: 20, base: 21, no: 1, holds: true }, { value: 7, base: 15, abstain: 3, no: 5, holds: false }])} /></li></ol>
      <div className="doc"><h2>{d('short')}</h2><p>{d('proposal')} {d('rule')}</p></div>
    </PublicFrame>
  );
}
