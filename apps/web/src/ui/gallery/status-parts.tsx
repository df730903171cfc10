import { useFormat, useText } from '../../i18n/provider.js';
import { MultilingualText, Rich } from '../../i18n/rich.js';
import { GradeMark, Tag } from '../badge.js';
import { Button } from '../button.js';
import { Diff } from '../diff.js';
import { RefusalNote } from '../field.js';
import { GroupSign } from '../group-sign.js';
import { IconCircleCheck, IconLock } from '../icons/index.js';
import { NetworkLine } from '../network-line.js';
import { EmptyState, Note, Toast } from '../notes.js';
import { PhaseBar, PhaseList } from '../phases.js';
import { Job } from '../progress.js';
import { SendState } from '../send-state.js';
import { SupportButton } from '../support-button.js';
import { Table, Toolbar } from '../table.js';
import { Timer } from '../timer.js';
import { useDemo, useGroups } from './demo.js';
import { Part } from './form-parts.js';

const LOST = Date.now() - 12_000;
const NOON = Date.UTC(2026, 3, 24, 8, 33);

function Questions() {
  const d = useDemo();
  const [group] = useGroups();
  return (
    <ul>
      {[false, true].map((isOn) => (
        <li key={String(isOn)} className="q"><p className="q-text">{d('question')}</p><p className="q-meta">{group === undefined ? null : <GroupSign group={group} />}<bdi>Рустам Юлдашев</bdi></p><SupportButton count={isOn ? 31 : 22} isOn={isOn} onToggle={() => undefined} label={d('question')} /></li>
      ))}
    </ul>
  );
}

export function StatusParts() {
  const d = useDemo();
  const t = useText();
  const format = useFormat();
  const people = Array.from({ length: 40 }, (_, n) => ({ id: String(n), name: `${d('short')} ${n + 1}`, seat: 100 + n }));
  return (
    <main className="kit">
      <Part name="PhaseBar, PhaseList"><div className="cols"><PhaseBar phase="formulation" /><PhaseBar phase="closed" /><PhaseList phase="decision" beganAt={{ open: NOON - 3_600_000, discussion: NOON - 3_400_000, formulation: NOON - 600_000 }} /></div></Part>
      <Part name="GradeMark, Tag"><div className="flow"><GradeMark grade="consensus" /><GradeMark grade="broad-agreement" /><GradeMark grade="majority" /><GradeMark grade="not-adopted" /><GradeMark grade="undecided" /><Tag tone="live" icon={<IconLock />}>{d('voted')}</Tag><Tag tone="ok" icon={<IconCircleCheck />}>{t('ui.send.accepted')}</Tag></div></Part>
      <Part name="SendState, NetworkLine"><div className="stack-3"><div className="flow"><SendState state="saved" /><SendState state="sending" /><SendState state="accepted" /><SendState state="refused" /><SendState state="not-counted" /></div><NetworkLine lostAt={LOST} /></div></Part>
      <Part name="Timer, Job"><div className="cols"><Timer turn={{ startedAt: NOON, limitMs: 240_000, pausedAt: NOON + 80_000, pausedMs: 0 }} offsetMs={0} bar /><Timer turn={{ startedAt: NOON, limitMs: 240_000, pausedAt: NOON + 212_000, pausedMs: 0 }} offsetMs={0} bar /><Timer turn={{ startedAt: NOON, limitMs: 240_000, pausedAt: NOON + 252_000, pausedMs: 0 }} offsetMs={0} bar /><Job title="PDF, DOCX, HTML" done={14} total={22} action={<Button kind="quiet">{t('ui.cancel')}</Button>} /></div></Part>
      <Part name="Question"><Questions /></Part>
      <Part name="EmptyState, Note, Toast, RefusalNote"><div className="cols"><EmptyState title={d('short')} action={<Button>{d('vote')}</Button>}>{d('rule')}</EmptyState><div className="stack-3"><Note>{d('rule')}</Note><Note kind="info">{d('rule')}</Note><RefusalNote>{d('codeRefusal')}</RefusalNote><Toast action={<Button>{t('ui.cancel')}</Button>}>{t('ui.send.refused')}</Toast></div></div></Part>
      <Part name="Diff, MultilingualText, formats">
        <div className="stack-2">
          <Diff ops={[{ kind: 'removed', text: 'Рассмотреть возможность открытия' }, { kind: 'same', text: ' ' }, { kind: 'added', text: 'Открыть до 1 июля 2027 года не менее чем в 40' }, { kind: 'same', text: ' айыл аймаках ' }, { kind: 'added', text: 'пункты' }, { kind: 'same', text: ' помощи гражданам.' }]} lang="ru" />
          <p><MultilingualText value={{ ky: 'Бир гана кыргызча текст' }} /></p>
          <p><Rich id="ui.ring.time" args={{ name: 'Чолпон Исаева', time: format.duration(400_000) }} /> · {format.date(NOON, 'long')} · {format.date(NOON, 'weekday')} · {format.date(NOON, 'short')} · {format.time(NOON)} · {format.number(12345.5, 1)} · {format.list(['A', 'B', 'C'])} · {[1, 2, 5, 21].map((n) => t('ui.table.rows', { n })).join(', ')}</p>
        </div>
      </Part>
      <Part name="Table, Toolbar">
        <Toolbar label={d('short')}><Button>{d('vote')}</Button><Button mini>{d('send')}</Button></Toolbar>
        <Table caption={d('short')} rows={people} idOf={(row) => row.id} textOf={(row) => row.name} toneOf={(row) => (row.id === '1' ? 'bad' : undefined)} empty={null} columns={[{ key: 'seat', header: '№', cell: (row) => row.seat, align: 'right' }, { key: 'name', header: d('code'), cell: (row) => row.name, isRowHeader: true }]} />
      </Part>
    </main>
  );
}
