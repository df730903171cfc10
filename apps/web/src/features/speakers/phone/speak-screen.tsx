import { useState } from 'react';
import type { HandView, PanelHead } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/index.js';
import { newId, useCommand, useDirectory, useMe, usePanel, usePending, useSend, useServerNow, useServerOffset, type StoredCommand } from '../../../live/index.js';
import { useGroups, sumOf } from '../../../surfaces/phone/kit/groups.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { PanelPicker } from '../../../surfaces/phone/kit/panel-head.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine, SentState } from '../../../surfaces/phone/kit/sent.js';
import { Button } from '../../../ui/button.js';
import { IconHandStop, IconMicrophone } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { Ring } from '../../../ui/ring.js';
import { Timer } from '../../../ui/timer.js';
import { spokenUntil } from './spoken.js';

type Kind = HandView['kind'];
const KINDS: readonly Kind[] = ['contribution', 'reply', 'order'];
const MINUTE = 60_000;

export default function SpeakScreen() {
  const t = useText();
  const { panel } = useCurrentPanel();
  if (panel === null) return <Screen title={t('p.tab.speak')} tab="speak"><EmptyState title={t('p.noPanel')} /></Screen>;
  return <Queue panel={panel} />;
}

/** My hand that is written here and not yet in the queue. */
function useRaising(panelId: string): StoredCommand | undefined {
  const { commands } = usePending();
  return commands.findLast((row) => row.envelope.name === 'hand.raise' && (row.envelope.payload as { panelId: string }).panelId === panelId && row.state !== 'recorded');
}

function Queue({ panel }: { panel: PanelHead }) {
  const t = useText();
  const me = useMe();
  const may = useMay();
  const slice = usePanel(panel.id);
  const [kind, setKind] = useState<Kind>('contribution');
  const raising = useRaising(panel.id);
  const hands = slice?.hands ?? [];
  useDirectory([panel.turn?.seatId ?? null, ...hands.map((hand) => hand.seatId)]);
  const mine = hands.findIndex((hand) => hand.seatId === me?.seatId);
  const isTurn = panel.turn !== null && panel.turn.seatId === me?.seatId;
  const canRaise = may('hand.raise', { panel }) === null;
  const isFree = mine < 0 && !isTurn && canRaise && (raising === undefined || raising.state === 'refused');
  return (
    <Screen title={t('p.speak.title', { n: panel.number })} tab="speak" action={<Action panel={panel} hand={hands[mine]} isTurn={isTurn} isFree={isFree} kind={kind} raising={raising} />}>
      <PanelPicker />
      <div className="split"><Place place={mine + 1} of={hands.length} isTurn={isTurn} /><Spoken panel={panel} /></div>
      {mine < 0 ? null : <Why panel={panel} before={mine} />}
      {isFree ? <RadioGroup look="plain" label={t('p.speak.kind')} value={kind} onChange={setKind} options={KINDS.map((each) => ({ value: each, label: t(`p.hand.${each}`), note: t(`p.hand.${each}.note`) }))} /> : null}
      {isFree || mine >= 0 || isTurn || canRaise ? null : <p className="sm soft">{t(me?.groupId === null ? 'p.observer.only' : 'p.speak.closed')}</p>}
      <ol>{panel.turn === null ? null : <TurnRow panel={panel} />}{hands.map((hand, index) => <HandRow key={hand.handId} hand={hand} place={index + 1} isMine={index === mine} />)}</ol>
    </Screen>
  );
}

function Place({ place, of, isTurn }: { place: number; of: number; isTurn: boolean }) {
  const t = useText();
  const { number } = useFormat();
  if (isTurn) return <h2 className="h1" role="status">{t('p.speak.yours')}</h2>;
  if (place > 0) return <div role="status"><p className="over">{t('p.speak.inQueue')}</p><p className="num"><span className="place">{number(place)}</span> <span className="sm mute">{t('ui.figure.of', { base: of })}</span></p></div>;
  return <div><p className="over">{t('p.speak.queue')}</p><h2 className="h1">{t('p.speak.waiting', { n: of })}</h2></div>;
}

