import { useMemo, useState } from 'react';
import { LIMITS, type AmendmentView, type CoreSlice, type LineUpOutcome, type PanelHead, type PanelSlice, type ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { Tag, type TagTone } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import type { GroupView } from '../../../ui/group.js';
import { IconArrowDown, IconArrowUp } from '../../../ui/icons/index.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { ProposalName } from '../../../ui/staff/proposal-name.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import { TextArea } from '../../../ui/text-field.js';
import { amendmentNumbers, moved, nextInLine, usualOrder } from './line-up.js';
import { OpenAmendmentDialog } from './open-dialogs.js';

export interface AmendmentDeskProps {
  core: CoreSlice;
  panel: PanelHead;
  slice: PanelSlice;
  groups: readonly GroupView[];
  proposal: ProposalView;
  heading: string;
  mayLineUp: boolean;
  mayOpen: boolean;
}

/** Amendments to one proposal that the room decides: the order is stated first, then one after another is opened. No open or settled ones: nothing. */
export function AmendmentDesk(props: AmendmentDeskProps) {
  const { panel, slice, proposal, heading, mayLineUp } = props;
  const t = useText();
  const all = Object.values(slice.amendments).filter((each) => each.proposalId === proposal.proposalId);
  const open = all.filter(({ status }) => status === 'open');
  const lineUp = slice.lineUps[proposal.proposalId];
  if (open.length === 0 && lineUp === undefined) return null;
  const numbers = amendmentNumbers(all, `${panel.number}.${proposal.number}`);
  return (
    <section className="box-q stack-3" aria-label={t('amend.desk')}>
      <h2>{t('amend.desk')}</h2>
      <p><b>{panel.number}.{proposal.number}</b> <ProposalName proposal={proposal} heading={heading} /></p>
      {lineUp === undefined ? <p className="soft">{t('amend.desk.hint')}</p> : <Stated {...props} all={all} />}
      {mayLineUp && open.length > 0 ? <Ordering key={open.map(({ amendmentId }) => amendmentId).join()} proposal={proposal} open={open} numbers={numbers} isStated={lineUp !== undefined} /> : null}
    </section>
  );
}

const TONES: Record<LineUpOutcome, TagTone> = { waiting: 'plain', out: 'plain', voting: 'live', adopted: 'ok', rejected: 'bad', fell: 'plain' };

/** The stated order with what came of each, and the next one to open. */
function Stated({ core, slice, groups, proposal, mayOpen, all }: AmendmentDeskProps & { all: readonly AmendmentView[] }) {
  const t = useText();
  const drop = useAct();
  const [asking, setAsking] = useState<'open' | 'drop' | null>(null);
  const close = () => setAsking(null);
  const lineUp = slice.lineUps[proposal.proposalId];
  const next = nextInLine(lineUp, slice.amendments);
  const amendment = all.find(({ amendmentId }) => amendmentId === next?.amendmentId);
  if (lineUp === undefined) return null;
  return (
    <>
      <p className="soft">{lineUp.order === 'set' ? t('amend.lined.set', { reason: lineUp.reason }) : t('amend.lined.departure')}</p>
      <ol className="room-list">
        {lineUp.items.map(({ amendmentId, number, field, outcome, to }) => {
          const words = outcome === 'fell' ? t('amend.fell', { number: lineUp.items.find((each) => each.amendmentId === to)?.number ?? '' }) : t(`amend.${outcome}`);
          return <li key={amendmentId}><b>{number}</b><span>{t(`amend.field.${field}`)}</span><Tag tone={TONES[outcome]}>{words}</Tag></li>;
        })}
      </ol>
      {mayOpen && next !== undefined && amendment !== undefined ? <div className="do"><Button kind="primary" onClick={() => setAsking('open')}>{t('amend.next', { number: next.number })}</Button><Button kind="quiet" onClick={() => setAsking('drop')}>{t('amend.drop', { number: next.number })}</Button></div> : null}
      {asking === 'open' && next !== undefined && amendment !== undefined ? <OpenAmendmentDialog core={core} groups={groups} proposal={proposal} amendment={amendment} number={next.number} onClose={close} /> : null}
      {asking === 'drop' && next !== undefined ? <ReasonDialog title={t('amend.drop-title', { number: next.number })} effect={t('amend.drop-effect')} label={t('console.question.reason')} confirm={t('amend.drop', { number: next.number })} act={drop} onClose={close} onConfirm={(reason) => drop.run('amendment.decline', { amendmentId: next.amendmentId, reason })} /> : null}
    </>
  );
}

interface OrderingProps { proposal: ProposalView; open: readonly AmendmentView[]; numbers: ReadonlyMap<string, string>; isStated: boolean }

/** Open ones in the order that will be stated; another one than the usual needs its reason. */
function Ordering({ proposal, open, numbers, isStated }: OrderingProps) {
  const t = useText();
  const act = useAct();
  const usual = useMemo(() => usualOrder(open, proposal.fields).map(({ amendmentId }) => amendmentId), [open, proposal.fields]);
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const [reason, setReason] = useState('');
  const ids = own ?? usual;
  const isSet = ids.some((id, i) => id !== usual[i]);
  const state = () => { void act.run('amendment.line-up', { proposalId: proposal.proposalId, amendmentIds: [...ids], reason: isSet ? reason.trim() : '' }); };
  const list = (
    <div className="stack-3">
      <ol className="evidence">
        {ids.map((id, i) => {
          const amendment = open.find(({ amendmentId }) => amendmentId === id);
          const number = numbers.get(id) ?? '';
          return amendment === undefined ? null : (
            <li key={id} className="stack-1">
              <p className="row"><b>{number}</b><span className="end row"><Button mini kind="quiet" icon={<IconArrowUp />} aria-label={t('amend.up', { number })} disabled={i === 0} onClick={() => setOwn(moved(ids, id, -1))} /><Button mini kind="quiet" icon={<IconArrowDown />} aria-label={t('amend.down', { number })} disabled={i === ids.length - 1} onClick={() => setOwn(moved(ids, id, 1))} /></span></p>
              <AmendmentChange vote={{ amendment: { amendmentId: id, field: amendment.field, before: proposal.fields[amendment.field] ?? '', rev: proposal.rev }, version: { versionId: '', proposalId: proposal.proposalId, number: proposal.versions + 1, language: proposal.language, hash: '', fields: { ...proposal.fields, [amendment.field]: amendment.text } } }} />
              {amendment.reason === '' ? null : <p className="sm"><bdi>{amendment.reason}</bdi></p>}
            </li>
          );
        })}
      </ol>
      {isSet ? <TextArea label={t('amend.reason')} hint={t('amend.reason.hint')} rows={2} limit={LIMITS.reason} value={reason} onChange={setReason} refusal={fieldRefusal(t, act.refusal, 'reason')} /> : null}
      <div><Button kind={isStated ? 'secondary' : 'primary'} busy={act.isBusy} onClick={state}>{t(isStated ? 'amend.line-up.again' : 'amend.line-up')}</Button></div>
      <ActNote act={act} />
    </div>
  );
  return isStated ? <details><summary>{t('amend.line-up.again')}</summary>{list}</details> : list;
}
