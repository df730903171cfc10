import type { PanelHead, TurnView } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useServerOffset } from '../../../live/index.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconArrowRight, IconMicrophone, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { PersonAbout, PersonName, usePersonName } from '../../../ui/staff/person.js';
import { SelectField } from '../../../ui/select-field.js';
import { Timer } from '../../../ui/timer.js';
import { LIMITS_MS, type Floor } from './use-floor.js';

function Speaking({ turn, groups }: { turn: TurnView; groups: readonly GroupView[] }) {
  const t = useText();
  const { clock } = useFormat();
  const offsetMs = useServerOffset();
  const group = groupOf(groups, turn.groupId);
  return (
    <div className="live-grid">
      <div className="grow">
        <Tag tone="live" icon={<IconMicrophone />}>{t('console.speaks')}</Tag>
        <p className="now-speaks"><PersonName seatId={turn.seatId} /></p>
        <p className="row">{group === undefined ? null : <GroupSign group={group} />}<span className="soft"><PersonAbout seatId={turn.seatId} /></span></p>
      </div>
      <div className="clock-side"><Timer turn={turn} offsetMs={offsetMs} bar /><span className="sm mute">{t('console.of-limit', { limit: clock(turn.limitMs) })}</span></div>
    </div>
  );
}

/** Who has the floor, the running timer, and the next speaker as the primary act. */
export function SpeakerNow({ panel, groups, floor, isPrimary, mayGive }: { panel: PanelHead; groups: readonly GroupView[]; floor: Floor; isPrimary: boolean; mayGive: boolean }) {
  const t = useText();
  const { duration } = useFormat();
  const next = usePersonName(floor.next?.hand.seatId ?? null);
  return (
    <section aria-label={t('console.speaks')} className="stack-3">
      {panel.turn === null
        ? <p className="soft row"><IconMicrophone />{floor.next === undefined ? t('console.floor.empty') : t('console.floor.free')}</p>
        : <Speaking turn={panel.turn} groups={groups} />}
      {mayGive ? (
        <div className="do">
          {floor.next === undefined ? null : <Button kind={isPrimary ? 'primary' : 'secondary'} icon={<IconArrowRight />} kbd="N" busy={floor.act.isBusy} onClick={floor.giveNext}>{t('console.floor.next', { name: next })}</Button>}
          {panel.turn === null ? null : <Button kind={isPrimary && floor.next === undefined ? 'primary' : 'secondary'} icon={<IconPlayerStop />} kbd="E" busy={floor.act.isBusy} onClick={floor.end}>{t('console.floor.end')}</Button>}
          {panel.turn === null ? null : <Button icon={panel.turn.pausedAt === null ? <IconPlayerPause /> : <IconPlayerPlay />} kbd="T" busy={floor.act.isBusy} onClick={floor.pause}>{t(panel.turn.pausedAt === null ? 'console.floor.pause' : 'console.floor.resume')}</Button>}
          {panel.turn === null ? null : <Button kbd="X" busy={floor.act.isBusy} onClick={floor.extend}>{t('console.floor.extend')}</Button>}
          <SelectField compact labelHidden label={t('console.floor.limit')} placeholder={null} value={String(floor.limitMs)} onChange={(value) => floor.setLimitMs(Number(value))} options={LIMITS_MS.map((ms) => ({ value: String(ms), label: t('console.floor.minutes', { time: duration(ms) }) }))} />
        </div>
      ) : null}
      <ActNote act={floor.act} />
    </section>
  );
}
