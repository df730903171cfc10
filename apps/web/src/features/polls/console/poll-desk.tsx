import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelSlice, PollView } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useText } from '../../../i18n/provider.js';
import { newId } from '../../../live/index.js';
import { useAct, type Act } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/dialog.js';
import type { GroupView } from '../../../ui/group.js';
import { IconEye, IconEyeOff, IconPencil, IconPlayerPlay, IconPlus, IconRefresh, IconScreenShare, IconTrash } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { PollOutcome } from '../../../ui/poll/poll-outcome.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import type { May } from '../../../ui/staff/use-may.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { AnswersDialog, TextsDialog } from './poll-closed.js';
import { PollDialog } from './poll-dialog.js';
import { earlierRound, PollStage } from './poll-stage.js';

/** In em of the console's text. */
const CLOUD = { width: 40, height: 14, least: 0.9, most: 2.6 };

type Asked = { kind: 'new' } | { kind: 'edit' | 'delete' | 'texts' | 'answers'; pollId: string } | null;

export interface PollDeskProps { core: CoreSlice; panel: PanelHead; slice: PanelSlice | undefined; groups: readonly GroupView[]; show: Show; may: May; onBack: () => void }

interface CardProps extends PollDeskProps { poll: PollView; act: Act; ask: (asked: Asked) => void }

/** `isNext`: the one that would be opened first; only it has the screen's strong button. */
function Drafted({ poll, may, panel, act, ask, isNext }: CardProps & { isNext: boolean }) {
  const t = useText();
  const { duration } = useFormat();
  return (
    <li className="poll-row">
      <div className="stack-2">
        <p className="sm soft">{t(`pd.kind.${poll.setup.body.kind}`)}{poll.setup.durationMs === null ? null : `, ${t('pd.after', { time: duration(poll.setup.durationMs) }).toLowerCase()}`}</p>
        <h3><MultilingualText value={poll.setup.question} /></h3>
      </div>
      <div className="row">
        {may('poll.open') ? <Button kind={isNext && panel.poll === null ? 'primary' : 'secondary'} icon={<IconPlayerPlay />} disabled={panel.poll !== null} onClick={() => { void act.run('poll.open', { pollId: poll.pollId }); }}>{t('pd.open')}</Button> : null}
        <Button kind="quiet" icon={<IconPencil />} aria-label={t('pd.edit')} title={t('pd.edit')} onClick={() => ask({ kind: 'edit', pollId: poll.pollId })} />
        <Button kind="quiet" icon={<IconTrash />} aria-label={t('pd.delete')} title={t('pd.delete')} onClick={() => ask({ kind: 'delete', pollId: poll.pollId })} />
      </div>
    </li>
  );
}

function ClosedActs({ poll, panel, may, act, ask, show }: CardProps) {
  const t = useText();
  const { pollId, panelId, result } = poll;
  const isShown = result !== null;
  return (
    <div className="row wrap">
      {may('poll.show') ? <Button kind={isShown ? 'secondary' : 'primary'} icon={isShown ? <IconEyeOff /> : <IconEye />} onClick={() => { void act.run('poll.show', { pollId, shown: !isShown }); }}>{t(isShown ? 'pd.hide' : 'pd.show')}</Button> : null}
      {isShown && may('screen.show') ? <Button icon={<IconScreenShare />} onClick={() => show.show({ kind: 'poll', panelId, pollId })}>{t('console.show-hall')}</Button> : null}
      {may('poll.repeat') ? <Button icon={<IconRefresh />} disabled={panel.poll !== null} onClick={() => { void act.run('poll.repeat', { pollId, newPollId: newId() }); }}>{t('pd.repeat')}</Button> : null}
      {poll.setup.body.kind === 'text' && may('poll.hide-text') ? <Button onClick={() => ask({ kind: 'texts', pollId })}>{t('pd.texts')}</Button> : null}
      {poll.setup.named && isShown ? <Button onClick={() => ask({ kind: 'answers', pollId })}>{t('pd.answers')}</Button> : null}
    </div>
  );
}

