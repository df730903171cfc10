import { useState } from 'react';
import type { CoreSlice, PanelHead } from '@tegerek/contracts/wire';
import type { SpeakingReason, SuggestedSpeaker } from '@tegerek/rules';
import { useFormat, useText } from '../../../i18n/provider.js';
import { useServerNow } from '../../../live/index.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconArrowRight, IconPlus, IconX } from '../../../ui/icons/index.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { PersonName, usePersonName } from '../../../ui/staff/person.js';
import type { Floor } from './use-floor.js';

interface TurnRowProps { suggestion: SuggestedSpeaker; n: number; core: CoreSlice; panel: PanelHead; groups: readonly GroupView[]; floor: Floor; mayGive: boolean }

/** Why this one is suggested, the strongest reason first. */
function Why({ suggestion: { hand, reasons }, core, panel, groups, isAlone }: Pick<TurnRowProps, 'suggestion' | 'core' | 'panel' | 'groups'> & { isAlone: boolean }) {
  const t = useText();
  const { duration } = useFormat();
  const group = groupOf(groups, hand.groupId);
  const minutes = (ms: number) => duration(Math.round(ms / 60_000) * 60_000);
  const words = (reason: SpeakingReason): string => (reason === 'share'
    ? t('console.why.share', { spoken: minutes(panel.spokenMs[hand.groupId ?? ''] ?? 0), total: minutes(sumOf(panel.spokenMs)), seats: core.seatsByGroup[hand.groupId ?? ''] ?? 0, all: sumOf(core.seatsByGroup) })
    : t(`console.why.${reason}`));
  return <span className="why">{group === undefined ? null : <GroupSign group={group} />} {reasons.length > 0 ? reasons.map(words).join('; ') : isAlone ? null : t('console.why.equal')}</span>;
}

function TurnRow({ suggestion, n, core, panel, groups, floor, mayGive }: TurnRowProps) {
  const t = useText();
  const { duration } = useFormat();
  const now = useServerNow(30_000);
  const { hand } = suggestion;
  const name = usePersonName(hand.seatId);
  const group = groupOf(groups, hand.groupId);
  const isNext = n === 1;
  const waits = duration(Math.max(60_000, Math.round((now - hand.raisedAt) / 60_000) * 60_000));
  return (
    <li className={isNext ? 'turn next' : 'turn'}>
      <span className="n">{isNext ? <IconArrowRight /> : n}</span>
      <span><span className="who"><PersonName seatId={hand.seatId} /></span> <span className="sm mute">{waits}</span> {isNext || group === undefined ? null : <GroupSign group={group} />} {hand.kind === 'contribution' ? null : <Tag tone="warn">{t(`console.hand.${hand.kind}`)}</Tag>}</span>
      <span className="row">
        {mayGive ? <Button mini busy={floor.act.isBusy} onClick={() => floor.give({ handId: hand.handId })} aria-label={t('console.queue.give-to', { name })}>{t('console.queue.give')}</Button> : null}
        {mayGive ? <Button mini kind="quiet" icon={<IconX />} aria-label={t('console.queue.lower', { name })} onClick={() => floor.lower(hand.handId)} /> : null}
      </span>
      {isNext ? <Why isAlone={floor.queue.length < 2} suggestion={suggestion} core={core} panel={panel} groups={groups} /> : null}
    </li>
  );
}

/** Panellists get the floor without a raised hand. */
function Panellists({ panel, floor }: { panel: PanelHead; floor: Floor }) {
  const t = useText();
  if (panel.panellists.length === 0) return null;
  return (
    <details className="panellists">
      <summary>{t('console.queue.panellists', { n: panel.panellists.length })}</summary>
      <ul>{panel.panellists.map((seatId) => <li key={seatId} className="row"><span className="grow"><PersonName seatId={seatId} /></span><Button mini busy={floor.act.isBusy} disabled={panel.turn?.seatId === seatId} onClick={() => floor.give({ seatId })}>{t('console.queue.give')}</Button></li>)}</ul>
    </details>
  );
}

const SHOWN = 4;

/** Who asked for the floor, in the suggested order. */
export function Queue({ core, panel, groups, floor, mayGive, onEnter }: { core: CoreSlice; panel: PanelHead; groups: readonly GroupView[]; floor: Floor; mayGive: boolean; onEnter: (() => void) | undefined }) {
  const t = useText();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? floor.queue : floor.queue.slice(0, SHOWN);
  const more = floor.queue.length - shown.length;
  return (
    <section aria-label={t('console.queue')}>
      <div className="head2"><h2>{t('console.queue')}</h2><b>{floor.queue.length}</b>{onEnter === undefined ? null : <Button mini kind="quiet" className="end" icon={<IconPlus />} kbd="H" onClick={onEnter}>{t('console.enter.open')}</Button>}</div>
      {floor.queue.length === 0 ? <p className="sm mute">{t('console.queue.empty')}</p> : null}
      <ol>{shown.map((suggestion, index) => <TurnRow key={suggestion.hand.handId} suggestion={suggestion} n={index + 1} core={core} panel={panel} groups={groups} floor={floor} mayGive={mayGive} />)}</ol>
      {more > 0 ? <Button mini kind="quiet" onClick={() => setAll(true)}>{t('console.more', { n: more })}</Button> : null}
      {mayGive ? <Panellists panel={panel} floor={floor} /> : null}
    </section>
  );
}
