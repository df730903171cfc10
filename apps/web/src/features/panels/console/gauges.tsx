import { useFormat, useText } from '../../../i18n/provider.js';
import { useCore, useServerNow } from '../../../live/index.js';
import type { CoreSlice, PanelHead } from '@tegerek/contracts/wire';
import { spentOf } from '@tegerek/rules';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { Ring } from '../../../ui/ring.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { quorumOf } from '../../../ui/staff/quorum.js';

const GAUGE = 84;
/** Groups that stand under each other by name; more stand by their signs, and beyond `CROWD` the ring says it alone, and the list is for a screen reader. */
const NAMED = 3;
const CROWD = 6;

function GaugeList({ groups, wordsOf }: { groups: readonly GroupView[]; wordsOf: (group: GroupView) => string }) {
  const look = groups.length > CROWD ? 'sr-only' : groups.length > NAMED ? 'gauge-figures many' : 'gauge-figures';
  return <ul className={look}>{groups.map((group) => <GaugeLine key={group.id} group={group} words={wordsOf(group)} />)}</ul>;
}

/** The group's name, or its sign where the head is narrow, and its figure. */
function GaugeLine({ group, words }: { group: GroupView; words: string }) {
  return <li title={group.name}><span className="long"><GroupSign group={group} /></span><span className="short" aria-hidden><GroupSign group={{ ...group, name: group.sign }} /></span><span className="num">{words}</span></li>;
}

/** Who is in the hall, by group, against the rule's quorum of all seats: in words, and where the inner circle passes. */
export function PresenceGauge({ core, groups }: { core: CoreSlice; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const [here, base] = [sumOf(core.presentByGroup), sumOf(core.seatsByGroup)];
  const perGroup = core.rule?.quorum.perGroup ?? null;
  const quorum = quorumOf(core);
  const figures = groups.map((group) => ({ group, value: core.presentByGroup[group.id] ?? 0, base: core.seatsByGroup[group.id] ?? 0 }));
  const ring = figures.map(({ group, value, base: all }) => ({ ...group, value, base: all, ...(perGroup === null || !quorum?.groups.has(group.id) ? {} : { mark: perGroup.num / perGroup.den, holds: quorum.groups.get(group.id)?.left === 0 }) }));
  const lead = t('console.present', { n: here, base });
  return (
    <div className="gauge">
      <Ring size={GAUGE} groups={ring} lead={lead} center={number(here)} />
      <div>
        <b>{lead}</b>
        {quorum?.overall == null ? null : <p className={quorum.overall.left === 0 ? 'gauge-quorum hold' : 'gauge-quorum warn-words'} title={t('quorum.base')}>{t(quorum.overall.left === 0 ? 'quorum.has' : 'quorum.lacks', { ...quorum.overall })}</p>}
        <GaugeList groups={groups} wordsOf={({ id }) => `${number(core.presentByGroup[id] ?? 0)}/${number(core.seatsByGroup[id] ?? 0)}${(quorum?.groups.get(id)?.left ?? 0) === 0 ? '' : ` ${t('quorum.more', { left: quorum?.groups.get(id)?.left ?? 0 })}`}`} />
      </div>
    </div>
  );
}

/** Milliseconds spoken by group, the running turn included. */
function useSpoken(panel: PanelHead): Readonly<Record<string, number>> {
  const now = useServerNow(panel.turn === null ? 60_000 : 5_000);
  if (panel.turn === null) return panel.spokenMs;
  const key = panel.turn.groupId ?? '';
  return { ...panel.spokenMs, [key]: (panel.spokenMs[key] ?? 0) + spentOf(panel.turn, now) };
}

export function TimeGauge({ panel, groups }: { panel: PanelHead; groups: readonly GroupView[] }) {
  const t = useText();
  const { number } = useFormat();
  const core = useCore();
  const spoken = useSpoken(panel);
  const minutes = (ms: number) => Math.round(ms / 60_000);
  const total = sumOf(spoken);
  const lead = t('console.spoken', { n: minutes(total) });
  if (core === null) return null;
  return (
    <div className="gauge">
      <Ring size={GAUGE} mode="time" groups={groups.map((group) => ({ ...group, value: spoken[group.id] ?? 0, base: 0 }))} lead={lead} center={number(minutes(total))} />
      <div><b>{lead}</b><GaugeList groups={groups} wordsOf={({ id }) => number(minutes(spoken[id] ?? 0))} /></div>
    </div>
  );
}
