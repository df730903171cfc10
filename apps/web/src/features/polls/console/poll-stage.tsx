import type { CoreSlice, PanelSlice, PollView } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useCounter, useServerNow } from '../../../live/index.js';
import type { Act } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { GroupFigures } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconChartBar, IconScreenShare } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { RowLabel } from '../../../ui/poll/poll-bars.js';
import { rowsOf } from '../../../ui/poll/poll-rows.js';

function Left({ closesAt }: { closesAt: number }) {
  const t = useText();
  const { clock } = useFormat();
  return <>{t('poll.left', { time: clock(Math.max(0, Math.ceil((closesAt - useServerNow(500)) / 1_000) * 1_000)) })}</>;
}

export interface PollStageProps {
  core: CoreSlice;
  groups: readonly GroupView[];
  poll: PollView;
  act: Act;
  mayClose: boolean;
  /** Puts it on the hall's screens; absent: it is there, or this person may not. */
  onShow: (() => void) | undefined;
  onClose: () => void;
  /** The close is the one thing to do now. */
  isPrimary: boolean;
}

/** A poll that is open: what is asked, who has answered, its close. Never what was answered. */
export function PollStage({ core, groups, poll, act, mayClose, onShow, onClose, isPrimary }: PollStageProps) {
  const t = useText();
  const counted = useCounter(poll.pollId)?.byGroup ?? {};
  const n = sumOf(counted);
  const figures = groups.map((group) => ({ group, value: counted[group.id] ?? 0, base: Math.max(counted[group.id] ?? 0, core.presentByGroup[group.id] ?? 0) }));
  const { body } = poll.setup;
  return (
    <section className="stack-3" aria-label={t('pd.poll')}>
      <p className="row"><Tag tone="live" icon={<IconChartBar />}>{poll.round > 1 ? `${t('pd.open-now')}. ${t('poll.round', { n: poll.round })}` : t('pd.open-now')}</Tag>{poll.closesAt === null ? null : <span className="end timer-words" role="timer"><Left closesAt={poll.closesAt} /></span>}</p>
      <h2><MultilingualText value={poll.setup.question} /></h2>
      {body.kind === 'scale' || body.kind === 'text' ? null : <ul className="poll-offered">{rowsOf(t, body).map((row) => <li key={row.key}><RowLabel row={row} /></li>)}</ul>}
      <p><b>{t('poll.answered', { n, base: Math.max(n, sumOf(core.presentByGroup)) })}</b></p>
      <GroupFigures table figures={figures} />
      <p className="sm mute">{t('pd.hidden-totals')}</p>
      <ActNote act={act} />
      <div className="do">
        {mayClose ? <Button kind={isPrimary ? 'primary' : 'secondary'} kbd="C" busy={act.isBusy} onClick={onClose}>{t(poll.setup.showAtClose ? 'pd.close-show' : 'pd.close')}</Button> : null}
        {onShow === undefined ? null : <Button icon={<IconScreenShare />} onClick={onShow}>{t('console.show-hall')}</Button>}
      </div>
    </section>
  );
}

/** The round before, whose result is on show too. */
export const earlierRound = (slice: PanelSlice | undefined, poll: PollView): PollView | undefined =>
  Object.values(slice?.polls ?? {}).filter((each) => each.series === poll.series && each.round < poll.round && each.result !== null).sort((a, b) => b.round - a.round)[0];
