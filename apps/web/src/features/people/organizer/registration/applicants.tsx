import { useState } from 'react';
import { LIMITS, type CoreSlice } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../../i18n/provider.js';
import { useAct } from '../../../../live/use-act.js';
import { Tag } from '../../../../ui/badge.js';
import { Button } from '../../../../ui/button.js';
import { Check } from '../../../../ui/check-list.js';
import { GroupSign } from '../../../../ui/group-sign.js';
import type { GroupView } from '../../../../ui/group.js';
import { EmptyState } from '../../../../ui/notes.js';
import { Job } from '../../../../ui/progress.js';
import { ActNote } from '../../../../ui/staff/act-note.js';
import { groupOf } from '../../../../ui/staff/group-views.js';
import { ReasonDialog } from '../../../../ui/staff/reason-dialog.js';
import { Table, type Column } from '../../../../ui/table.js';
import { useApplicants, type Applicant } from './use-applicants.js';

function useColumns(groups: readonly GroupView[], chosen: ReadonlySet<string>, onChoose: (id: string, isOn: boolean) => void): Column<Applicant>[] {
  const t = useText();
  const { time, date } = useFormat();
  return [
    { key: 'choose', header: <span className="sr-only">{t('arrival.applicant.choose')}</span>, cell: ({ applicantId, name }) => <Check label={<span className="sr-only">{t('arrival.applicant.choose-one', { name })}</span>} checked={chosen.has(applicantId)} onChange={(isOn) => onChoose(applicantId, isOn)} /> },
    { key: 'name', header: t('arrival.column.name'), isRowHeader: true, cell: ({ name }) => <b><bdi>{name}</bdi></b> },
    { key: 'group', header: t('arrival.column.group'), cell: ({ groupId }) => { const group = groupOf(groups, groupId); return group === undefined ? null : <GroupSign group={group} />; } },
    { key: 'organisation', header: t('arrival.column.organisation'), cell: ({ organisation }) => <bdi>{organisation}</bdi> },
    { key: 'language', header: t('arrival.column.language'), cell: ({ language }) => language },
    { key: 'at', header: t('arrival.applicant.at'), cell: ({ appliedAt }) => `${date(appliedAt, 'short')}, ${time(appliedAt)}` },
    { key: 'state', header: t('desk.col.state'), cell: ({ status, reason }) => (status === 'waiting' ? <span className="mute">{t('arrival.applicant.waits')}</span> : <><Tag tone="bad">{t('arrival.applicant.declined')}</Tag> <bdi className="sm soft">{reason}</bdi></>) },
  ];
}

/** Approves or declines by the hundred, one command after another, and says how far it is. */
function useBulk(ids: readonly string[], onDone: () => void) {
  const act = useAct();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const each = async (give: (applicantIds: string[]) => Promise<boolean>): Promise<boolean> => {
    setProgress({ done: 0, total: ids.length });
    let isDone = true;
    for (let from = 0; from < ids.length && isDone; from += LIMITS.seatsPerCommand) {
      isDone = await give(ids.slice(from, from + LIMITS.seatsPerCommand));
      setProgress({ done: Math.min(ids.length, from + LIMITS.seatsPerCommand), total: ids.length });
    }
    setProgress(null);
    onDone();
    return isDone;
  };
  return {
    act, progress,
    approve: () => each((applicantIds) => act.run('applicant.approve', { applicantIds })),
    decline: (reason: string) => each((applicantIds) => act.run('applicant.decline', { applicantIds, reason })),
  };
}

/** Who registered and waits for the organizer's word; several at once. A decline can be taken back by approving. */
export function Applicants({ core, groups, onClose, onChanged }: { core: CoreSlice; groups: readonly GroupView[]; onClose: () => void; onChanged: () => void }) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isDeclining, setDeclining] = useState(false);
  const { applicants, isLost, reload } = useApplicants(core.dialogueId, core.registration?.waiting);
  const waiting = (applicants ?? []).filter(({ status }) => status === 'waiting');
  const ids = (applicants ?? []).map(({ applicantId }) => applicantId).filter((id) => chosen.has(id));
  const waitingIds = waiting.map(({ applicantId }) => applicantId);
  const { act, progress, approve, decline } = useBulk(ids, () => { setChosen(new Set()); reload(); onChanged(); });
  const choose = (id: string, isOn: boolean) => setChosen((now) => { const next = new Set(now); if (isOn) next.add(id); else next.delete(id); return next; });
  const areAll = waitingIds.length > 0 && waitingIds.every((id) => chosen.has(id));
  const columns = useColumns(groups, chosen, choose);
  const empty = <EmptyState title={t('arrival.applicants.empty')}>{t('arrival.applicants.empty-hint')}</EmptyState>;
  return (
    <>
      <div className="head-line">
        <div className="grow"><h1>{t('arrival.applicants', { n: waiting.length })}</h1></div>
        <Button onClick={onClose}>{t('arrival.import.done')}</Button>
        <Button kind="danger" disabled={ids.length === 0} onClick={() => setDeclining(true)}>{t('arrival.applicants.decline')}</Button>
        <Button kind="primary" busy={act.isBusy} disabled={ids.length === 0} onClick={() => { void approve(); }}>{t('arrival.applicants.approve', { n: ids.length })}</Button>
      </div>
      {isLost ? <p className="sm soft" role="status">{t('staff.no-answer')}</p> : null}
      {progress !== null && progress.total > LIMITS.seatsPerCommand ? <Job title={t('arrival.applicants')} done={progress.done} total={progress.total} /> : null}
      <ActNote act={act} />
      {waitingIds.length > 0 ? <Check label={t('arrival.applicants.all', { n: waitingIds.length })} checked={areAll} onChange={(isOn) => setChosen(new Set(isOn ? waitingIds : []))} /> : null}
      {applicants === null ? <p className="mute">{t('ui.loading')}</p> : <Table caption={t('arrival.applicants', { n: waiting.length })} columns={columns} rows={applicants} idOf={({ applicantId }) => applicantId} toneOf={({ applicantId }) => (chosen.has(applicantId) ? 'on' : undefined)} textOf={({ name, organisation }) => `${name} ${organisation}`} empty={empty} />}
      {isDeclining ? <ReasonDialog title={t('arrival.applicants.decline-title', { n: ids.length })} effect={t('arrival.applicants.decline-effect')} label={t('console.question.reason')} confirm={t('arrival.applicants.decline')} kind="danger" act={act} onClose={() => setDeclining(false)} onConfirm={decline} /> : null}
    </>
  );
}