/** Speaking time by group: a ring out of true shows who was heard less. */
function Spoken({ panel }: { panel: PanelHead }) {
  const t = useText();
  const { duration, number } = useFormat();
  const groups = useGroups();
  const now = useServerNow(5_000);
  const spoken = spokenUntil(panel, now);
  const total = sumOf(spoken);
  const ring = groups.map((group) => ({ ...group, value: spoken[group.id] ?? 0, base: total }));
  return <Ring mode="time" size={112} groups={ring} lead={t('p.speak.total', { time: duration(total) })} center={number(Math.round(total / MINUTE))} under={t('p.speak.minutes')} />;
}

function Why({ panel, before }: { panel: PanelHead; before: number }) {
  const t = useText();
  const { duration } = useFormat();
  const groups = useGroups();
  const now = useServerNow(10_000);
  const spoken = spokenUntil(panel, now);
  const total = sumOf(spoken);
  const least = [...groups].sort((a, b) => (spoken[a.id] ?? 0) - (spoken[b.id] ?? 0))[0];
  return (
    <p className="sm soft">
      {t('p.speak.before', { n: before })} {least === undefined || total < MINUTE ? null : t('p.speak.least', { group: least.name, time: duration(spoken[least.id] ?? 0), total: duration(total) })} {t('p.speak.decides')}
    </p>
  );
}

function TurnRow({ panel }: { panel: PanelHead }) {
  const t = useText();
  const offsetMs = useServerOffset();
  if (panel.turn === null) return null;
  const { seatId, groupId } = panel.turn;
  return (
    <li className="turn">
      <span role="img" aria-label={t('p.speak.now')}><IconMicrophone /></span><span className="who"><PersonName seatId={seatId} /></span>
      <span className="small-timer"><Timer turn={panel.turn} offsetMs={offsetMs} /></span><span className="q-meta meta-line"><GroupOf groupId={groupId} /></span>
    </li>
  );
}

function HandRow({ hand, place, isMine }: { hand: HandView; place: number; isMine: boolean }) {
  const t = useText();
  const { number, duration } = useFormat();
  const now = useServerNow(30_000);
  const waits = Math.floor((now - hand.raisedAt) / MINUTE) * MINUTE;
  return (
    <li className={isMine ? 'turn next' : 'turn'} aria-current={isMine ? 'true' : undefined}>
      <span className="n num">{number(place)}</span><span className="who"><PersonName seatId={hand.seatId} /></span>
      {isMine ? <SentState state="recorded" /> : <span />}
      <span className="q-meta meta-line"><GroupOf groupId={hand.groupId} /><span>{t(`p.hand.${hand.kind}`)}</span>{waits < MINUTE ? null : <span>{t('p.speak.waits', { time: duration(waits) })}</span>}</span>
    </li>
  );
}

interface ActionProps { panel: PanelHead; hand: HandView | undefined; isTurn: boolean; isFree: boolean; kind: Kind; raising: StoredCommand | undefined }

function Action({ panel, hand, isTurn, isFree, kind, raising }: ActionProps) {
  const t = useText();
  const send = useSend();
  const [lowering, setLowering] = useState<string | null>(null);
  const lowered = useCommand(lowering);
  const isLowering = lowered !== undefined && (lowered.state === 'saved' || lowered.state === 'sending');
  if (isTurn) return <Button wide onClick={() => { if (panel.turn !== null) void send('turn.end', { turnId: panel.turn.turnId }); }}>{t('p.speak.end')}</Button>;
  if (hand !== undefined) {
    return <><SentLine row={lowered} /><Button wide icon={<IconHandStop />} busy={isLowering} onClick={() => { void send('hand.lower', { handId: hand.handId }).then(({ id }) => setLowering(id)); }}>{t('p.speak.lower')}</Button></>;
  }
  if (!isFree) return raising === undefined ? null : <SentLine row={raising} />;
  return (
    <>
      <SentLine row={raising} />
      <Button kind="primary" wide icon={<IconHandStop />} onClick={() => { void send('hand.raise', { handId: newId(), panelId: panel.id, kind }); }}>{t('p.act.speak')}</Button>
    </>
  );
}
