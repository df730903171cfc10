import { useState } from 'react';
import type { CoreSlice, PanelSlice, VoteHead } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useServerNow } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import { GroupFigures } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconLock } from '../../../ui/icons/index.js';
import { ProgressBar } from '../../../ui/progress.js';
import { Ring } from '../../../ui/ring.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { neededOf, sumOf, turnoutRing } from '../../../ui/staff/outcome-words.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import { RuleList } from '../../../ui/staff/rule-list.js';
import { isDecisionRule } from '../../../ui/staff/rule-words.js';
import { useTurnout } from '../../../ui/staff/use-turnout.js';
import { AgendaStage } from './agenda-stage.js';
import { PaperDesk } from './paper-desk.js';
import { VoteHeading } from './vote-heading.js';

export type VoteAct = 'close' | 'void' | null;

const CENTRE = 208;

/** Turnout by group with its quorum; never the votes. */
function Turnout({ vote, groups }: { vote: VoteHead; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const cast = useTurnout(vote);
  const [n, base] = [sumOf(cast), sumOf(vote.electorateByGroup)];
  const rule = isDecisionRule(vote.rule) ? vote.rule : null;
  const figures = turnoutRing(vote, cast, groups).map((group) => {
    const quorum = rule?.requiredGroups.includes(group.id) === true ? rule.quorum.perGroup : null;
    const need = quorum === null ? 0 : neededOf(quorum, group.base);
    const note = quorum === null ? undefined : group.value >= need ? <span className="hold">{t('outcome.quorum.has', { need })}</span> : <span className="soft">{t('outcome.quorum.lacks', { left: need - group.value, need })}</span>;
    return { group: { id: group.id, name: group.name, sign: group.sign, tone: group.tone }, value: group.value, base: group.base, ...(note === undefined ? {} : { note }) };
  });
  const lead = t(vote.purpose !== 'ranking' ? 'outcome.voted' : 'outcome.ranked', { n, base });
  return (
    <section className="row turnout">
      <Ring size={CENTRE} groups={turnoutRing(vote, cast, groups)} lead={lead} center={number(n)} under={t('ui.figure.of', { base })} />
      <div className="grow stack-2"><p className="soft">{lead}</p><GroupFigures table figures={figures} /><p className="sm mute">{t('outcome.hidden-totals')}</p></div>
    </section>
  );
}

const GRACE_MS = 10_000;

/** The last seconds in which ballots still count. */
function Closing({ closesAt }: { closesAt: number }) {
  const t = useText();
  const left = Math.max(0, closesAt - useServerNow(250));
  return (
    <div className="closing" role="status">
      <p className="row"><b>{t('console.vote.closing')}</b><span className="timer end" aria-hidden>{Math.ceil(left / 1_000)}</span></p>
      <ProgressBar part={1 - left / GRACE_MS} />
      <p className="sm soft">{t('console.vote.closing-note')}</p>
    </div>
  );
}

function VoidDialog({ vote, onClose }: { vote: VoteHead; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  return (
    <ReasonDialog
      title={t('console.vote.void-title', { number: vote.number })} effect={t('console.vote.void-effect')} label={t('console.vote.void-reason')} confirm={t('console.vote.void')} kind="danger"
      act={act} onClose={onClose} onConfirm={(reason) => act.run('vote.void', { voteId: vote.voteId, reason })}
    />
  );
}

function CloseDialog({ vote, onClose }: { vote: VoteHead; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const n = sumOf(useTurnout(vote));
  const base = sumOf(vote.electorateByGroup);
  return (
    <ConfirmDialog
      isOpen onClose={onClose} title={t(vote.purpose === 'amendment' ? 'amend.close-title' : vote.purpose !== 'ranking' ? 'console.vote.close-title' : 'console.ranking.close-title', { number: vote.number })} confirm={t('console.vote.close')} busy={act.isBusy}
      effect={<div className="stack-2"><p>{t('console.vote.close-effect', { n, base, left: base - n, seconds: GRACE_MS / 1_000 })}</p><ActNote act={act} /></div>}
      onConfirm={() => { void act.run('vote.close', { voteId: vote.voteId }).then((done) => { if (done) onClose(); }); }}
    />
  );
}

export interface VoteStageProps { vote: VoteHead; core: CoreSlice; slice: PanelSlice | undefined; groups: readonly GroupView[]; mayClose: boolean; mayPaper: boolean; open: VoteAct; setOpen: (act: VoteAct) => void }

/** A decision or a ranking that is open: what is decided, turnout, the frozen rule, the close. */
export function VoteStage({ vote, core, slice, groups, mayClose, mayPaper, open, setOpen }: VoteStageProps) {
  const t = useText();
  const { time } = useFormat();
  const [isRuleShown, setRuleShown] = useState(true);
  const isDecision = vote.purpose !== 'ranking';
  const { version } = vote;
  return (
    <>
      <section className="stack-2">
        <p className="row"><Tag tone="live" icon={<IconLock />}>{t(vote.purpose === 'amendment' ? 'amend.opened' : isDecision ? 'console.vote.opened' : 'console.ranking.opened', { time: time(vote.openedAt) })}</Tag><span className="end sm soft">{version === null || vote.agendaId !== null ? null : t('console.vote.version', { number: vote.number, version: version.number })}</span></p>
        {vote.agendaId !== null ? <AgendaStage core={core} slice={slice} agendaId={vote.agendaId} mayPull={mayClose && vote.state === 'open'} /> : vote.amendment !== null ? <><h2>{t('amend.vote', { number: vote.number })}</h2><AmendmentChange vote={vote} /></> : version === null ? <h2>{t(vote.panelId === null ? 'console.ranking.whole' : 'console.ranking.of-panel')}</h2> : <VoteHeading vote={vote} isWhole />}
      </section>
      <Turnout vote={vote} groups={groups} />
      {vote.state === 'closing' && vote.closesAt !== null ? <Closing closesAt={vote.closesAt} /> : null}
      <details className="rule" open={isRuleShown} onToggle={(event) => setRuleShown(event.currentTarget.open)}>
        <summary><b>{t('console.vote.frozen')}</b></summary>
        {isDecisionRule(vote.rule) ? <RuleList rule={vote.rule} groups={groups} only={['quorum', 'consensus', 'broad-agreement', 'majority', 'tie']} electorate={t(`rule.voters.${vote.electorate}`, { n: sumOf(vote.electorateByGroup) })} /> : <p className="soft">{t('rule.ranking')}{vote.rule.top === null ? '' : `; ${t('rule.ranking.top', { top: vote.rule.top })}`}{vote.rule.shortlist === null ? '' : `. ${t('votes.shortlist.of', { n: vote.rule.shortlist })}`}</p>}
      </details>
      {isDecision && mayPaper && vote.state === 'open' ? <PaperDesk vote={vote} slice={slice} groups={groups} /> : null}
      {mayClose && vote.state === 'open' ? (
        <div className="do">
          <Button kind="primary" icon={<IconLock />} kbd="C" onClick={() => setOpen('close')}>{t('console.vote.close')}</Button>
          <Button kind="quiet" onClick={() => setOpen('void')}>{t('console.vote.void')}</Button>
        </div>
      ) : null}
      {open === 'close' && vote.state === 'open' ? <CloseDialog vote={vote} onClose={() => setOpen(null)} /> : null}
      {open === 'void' && vote.state === 'open' ? <VoidDialog vote={vote} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