function Closed(props: CardProps) {
  const { poll, slice, groups } = props;
  const t = useText();
  const { time } = useFormat();
  return (
    <li className="poll-row closed">
      <div className="stack-2">
        <p className="sm soft">{t(`pd.kind.${poll.setup.body.kind}`)}{poll.round > 1 ? `. ${t('poll.round', { n: poll.round })}` : null}{poll.closedAt === null ? null : `. ${t('pd.closed-at', { time: time(poll.closedAt), n: sumOf(poll.answeredByGroup ?? {}) })}`}</p>
        <h3><MultilingualText value={poll.setup.question} /></h3>
        {poll.result === null ? <p><Tag icon={<IconEyeOff />}>{t('pd.kept-hidden')}</Tag></p> : <PollOutcome table="shown" setup={poll.setup} result={poll.result} groups={groups} before={earlierRound(slice, poll)?.result} box={CLOUD} />}
      </div>
      <ClosedActs {...props} />
    </li>
  );
}

function Dialogs({ core, panel, slice, asked, ask }: Pick<PollDeskProps, 'core' | 'panel' | 'slice'> & { asked: Asked; ask: (asked: Asked) => void }) {
  const t = useText();
  const act = useAct();
  const close = () => { act.clear(); ask(null); };
  if (asked === null) return null;
  if (asked.kind === 'new') return <PollDialog core={core} panelId={panel.id} poll={null} onClose={close} />;
  const poll = slice?.polls[asked.pollId];
  if (poll === undefined) return null;
  switch (asked.kind) {
    case 'edit': return <PollDialog core={core} panelId={panel.id} poll={poll} onClose={close} />;
    case 'texts': return <TextsDialog space={core.dialogueId} poll={poll} onClose={close} />;
    case 'answers': return <AnswersDialog space={core.dialogueId} poll={poll} onClose={close} />;
    case 'delete': return <ConfirmDialog isOpen onClose={close} kind="danger" busy={act.isBusy} title={t('pd.delete.title')} confirm={t('pd.delete')} effect={<div className="stack-2"><p><MultilingualText value={poll.setup.question} /></p><ActNote act={act} /></div>} onConfirm={() => { void act.run('poll.delete', { pollId: poll.pollId }).then((done) => { if (done) close(); }); }} />;
  }
}

/** All polls of a panel: drafts to open in one tap, the one that is open, what was closed. */
export function PollDesk(props: PollDeskProps) {
  const { core, panel, slice, groups, show, may, onBack } = props;
  const t = useText();
  const act = useAct();
  const [asked, ask] = useState<Asked>(null);
  const polls = Object.values(slice?.polls ?? {});
  const open = polls.find(({ state }) => state === 'open');
  const drafts = polls.filter(({ state }) => state === 'draft').sort((a, b) => a.seq - b.seq);
  const closed = polls.filter(({ state }) => state === 'closed').sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0));
  const mayDraft = may('poll.draft');
  const isOnScreen = show.shown?.kind === 'poll' && show.shown.pollId === open?.pollId;
  const card = { ...props, act, ask };
  return (
    <section className="stack-4 poll-desk">
      <div className="row"><h2 className="grow">{t('pd.title')}</h2>{mayDraft ? <Button icon={<IconPlus />} onClick={() => ask({ kind: 'new' })}>{t('pd.new')}</Button> : null}<Button kind="quiet" kbd="Esc" onClick={onBack}>{t('pd.back')}</Button></div>
      <ActNote act={act} />
      {polls.length === 0 ? <EmptyState title={t('pd.none')}>{t('pd.none.do')}</EmptyState> : null}
      {open === undefined ? null : <PollStage core={core} groups={groups} poll={open} act={act} mayClose={may('poll.close')} isPrimary onShow={isOnScreen || !may('screen.show') ? undefined : () => show.show({ kind: 'poll', panelId: panel.id, pollId: open.pollId })} onClose={() => { void act.run('poll.close', { pollId: open.pollId }); }} />}
      {drafts.length === 0 ? null : <div><h3 className="label">{t('pd.drafts')}</h3><ul className="poll-rows">{drafts.map((poll, i) => <Drafted key={poll.pollId} {...card} poll={poll} isNext={i === 0} />)}</ul></div>}
      {closed.length === 0 ? null : <div><h3 className="label">{t('pd.closed')}</h3><ul className="poll-rows">{closed.map((poll) => <Closed key={poll.pollId} {...card} poll={poll} />)}</ul></div>}
      <Dialogs core={core} panel={panel} slice={slice} asked={asked} ask={ask} />
    </section>
  );
}
