import { useState, type ReactNode } from 'react';
import { LIMITS, type CoreSlice } from '@tegerek/contracts/wire';
import { useFormat, useI18n, useText } from '../../../../i18n/provider.js';
import { Button } from '../../../../ui/button.js';
import { RefusalNote } from '../../../../ui/field.js';
import { DropZone, FileButton } from '../../../../ui/file-button.js';
import type { GroupView } from '../../../../ui/group.js';
import { IconDownload, IconUpload } from '../../../../ui/icons/index.js';
import { Job } from '../../../../ui/progress.js';
import { Segmented } from '../../../../ui/radio-group.js';
import { saveFile } from '../../../../ui/save-file.js';
import { ActNote } from '../../../../ui/staff/act-note.js';
import { fetchEverybody } from '../../../../ui/staff/people.js';
import { useLeaveWarning } from '../../../../ui/use-leave-warning.js';
import type { Badge } from '../sheet.js';
import { useAdding } from '../use-adding.js';
import { withNumbers, type CheckedRow, type RowState } from './check-rows.js';
import { FileReading } from './file-reading.js';
import { findKnown, knownPeople, personKey } from './match-people.js';
import { writeCsv } from './read-csv.js';
import { RowsTable } from './rows-table.js';
import { useImport, type Import } from './use-import.js';

const ACCEPT = '.csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function ChooseFile({ task, onClose }: { task: Import; onClose: () => void }) {
  const t = useText();
  const { number } = useFormat();
  return (
    <>
      <div className="head-line"><h1 className="grow">{t('arrival.import')}</h1><Button onClick={onClose}>{t('ui.back')}</Button></div>
      <DropZone onFile={(file) => { void task.open(file); }}>
        <p>{t('arrival.import.what')}</p>
        <FileButton kind="primary" icon={<IconUpload />} accept={ACCEPT} busy={task.isReading} onFile={(file) => { void task.open(file); }}>{t('arrival.import.choose')}</FileButton>
        <p className="sm soft">{t('arrival.import.limits', { rows: number(LIMITS.importRows), mb: LIMITS.importBytes / 1_000_000 })}</p>
        {task.fault === null ? null : <RefusalNote>{t(`arrival.file.${task.fault}`, { rows: number(LIMITS.importRows), mb: LIMITS.importBytes / 1_000_000 })}</RefusalNote>}
      </DropZone>
    </>
  );
}


const byState = (rows: readonly CheckedRow[], state: RowState) => rows.filter((row) => row.state === state);

function saveFaulty(task: Import, faulty: readonly CheckedRow[]): void {
  const headings = task.reading.hasHeadings ? [task.file?.rows[0]?.cells ?? []] : [];
  saveFile(writeCsv([...headings, ...faulty.map(({ cells }) => cells)]), `${(task.file?.name ?? 'people').replace(/\.\w+$/u, '')}-errors.csv`);
}

/** `sheet`: the badges made so far; they grow while rows are written, so they stand below what is under way and its stop. */
export interface ImportPeopleProps { core: CoreSlice; groups: readonly GroupView[]; sheet: ReactNode; onClose: () => void; onBorn: (badges: readonly Badge[]) => void }

/** People from a file: chosen, read, looked at, put right; written only after the person's word, and safe to repeat. */
export function ImportPeople({ core, groups, sheet, onClose, onBorn }: ImportPeopleProps) {
  const t = useText();
  const { number } = useFormat();
  const { locale } = useI18n();
  const task = useImport(core, core.setup?.languages[0] ?? locale);
  const { act, progress, add, stop, isStopping } = useAdding(onBorn);
  const [tab, setTab] = useState<RowState | null>(null);
  const [isUnanswered, setUnanswered] = useState(false);
  useLeaveWarning(progress !== null);
  if (task.file === null) return <>{sheet}<ChooseFile task={task} onClose={onClose} /></>;
  const [faulty, ready, there] = (['faulty', 'ready', 'there'] as const).map((state) => byState(task.rows, state)) as [CheckedRow[], CheckedRow[], CheckedRow[]];
  const shown = tab ?? (faulty.length > 0 ? 'faulty' : ready.length > 0 ? 'ready' : 'there');
  const write = async () => {
    setUnanswered(false);
    try {
      // who came meanwhile keeps their numbers, and nobody is added a second time
      const known = knownPeople(await fetchEverybody(core.dialogueId));
      const missing = ready.filter(({ draft }) => findKnown(draft, personKey(draft), known) === undefined);
      await add(withNumbers(missing, known).map(({ draft, number: seatNumber }) => ({ ...draft, number: seatNumber })));
    } catch {
      setUnanswered(true);
    }
    await task.reload();
    setTab(null);
  };
  return (
    <>
      <div className="head-line">
        <div className="grow"><p className="over"><bdi>{task.file.name}</bdi>{task.file.kind === 'xlsx' ? ` · ${task.file.sheet}` : ''}</p><h1>{t('arrival.import.rows', { n: number(task.rows.length), ready: number(ready.length), faulty: number(faulty.length) })}</h1></div>
        <Button onClick={onClose} disabled={progress !== null}>{t(ready.length === 0 ? 'arrival.import.done' : 'ui.cancel')}</Button>
        {faulty.length > 0 ? <Button icon={<IconDownload />} onClick={() => saveFaulty(task, faulty)}>{t('arrival.import.save-faulty', { n: faulty.length })}</Button> : null}
        {ready.length > 0 ? <Button kind="primary" busy={progress !== null} disabled={task.known === null} onClick={() => { void write(); }}>{t('desk.add.confirm', { n: ready.length })}</Button> : null}
      </div>
      {task.isLost || isUnanswered ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
      {progress === null ? null : <Job title={t('desk.add.making')} done={progress.done} total={progress.total} action={<Button busy={isStopping} onClick={stop}>{t('arrival.import.stop')}</Button>} />}
      <ActNote act={act} />
      {sheet}
      <FileReading file={task.file} reading={task.reading} setReading={task.setReading} reread={task.reread} />
      <div className="import-tabs">
        <Segmented label={t('arrival.import.which')} value={shown} onChange={setTab} options={[['faulty', faulty], ['ready', ready], ['there', there]].map(([state, rows]) => ({ value: state as RowState, label: t(`arrival.state.${state as RowState}`, { n: number(rows?.length ?? 0) }) }))} />
        <span className="sm soft">{t(`arrival.hint.${shown}`)}</span>
      </div>
      <RowsTable rows={{ faulty, ready, there }[shown]} state={shown} groups={groups} kinds={task.reading.columns} correct={task} />
    </>
  );
}
